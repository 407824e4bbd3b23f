import { parentPort, workerData } from 'node:worker_threads';
import { type FileOrder, makeFile } from './make-file.ts';
import type { ThreadAnswer } from './thread-answer.ts';

/** What runs in the thread: one file is made, then it ends. */
const answer = (message: ThreadAnswer) => parentPort?.postMessage(message);

makeFile(workerData as FileOrder, (progress) => answer({ progress })).then(
  (made) => answer({ made }),
  (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
);
