import { z } from 'zod';
import { annotationIdSchema, annotationSchema, documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { errorCodes } from '../error-codes.ts';
import { cancelled, none } from './shapes.ts';

/** Largest file that is opened for import, in bytes. */
export const maximumImportSize = 50_000_000;
/** Most annotations that are written in one call: the page tells progress and can stop between two. */
const mostAtATime = 50;

/** What an annotation of a file does to those that are here. */
const importedAnnotation = z.strictObject({
  /** What the note is to be. Of one that is here only label, tags, text and decided place are taken, with revision and time. */
  annotation: annotationSchema,
  /** Ours as the reader saw it: nothing is written when it has changed since; `null`: there was none. */
  base: z.strictObject({ rev: z.number().int().positive(), modified: z.string().max(40) }).nullable(),
});

const openingProblem = z.enum(['too-large', 'not-a-file', 'unreadable']);

export const interchangeContract = {
  /** Lets the reader choose a file and hands its bytes to the page, which takes it apart. */
  'interchange.openFile': {
    input: none,
    output: z.union([
      z.object({ name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
      z.object({ name: z.string(), problem: openingProblem }),
      cancelled,
    ]),
  },
  /** Writes annotations of a file, each by itself; answers for each what it is now, or why it was not written. */
  'interchange.apply': {
    input: z.strictObject({
      document: documentIdSchema,
      annotations: z.array(importedAnnotation).min(1).max(mostAtATime),
    }),
    output: z.object({
      outcomes: z.array(
        z.union([
          z.object({ annotation: annotationSchema }),
          z.object({
            id: annotationIdSchema,
            error: z.object({ code: z.enum(errorCodes), detail: z.string().exactOptional() }),
          }),
        ]),
      ),
    }),
  },
  /** Asks where to and writes the annotations of a document, or these of them, as JSON-LD; `file` is for `export.reveal`. */
  'interchange.saveFile': {
    input: z.strictObject({
      document: documentIdSchema,
      annotations: z.array(annotationIdSchema).max(100_000).exactOptional(),
    }),
    output: z.union([z.object({ file: z.string(), name: z.string(), entries: z.number() }), cancelled]),
  },
};

/** Why a chosen file was not opened. */
export type OpeningProblem = z.output<typeof openingProblem>;
