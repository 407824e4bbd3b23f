import { z } from 'zod';
import { documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { documentSourceSchema } from '../../core/importing/document-source.ts';
import { correctionsSchema } from '../../core/outline/corrections-schema.ts';
import { planSchema } from '../../core/plan/plan-schema.ts';
import { none } from './shapes.ts';

/** UTF-16 units; a plan of the longest text that is read stays below. */
const longestPlan = 64_000_000;
const title = z.string().trim().min(1).max(200);

/** A document of the library. Counts are 0 where its text cannot be read. */
const listedDocument = z.object({
  id: documentIdSchema,
  title: z.string(),
  isBundled: z.boolean(),
  chapters: z.number(),
  sections: z.number(),
  /** Of the canonical text, as `countCharacters` counts. */
  characters: z.number(),
  notes: z.number(),
  /** Where the text in use was imported from; null for one that was not. */
  source: documentSourceSchema.nullable(),
  /** Why its text in the notes folder cannot be used. */
  problem: z.enum(['damaged', 'unreadable', 'newer-version']).nullable(),
});

/** A document in the recycle bin. Its notes are where they were. */
const removedDocument = z.object({
  id: documentIdSchema,
  title: z.string().nullable(),
  /** ISO 8601, local time. */
  removedAt: z.string(),
  notes: z.number(),
});

/** `plan` is JSON: a long text would hold the page up as objects. It is checked where it is parsed. */
const importedText = z.strictObject({
  reading: z.string().max(40),
  document: documentIdSchema,
  plan: z.string().max(longestPlan),
  corrections: correctionsSchema,
});

export const documentsContract = {
  'documents.list': {
    input: none,
    output: z.object({ documents: z.array(listedDocument), removed: z.array(removedDocument) }),
  },
  /** Keeps a text that was imported as a new document. */
  'documents.add': {
    input: importedText,
    output: planSchema,
  },
  /** Makes a text that was imported the one in use of a document that is there; the one before is kept. */
  'documents.replaceText': {
    input: importedText,
    output: planSchema,
  },
  /** What the reader corrected when the text in use was imported; null where there is nothing. */
  'documents.corrections': {
    input: z.strictObject({ document: documentIdSchema }),
    output: correctionsSchema.nullable(),
  },
  'documents.rename': { input: z.strictObject({ document: documentIdSchema, title }), output: planSchema },
  /** Moves the texts of a document into the recycle bin; its notes stay where they are. */
  'documents.remove': { input: z.strictObject({ document: documentIdSchema }), output: z.null() },
  'documents.restore': { input: z.strictObject({ document: documentIdSchema }), output: z.null() },
};

export type DocumentList = z.output<(typeof documentsContract)['documents.list']['output']>;
export type ListedDocument = z.output<typeof listedDocument>;
export type RemovedDocument = z.output<typeof removedDocument>;
