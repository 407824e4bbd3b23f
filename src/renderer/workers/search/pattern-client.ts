import { failure, type Result } from '#core/text/result';
import { createLoader, type SearchMaterial } from './load-material.ts';
import type {
  PatternFindings,
  PatternRequest,
  PatternResponse,
  SearchedParts,
  SearchProblem,
} from './search-messages.ts';

export type PatternResult = Result<PatternFindings, SearchProblem>;

/**
 * Matching regular expressions in a worker of their own. One that takes too long is ended together with its worker. Only the
 * latest question is answered; an older one gets `undefined`.
 */
export interface PatternClient {
  /** This is searched from now on. */
  load: (material: SearchMaterial) => void;
  match: (
    expression: string,
    parts: SearchedParts,
    options: { document?: string },
  ) => Promise<PatternResult | undefined>;
}

/** What the client needs of a `Worker`. */
export type PatternPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** `onFailed`: the worker broke down; the next question gets a new one. */
export type StartPatterns = (onFailed: () => void) => PatternClient;

export const startPatternWorker: StartPatterns = (onFailed) =>
  createPatternClient(
    () => new Worker(new URL('./pattern-worker.ts', import.meta.url), { type: 'module', name: 'pattern' }),
    onFailed,
  );

/** As long as an expression may take, ms, without the time to start a worker. */
const patience = 1000;

interface Waiting {
  id: number;
  settle: (result: PatternResult | undefined) => void;
  timer?: ReturnType<typeof setTimeout>;
}

export function createPatternClient(
  begin: () => PatternPort,
  onFailed: () => void,
  limit: number = patience,
): PatternClient {
  let material: SearchMaterial = { documents: [], notes: new Map() };
  let worker: { port: PatternPort; load: (latest: SearchMaterial) => void } | undefined;
  let waiting: Waiting | undefined;
  let lastId = 0;

  const settle = (result: PatternResult | undefined) => {
    const asked = waiting;
    waiting = undefined;
    clearTimeout(asked?.timer);
    asked?.settle(result);
  };
  const end = () => {
    worker?.port.terminate();
    worker = undefined;
  };
  const receive = (response: PatternResponse) => {
    if (waiting === undefined || response.id !== waiting.id) return;
    if (response.kind === 'matched') return settle(response.result);
    waiting.timer = setTimeout(() => {
      end();
      settle(failure('too-slow'));
    }, limit);
  };
  const start = () => {
    const port = begin();
    const post = (request: PatternRequest) => port.postMessage(request);
    port.addEventListener('message', (event: MessageEvent<PatternResponse>) => receive(event.data));
    port.addEventListener('error', () => {
      if (worker?.port !== port) return;
      end();
      settle(undefined);
      onFailed();
    });
    return { port, load: createLoader(post) };
  };
  return {
    load: (latest) => {
      material = latest;
    },
    match: (expression, parts, options) => {
      // Nobody waits for the answer any more, which may never come.
      if (waiting !== undefined) end();
      settle(undefined);
      worker ??= start();
      worker.load(material);
      lastId += 1;
      const request: PatternRequest = { kind: 'match', id: lastId, expression, parts, options };
      return new Promise((done) => {
        waiting = { id: request.id, settle: done };
        worker?.port.postMessage(request);
      });
    },
  };
}
