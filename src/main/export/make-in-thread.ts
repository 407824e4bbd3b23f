import { Worker } from 'node:worker_threads';
import type { MadeFile, OnProgress } from './made-file.ts';
import type { FileOrder } from './make-file.ts';
import type { ThreadAnswer } from './thread-answer.ts';

/** Has a file made; `undefined` when `signal` aborts before it is. */
export type MakeFile = (
  order: FileOrder,
  job: { signal: AbortSignal; onProgress: OnProgress },
) => Promise<MadeFile | undefined>;

/**
 * Has each file made in a thread of its own, so that the windows are answered meanwhile whatever it takes, and ends the thread
 * at once when the reader cancels. `program`: the built thread.
 */
export function createFileMaker(program: string): MakeFile {
  return async (order, { signal, onProgress }) => {
    if (signal.aborted) return undefined;
    const thread = new Worker(program, { workerData: order });
    try {
      return await new Promise<MadeFile | undefined>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve(undefined), { once: true });
        thread.on('message', (answer: ThreadAnswer) => {
          if ('progress' in answer) onProgress(answer.progress);
          else if ('made' in answer) resolve(answer.made);
          else reject(new Error(answer.failure));
        });
        thread.on('error', reject);
        thread.on('exit', (code) => reject(new Error(`the thread ended: ${code}`)));
      });
    } finally {
      void thread.terminate();
    }
  };
}
