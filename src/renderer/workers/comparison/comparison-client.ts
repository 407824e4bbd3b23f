import type { Compared, ComparisonRequest } from './comparison-messages.ts';

/** Two texts that are being compared. */
export interface ComparisonRun {
  /** `null`: it was stopped; `failed`: the worker broke down. */
  outcome: Promise<Compared | 'failed' | null>;
  stop: () => void;
}

/** What the client needs of a `Worker`. */
export type ComparisonPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export type StartComparison = (request: ComparisonRequest) => ComparisonRun;

export const startComparisonWorker: StartComparison = (request) =>
  runComparison(
    new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module', name: 'comparison' }),
    request,
  );

/** One comparison, one worker: stopping it is ending it, whatever it is busy with. */
export function runComparison(port: ComparisonPort, request: ComparisonRequest): ComparisonRun {
  let settle: (outcome: Compared | 'failed' | null) => void = () => undefined;
  const outcome = new Promise<Compared | 'failed' | null>((resolve) => {
    settle = (result) => {
      port.terminate();
      resolve(result);
    };
  });
  port.addEventListener('message', ({ data }: MessageEvent<Compared>) => settle(data));
  port.addEventListener('error', (event) => {
    event.preventDefault();
    settle('failed');
  });
  port.postMessage(request);
  return { outcome, stop: () => settle(null) };
}
