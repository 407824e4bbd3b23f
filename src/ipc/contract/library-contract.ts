import { z } from 'zod';
import { documentIdSchema, textHashSchema } from '../../core/annotation/annotation-schema.ts';
import { documentSourceSchema } from '../../core/importing/document-source.ts';
import { planSchema } from '../../core/plan/plan-schema.ts';

const libraryStatus = z.object({
  /** Where the open text comes from. */
  source: z.enum(['bundled', 'folder']),
  /** Why the text in the notes folder had to be passed over; it is left as it is. */
  problem: z.enum(['damaged', 'unreadable', 'newer-version']).nullable(),
});

/** A text of a document that is in use, ships with the application or is kept because notes refer to it. */
const keptVersion = z.object({
  hash: textHashSchema,
  title: z.string(),
  /** Of the canonical text, as `countCharacters` counts. */
  characters: z.number(),
  sections: z.number(),
  isInUse: z.boolean(),
  isBundled: z.boolean(),
  /** ISO 8601; null where it is not kept, or not known since when. */
  keptSince: z.string().nullable(),
});

/** The same with where it was imported from; null for one that was not. */
const textVersion = keptVersion.extend({ source: documentSourceSchema.nullable() });

const versionInput = z.strictObject({ document: documentIdSchema, hash: textHashSchema });

export const libraryContract = {
  /** `null`: the document that was open last, or else the one that ships with the program. */
  'library.open': { input: z.strictObject({ document: documentIdSchema.nullable() }), output: planSchema },
  /** The text in use of a document, without opening it. */
  'library.read': { input: z.strictObject({ document: documentIdSchema }), output: planSchema },
  'library.status': { input: z.strictObject({ document: documentIdSchema }), output: libraryStatus },
  'library.versions': { input: z.strictObject({ document: documentIdSchema }), output: z.array(textVersion) },
  'library.version': { input: versionInput, output: planSchema },
  /** Makes this text the one in use; the one before is kept. */
  'library.useVersion': { input: versionInput, output: planSchema },
};

export type LibraryStatus = z.output<typeof libraryStatus>;
export type KeptVersion = z.output<typeof keptVersion>;
export type TextVersion = z.output<typeof textVersion>;
