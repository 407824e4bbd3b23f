import type { EncodingLabel, ReadDocument, ReadProblem, ReadProblemCode } from '#core/importing/read-document';
import type { Result } from '#core/text/result';

/** A file that is to be read, and what its reader may ask for. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  /** The encoding that a person chose, where the bytes leave it open. */
  encoding?: EncodingLabel;
  /** Told often: what is silent for too long is ended. */
  onProgress: (done: number, total: number) => void;
  /** A shipped table that maps codes of characters in a PDF, by its name. */
  characterMap: (name: string) => Promise<Uint8Array>;
}

export type ReadOutcome = Result<ReadDocument, ReadProblem>;

/** Reads files of one format. May throw `Unreadable`. */
export type DocumentReader = (file: SourceFile) => Promise<ReadDocument> | ReadDocument;

/** Thrown where a limit is met or a file turns out to be damaged, deep inside of what reads it. */
export class Unreadable extends Error {
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem | ReadProblemCode) {
    super(typeof problem === 'string' ? problem : problem.code);
    this.problem = typeof problem === 'string' ? { code: problem } : problem;
  }
}
