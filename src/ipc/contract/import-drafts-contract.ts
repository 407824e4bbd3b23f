import { z } from 'zod';
import { annotationIdSchema, documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { encodingLabels } from '../../core/importing/read-document.ts';
import { correctionsSchema } from '../../core/outline/corrections-schema.ts';
import { openedFileSchema } from './reading-contract.ts';
import { none } from './shapes.ts';

const named = z.strictObject({ draft: annotationIdSchema });

/** What a person has made of a document that is not kept yet. The bytes of its file are kept beside it. */
export const importDraftSchema = z.strictObject({
  draft: annotationIdSchema,
  fileName: z.string().max(1000),
  /** In which a text was read. */
  encoding: z.enum(encodingLabels).nullable(),
  corrections: correctionsSchema,
  /** How many of the corrections were made in the last import of the target. */
  carried: z.number().int().nonnegative().max(20_000),
  title: z.string().max(200),
  /** The document whose text it is to be; null: a new one. */
  target: documentIdSchema.nullable(),
});

/** An import that was begun and not finished. */
const listedImportDraft = z.object({
  draft: z.string(),
  fileName: z.string(),
  /** ISO 8601. */
  at: z.string(),
  corrections: z.number(),
});

export const importDraftsContract = {
  /** Keeps what was corrected so far, with the file; answered when both would outlive the end of the program. */
  'importDrafts.write': {
    input: importDraftSchema.extend({ reading: z.string().max(40) }),
    output: none,
  },
  /** The latest first. */
  'importDrafts.list': { input: none, output: z.array(listedImportDraft) },
  /** Reads the kept file again and answers what was made of it. */
  'importDrafts.open': {
    input: named,
    output: z.object({ opened: openedFileSchema, work: importDraftSchema }),
  },
  /** The document is kept, or the reader does not want it. */
  'importDrafts.discard': { input: named, output: none },
};

export type ImportDraft = z.output<typeof importDraftSchema>;
export type ListedImportDraft = z.output<typeof listedImportDraft>;
