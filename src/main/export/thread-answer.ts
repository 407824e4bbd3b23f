import type { MadeFile } from './made-file.ts';

/** What the thread says: how far it is, and in the end the file, or why there is none. */
export type ThreadAnswer = { progress: number } | { made: MadeFile } | { failure: string };
