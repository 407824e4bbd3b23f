import {
  documentLimits,
  type ReadDocument,
  type ReadProblem,
  type ReadProblemCode,
} from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import { type Sheet, type Workbook, workbookLimits } from '#core/sheet/workbook';
import { failure, type Result, success } from '#core/text/result';
import { type CheckedResponse, cellResponseSchema } from '#ipc/cell-messages-schema';

export type ReadOutcome<Read> = Result<Read, ReadProblem>;

/** Puts together what a cell tells of a file; `undefined` as long as there is more to come. */
export type Collect<Read> = (response: CheckedResponse) => ReadOutcome<Read> | undefined;

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
export interface CellRun<Read> {
  outcome: Promise<ReadOutcome<Read>>;
  /** Takes what the cell says. */
  hear: (message: unknown) => void;
  /** Ends the reading. */
  end: (code: ReadProblemCode) => void;
}

/** Starts to watch a cell. When the outcome is there the caller destroys it, whatever it is busy with. */
export function watchCell<Read>({ onProgress, signal, memory }: CellRunOptions, collect: Collect<Read>): CellRun<Read> {
  let settle: (outcome: ReadOutcome<Read>) => void = () => undefined;
  const settled = new Promise<ReadOutcome<Read>>((resolve) => {
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
  return { outcome, hear: listener({ onProgress, goOn, settle, collect }), end };
}

interface Listening<Read> {
  onProgress: (done: number, total: number) => void;
  /** There was progress. */
  goOn: () => void;
  settle: (outcome: ReadOutcome<Read>) => void;
  collect: Collect<Read>;
}

function listener<Read>({ onProgress, goOn, settle, collect }: Listening<Read>): (message: unknown) => void {
  let furthest = -1;
  let toldAt = Number.NEGATIVE_INFINITY;
  return (message) => {
    const parsed = cellResponseSchema.safeParse(message);
    if (!parsed.success) return settle(failure({ code: 'broken' }));
    const response = parsed.data;
    if (response.kind === 'problem') return settle(failure(response.problem));
    if (response.kind !== 'progress') {
      goOn();
      const outcome = collect(response);
      return outcome === undefined ? undefined : settle(outcome);
    }
    // Saying the same again is no progress.
    if (response.done <= furthest) return;
    furthest = response.done;
    goOn();
    const now = performance.now();
    if (now - toldAt < progressInterval && response.done < response.total) return;
    toldAt = now;
    onProgress(response.done, response.total);
  };
}

/** Blocks in portions, then what else is known of the document. */
export function collectDocument(): Collect<ReadDocument> {
  const blocks: TextBlock[] = [];
  let characters = 0;
  return (response) => {
    if (response.kind === 'read') return success(compact({ ...response.document, blocks }));
    if (response.kind !== 'blocks') return failure({ code: 'broken' });
    for (const block of response.blocks) {
      blocks.push(compact(block));
      characters += block.text.length;
    }
    const isTooMuch = blocks.length > documentLimits.blocks || characters > documentLimits.characters;
    return isTooMuch ? failure({ code: 'broken' }) : undefined;
  };
}

/** Sheets one after the other, each followed by its rows in portions. */
export function collectWorkbook(): Collect<Workbook> {
  const sheets: Sheet[] = [];
  const count = { cells: 0, characters: 0 };
  return (response) => {
    if (response.kind === 'workbook') return success({ sheets });
    if (response.kind === 'sheet' && sheets.length < workbookLimits.sheets) {
      sheets.push({ ...response.sheet, rows: [] });
      return undefined;
    }
    if (response.kind !== 'rows') return failure({ code: 'broken' });
    const sheet = sheets.at(-1);
    if (sheet === undefined) return failure({ code: 'broken' });
    for (const row of response.rows) {
      sheet.rows.push(row);
      count.cells += row.cells.length;
      for (const { value } of row.cells) count.characters += typeof value === 'string' ? value.length : 0;
    }
    const { rows, cells, characters } = workbookLimits;
    const isTooMuch = sheet.rows.length > rows || count.cells > cells || count.characters > characters;
    return isTooMuch ? failure({ code: 'broken' }) : undefined;
  };
}

/** The schema knows optional parts as perhaps `undefined`; those that are must not be there at all. */
function compact<Value extends object>(value: { [Key in keyof Value]: Value[Key] }): never {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
