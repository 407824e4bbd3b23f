import { z } from 'zod';
import { annotationIdSchema, annotationSchema, documentIdSchema } from '../../core/annotation/annotation-schema.ts';

/** A deleted note. It is brought back with `annotations.restore`. */
const removedNote = z.object({
  /** As it was when it was deleted; `modified` says when that was. */
  annotation: annotationSchema,
  /** Whole days until it may be deleted for good. */
  daysLeft: z.number().int().nonnegative(),
});

export const recycleBinContract = {
  /** The latest first. */
  'recycleBin.list': {
    input: z.strictObject({ document: documentIdSchema }),
    output: z.object({ notes: z.array(removedNote) }),
  },
  /** Deletes for good; answers which notes are gone. Fails only when none is. */
  'recycleBin.purge': {
    input: z.strictObject({ ids: z.array(annotationIdSchema).min(1).max(20_000) }),
    output: z.object({ purged: z.array(annotationIdSchema) }),
  },
};

export type RemovedNote = z.output<typeof removedNote>;
