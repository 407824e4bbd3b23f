import { z } from 'zod';
import { documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { none } from './shapes.ts';

/** Digests of sections, see `core/overview/section-digest.ts`. */
const digests = z.array(z.string().regex(/^[0-9a-f]{16}$/u)).max(50_000);

export const readSectionsContract = {
  /** The sections of a document that were on the screen at any time on this computer. */
  'readSections.list': { input: z.strictObject({ document: documentIdSchema }), output: digests },
  'readSections.add': { input: z.strictObject({ document: documentIdSchema, sections: digests }), output: none },
};
