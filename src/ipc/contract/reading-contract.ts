import { z } from 'zod';
import {
  documentLimits,
  encodingLabels,
  type ReadDocument,
  type ReadProblem,
} from '../../core/importing/read-document.ts';
import { cancelled, none } from './shapes.ts';

/** Why a file of the reader's choice was not read. */
export type FileProblem = ReadProblem | { code: 'not-a-file' | 'unreadable' };

/** A document that was read; its blocks as JSON, since a long document would hold the page up as objects. */
export type OpenedDocument = Omit<ReadDocument, 'blocks'> & { blocks: string };

/** What became of a file: nobody chose one; it was refused; it was read, and can be kept under the name `reading`. */
export const openedFileSchema = z.union([
  cancelled,
  z.object({ fileName: z.string(), problem: z.custom<FileProblem>() }),
  z.object({ reading: z.string(), fileName: z.string(), document: z.custom<OpenedDocument>() }),
]);

/** Documents of others are read in a cell; one at a time. */
export const readingContract = {
  /** Lets the reader choose a file and reads it. */
  'reading.open': { input: none, output: openedFileSchema },
  /** Reads a file that was dropped on the window. */
  'reading.openDropped': {
    input: z.strictObject({
      fileName: z.string().min(1).max(1000),
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= documentLimits.bytes),
    }),
    output: openedFileSchema,
  },
  /** Reads the file that the system asked to open (“打开方式”, the command line); cancelled: there is none. */
  'reading.openRequested': { input: none, output: openedFileSchema },
  /** Reads the same file once more, in another encoding. */
  'reading.again': {
    input: z.strictObject({ reading: z.string().max(40), encoding: z.enum(encodingLabels) }),
    output: openedFileSchema,
  },
  /** Ends what is being read. */
  'reading.cancel': { input: none, output: z.null() },
};

export type OpenedFile = z.output<typeof openedFileSchema>;
