import { failure, type Result, success } from '#core/text/result';
import type { ContentProblem, ImportReading, ImportRequest, ImportResponse } from './import-messages.ts';

/** A file that is being read. */
export interface ImportRun {
  /** `null`: it was stopped. */
  outcome: Promise<Result<ImportReading, ContentProblem> | null>;
  stop: () => void;
}

/** What the client needs of a `Worker`. */
export type ImportPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export type StartImport = (request: ImportRequest, onProgress: (done: number, total: number) => void) => ImportRun;

export const startImportWorker: StartImport = (request, onProgress) =>
  runImport(
    new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'import' }),
    request,
    onProgress,
  );

/** One file, one worker: stopping it is ending it, whatever it is busy with. */
export function runImport(
  port: ImportPort,
  request: ImportRequest,
  onProgress: (done: number, total: number) => void,
): ImportRun {
  let settle: (outcome: Result<ImportReading, ContentProblem> | null) => void = () => undefined;
  const outcome = new Promise<Result<ImportReading, ContentProblem> | null>((resolve) => {
    settle = (result) => {
      port.terminate();
      resolve(result);
    };
  });
  port.addEventListener('message', ({ data }: MessageEvent<ImportResponse>) => {
    if (data.kind === 'progress') onProgress(data.done, data.total);
    else settle(data.kind === 'read' ? success(data.reading) : failure(data.problem));
  });
  port.addEventListener('error', (event) => {
    event.preventDefault();
    settle(failure('failed'));
  });
  port.postMessage(request);
  return { outcome, stop: () => settle(null) };
}
