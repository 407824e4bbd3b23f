import {
  documentLimits,
  type ReadDocument,
  type ReadProblem,
  type ReadProblemCode,
} from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import { failure, type Result, success } from '#core/text/result';
import { cellResponseSchema } from '#ipc/cell-messages-schema';

export type ReadOutcome = Result<ReadDocument, ReadProblem>;

export interface CellRunOptions {
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
  /** Bytes of memory that the cell's process has now; `undefined` while there is none. */
  memory: () => number | undefined;
}

/** Everything that may end a reading, but the person who waits for it. */
export const cellLimits = { silence: 60_000, total: 600_000, memory: 1024 ** 3, memoryInterval: 100 } as const;

/** Progress is told no more often than anybody can see, in ms. */
const progressInterval = 50;

/** One reading, seen from the main process: what the cell says, checked, and for how long and how much it may work. */
export interface CellRun {
  outcome: Promise<ReadOutcome>;
  /** Takes what the cell says. */
  hear: (message: unknown) => void;
  /** Ends the reading. */
  end: (code: ReadProblemCode) => void;
}

/** Starts to watch a cell. When the outcome is there the caller destroys it, whatever it is busy with. */
export function watchCell({ onProgress, signal, memory }: CellRunOptions): CellRun {
  let settle: (outcome: ReadOutcome) => void = () => undefined;
  const settled = new Promise<ReadOutcome>((resolve) => {
    settle = resolve;
  });
  const end = (code: ReadProblemCode) => settle(failure({ code }));
  const cancel = () => end('cancelled');
  let silence = setTimeout(end, cellLimits.silence, 'too-slow');
  const goOn = () => {
    clearTimeout(silence);
    silence = setTimeout(end, cellLimits.silence, 'too-slow');
  };
  const total = setTimeout(end, cellLimits.total, 'too-slow');
  const watch = setInterval(() => {
    if ((memory() ?? 0) > cellLimits.memory) end('too-demanding');
  }, cellLimits.memoryInterval);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const outcome = settled.finally(() => {
    clearTimeout(silence);
    clearTimeout(total);
    clearInterval(watch);
    signal.removeEventListener('abort', cancel);
  });
  return { outcome, hear: listener({ onProgress, goOn, settle }), end };
}

interface Listening {
  onProgress: (done: number, total: number) => void;
  /** There was progress. */
  goOn: () => void;
  settle: (outcome: ReadOutcome) => void;
}

function listener({ onProgress, goOn, settle }: Listening): (message: unknown) => void {
  const blocks: TextBlock[] = [];
  let characters = 0;
  let furthest = -1;
  let toldAt = Number.NEGATIVE_INFINITY;
  return (message) => {
    const parsed = cellResponseSchema.safeParse(message);
    if (!parsed.success) return settle(failure({ code: 'broken' }));
    const response = parsed.data;
    if (response.kind === 'problem') return settle(failure(response.problem));
    if (response.kind === 'read') return settle(success(compact({ ...response.document, blocks })));
    if (response.kind === 'progress') {
      // Saying the same again is no progress.
      if (response.done <= furthest) return;
      furthest = response.done;
      goOn();
      const now = performance.now();
      if (now - toldAt < progressInterval && response.done < response.total) return;
      toldAt = now;
      return onProgress(response.done, response.total);
    }
    goOn();
    for (const block of response.blocks) {
      blocks.push(compact(block));
      characters += block.text.length;
    }
    if (blocks.length > documentLimits.blocks || characters > documentLimits.characters) {
      settle(failure({ code: 'broken' }));
    }
  };
}

/** The schema knows optional parts as perhaps `undefined`; those that are must not be there at all. */
function compact<Value extends object>(value: { [Key in keyof Value]: Value[Key] }): never {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
