import { z } from 'zod';
import type { Annotation, AnnotationChange, Selectors } from './annotation.ts';
import { maximumBodyLength, maximumQuoteLength, maximumTagCount, maximumTagLength } from './limits.ts';
import { taskChangeSchema, taskSchema } from './task.ts';
import { taskRecordSchema } from './task-record.ts';

/** Longest passage that is read, in UTF-16 units: other programs may write longer ones than this one does. */
const maximumReadQuoteLength = 200_000;

const offset = z.number().int().nonnegative();
/** Crockford base 32 as ULIDs use it: an id is also a file name, so nothing else may pass. */
export const annotationIdSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
/** Document ids are folder names. */
export const documentIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** Names a text; see `Selectors.textHash`. */
export const textHashSchema = z.string().regex(/^sha256-[0-9a-f]{16}$/);
const timestamp = z.iso.datetime({ offset: true });
const label = z.string().min(1).max(40);
const tags = z.array(z.string().min(1).max(maximumTagLength)).max(maximumTagCount);
const body = z.string().max(maximumBodyLength);

export const selectorsSchema = z
  .strictObject({
    exact: z.string().min(1).max(maximumReadQuoteLength),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    start: offset,
    end: offset,
    sectionPath: z.string().max(400),
    sectionHeading: z.string().max(2000),
    textHash: textHashSchema,
    occurrences: offset,
    decoy: z.number(),
  })
  .refine((selectors) => selectors.start < selectors.end, 'empty range') satisfies z.ZodType<Selectors>;

export const annotationSchema = z.strictObject({
  id: annotationIdSchema,
  document: documentIdSchema,
  documentTitle: z.string().max(400),
  created: timestamp,
  modified: timestamp,
  author: z.string().max(200),
  device: z.string().max(200),
  rev: z.number().int().positive(),
  motivation: z.enum(['highlighting', 'commenting', 'bookmarking']),
  label,
  tags,
  target: selectorsSchema,
  placement: selectorsSchema.exactOptional(),
  body,
  task: taskSchema.exactOptional(),
  taskRecord: taskRecordSchema.exactOptional(),
}) satisfies z.ZodType<Annotation>;

/** A new annotation, before it has an identity. */
export const annotationDraftSchema = annotationSchema
  .pick({
    document: true,
    documentTitle: true,
    motivation: true,
    label: true,
    tags: true,
    placement: true,
    body: true,
    task: true,
  })
  .safeExtend({ target: selectorsSchema.safeExtend({ exact: z.string().min(1).max(maximumQuoteLength) }) });

export const annotationChangeSchema = z.strictObject({
  label: label.exactOptional(),
  tags: tags.exactOptional(),
  body: body.exactOptional(),
  placement: selectorsSchema.nullable().exactOptional(),
  task: taskChangeSchema.nullable().exactOptional(),
}) satisfies z.ZodType<AnnotationChange>;
