import { failure, type Result, success } from '#core/text/result';
import { createLoader, type SearchMaterial } from './load-material.ts';
import { unpackAnswer } from './packed-answer.ts';
import type {
  PackedPatternFindings,
  PatternFindings,
  PatternRequest,
  PatternResponse,
  PatternScope,
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
  match: (expression: string, parts: SearchedParts, options: PatternScope) => Promise<PatternResult | undefined>;
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

/** As long as an expression may take, ms, without the time to start a worker; and one that nobody waits for any more. */
const patience = { asked: 1000, overtaken: 150 };

type Match = Extract<PatternRequest, { kind: 'match' }>;

/** What the page waits for; the worker may still be busy with something older. */
interface Waiting {
  request: Match;
  settle: (result: PatternResult | undefined) => void;
}

/** What the worker does. */
interface Running {
  id: number;
  isBegun: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

export function createPatternClient(
  begin: () => PatternPort,
  onFailed: () => void,
  limits: typeof patience = patience,
): PatternClient {
  let material: SearchMaterial = { documents: [], notes: new Map() };
  let worker: PatternWorker | undefined;
  let waiting: Waiting | undefined;
  let running: Running | undefined;
  let lastId = 0;

  const settle = (result: PatternResult | undefined) => {
    const asked = waiting;
    waiting = undefined;
    asked?.settle(result);
  };
  const end = () => {
    clearTimeout(running?.timer);
    running = undefined;
    worker?.port.terminate();
    worker = undefined;
  };
  const ask = ({ request }: Waiting) => {
    worker ??= start();
    worker.load(material, request);
    running = { id: request.id, isBegun: false };
    worker.port.postMessage(request);
  };
  /** After a while the worker is ended with what it does: the next question gets a new one, and the texts that it is about. */
  const watch = (watched: Running) => {
    clearTimeout(watched.timer);
    const isAsked = watched.id === waiting?.request.id;
    watched.timer = setTimeout(
      () => {
        end();
        if (waiting === undefined) return;
        if (isAsked) settle(failure('too-slow'));
        else ask(waiting);
      },
      isAsked ? limits.asked : limits.overtaken,
    );
  };
  const receive = (response: PatternResponse) => {
    if (running === undefined || response.id !== running.id) return;
    running.isBegun = true;
    if (response.kind === 'begun') return watch(running);
    clearTimeout(running.timer);
    running = undefined;
    if (response.id === waiting?.request.id) settle(unpacked(response.result));
    else if (waiting !== undefined) ask(waiting);
  };
  const start = () => {
    const port = begin();
    port.addEventListener('message', (event: MessageEvent<PatternResponse>) => receive(event.data));
    port.addEventListener('error', () => {
      if (worker?.port !== port) return;
      end();
      settle(undefined);
      onFailed();
    });
    return createPatternWorker(port);
  };
  return {
    load: (latest) => {
      material = latest;
    },
    match: (expression, parts, options) => {
      settle(undefined);
      lastId += 1;
      const request: Match = { kind: 'match', id: lastId, expression, parts, options };
      return new Promise((done) => {
        waiting = { request, settle: done };
        // Most are done in a moment, and a worker that is ended must be given all texts again.
        if (running === undefined) ask(waiting);
        else if (running.isBegun) watch(running);
      });
    },
  };
}

interface PatternWorker {
  port: PatternPort;
  /** Sends what the question is about and was not sent yet. */
  load: (material: SearchMaterial, question: Match) => void;
}

function createPatternWorker(port: PatternPort): PatternWorker {
  const load = createLoader((request) => port.postMessage(request));
  const sent = new Set<object>();
  return {
    port,
    load: ({ documents, notes }, { parts, options }) => {
      const isText = parts === 'text' || parts === 'everything';
      const isMeant = (id: string) => isText && (options.document === undefined || options.document === id);
      const needed = documents.filter((document) => sent.has(document) || isMeant(document.id));
      for (const document of needed) sent.add(document);
      load({ documents: needed, notes });
    },
  };
}

function unpacked(result: Result<PackedPatternFindings, SearchProblem>): PatternResult {
  if (!result.ok) return result;
  const { texts, ...others } = result.value;
  return success({ ...unpackAnswer(texts), ...others });
}
