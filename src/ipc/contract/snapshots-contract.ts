import { z } from 'zod';
import {
  annotationChangeSchema,
  annotationIdSchema,
  annotationSchema,
} from '../../core/annotation/annotation-schema.ts';
import { parseSnapshotName } from '../../core/annotation/snapshot-name.ts';
import { none } from './shapes.ts';

/** A snapshot is named by its file, and by nothing else that a file could be called. */
const snapshotName = z
  .string()
  .max(60)
  .refine((name) => parseSnapshotName(name) !== undefined, 'not a snapshot');

const snapshotFacts = z.object({
  name: snapshotName,
  date: z.string(),
  reason: z.enum(['daily', 'before-migration', 'before-restore', 'before-purge', 'before-import', 'manual']),
  /** The time of day, e.g. `09:15`, where the file tells. */
  time: z.string().nullable(),
  /** 1, or which one of several of that day and reason. */
  number: z.number().int().positive(),
  /** In bytes. */
  size: z.number().int().nonnegative(),
  /** How many notes it holds; `null` when the file is damaged. */
  notes: z.number().int().nonnegative().nullable(),
});

export const snapshotsContract = {
  /** The latest first. */
  'snapshots.list': { input: none, output: z.object({ snapshots: z.array(snapshotFacts) }) },
  /** What restoring it would change, in all documents. */
  'snapshots.preview': {
    input: z.strictObject({ name: snapshotName }),
    output: z.object({
      changes: z.array(
        z.object({ past: annotationSchema, present: annotationSchema.nullable(), wasRemoved: z.boolean() }),
      ),
      newer: z.number().int().nonnegative(),
      same: z.number().int().nonnegative(),
    }),
  },
  /**
   * Makes the snapshot that goes before every restoring, and before an import that changes notes, or one because the reader
   * wants one; answers its name. Fails with `not-found` where there is nothing to save.
   */
  'snapshots.prepare': {
    input: z.strictObject({ reason: z.enum(['before-restore', 'before-import', 'manual']) }),
    output: z.object({ name: snapshotName }),
  },
  /** Writes one note as it was. `base`: what the reader saw in it when they decided; `null` where it was gone. */
  'snapshots.restoreNote': {
    input: z.strictObject({ name: snapshotName, id: annotationIdSchema, base: annotationChangeSchema.nullable() }),
    output: annotationSchema,
  },
};

export type SnapshotFacts = z.output<typeof snapshotFacts>;
