import { z } from 'zod';
import {
  annotationChangeSchema,
  annotationDraftSchema,
  annotationIdSchema,
  annotationSchema,
  documentIdSchema,
} from '../../core/annotation/annotation-schema.ts';
import { none } from './shapes.ts';

/** A file in the notes folder that could not be read; it is left exactly as it is. */
const unreadableFile = z.object({
  /** Absolute path, for display only. */
  path: z.string(),
  reason: z.enum([
    'too-large',
    'not-text',
    'no-header',
    'bad-header',
    'missing-field',
    'newer-version',
    'no-permission',
    'io',
  ]),
});

export const annotationsContract = {
  'annotations.list': {
    input: z.strictObject({ document: documentIdSchema }),
    output: z.object({
      annotations: z.array(annotationSchema),
      unreadable: z.array(unreadableFile),
      /** So many notes that were there are gone without a trace; 0 where that is no cause for alarm. */
      missing: z.number(),
    }),
  },
  /** The notes of a document that is not open, to be looked at: none can be changed by that, and nothing in the folder is. */
  'annotations.read': {
    input: z.strictObject({ document: documentIdSchema }),
    output: z.object({ annotations: z.array(annotationSchema), unreadable: z.array(unreadableFile) }),
  },
  /** Goes on with the notes that are there, though others are missing. */
  'annotations.acceptMissing': { input: z.strictObject({ document: documentIdSchema }), output: none },
  'annotations.create': {
    input: annotationDraftSchema,
    output: annotationSchema,
  },
  'annotations.change': {
    /** `base`: what the fields were that the reader changes, when the reader began. */
    input: z.strictObject({ id: annotationIdSchema, change: annotationChangeSchema, base: annotationChangeSchema }),
    output: annotationSchema,
  },
  /** Moves the note to the recycle bin. */
  'annotations.remove': { input: z.strictObject({ id: annotationIdSchema }), output: annotationSchema },
  /** Brings a removed note back. */
  'annotations.restore': { input: z.strictObject({ id: annotationIdSchema }), output: annotationSchema },
};

export type UnreadableFile = z.output<typeof unreadableFile>;
