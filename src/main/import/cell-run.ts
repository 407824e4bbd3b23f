import {
  documentLimits,
  type ReadDocument,
  type ReadProblem,
  type ReadProblemCode,
} from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import { type Sheet, type SheetRow, workbookLimits } from '#core/sheet/workbook';
import { failure, type Result, success } from '#core/text/result';
import { type CheckedResponse, cellResponseSchema } from '#ipc/cell-messages-schema';
import type { ReadWorkbook } from '#ipc/contract/sheet-contract';

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

/** Workbooks one after the other, each followed by its sheets, and those by their rows in portions. */
export function collectWorkbooks(): Collect<ReadWorkbook[]> {
  const workbooks: ReadWorkbook[] = [];
  const count = { cells: 0, characters: 0 };
  return (response) => {
    if (response.kind === 'workbooks') return success(workbooks);
    if (response.kind === 'workbook' && workbooks.length < workbookLimits.files) {
      const { name, problem } = response;
      workbooks.push(problem === undefined ? { name, workbook: { sheets: [] } } : { name, problem });
      return undefined;
    }
    const last = workbooks.at(-1);
    if (last === undefined || 'problem' in last) return failure({ code: 'broken' });
    const { sheets } = last.workbook;
    if (response.kind === 'sheet' && sheets.length < workbookLimits.sheets) {
      sheets.push({ ...response.sheet, rows: [] });
      return undefined;
    }
    const sheet = sheets.at(-1);
    if (response.kind !== 'rows' || sheet === undefined) return failure({ code: 'broken' });
    return takeRows(sheet, response.rows, count) ? undefined : failure({ code: 'broken' });
  };
}

/** Answers whether that is not more than can be. */
function takeRows(sheet: Sheet, rows: readonly SheetRow[], count: { cells: number; characters: number }): boolean {
  for (const row of rows) {
    sheet.rows.push(row);
    count.cells += row.cells.length;
    for (const { value } of row.cells) count.characters += typeof value === 'string' ? value.length : 0;
  }
  const { rows: most, cells, characters } = workbookLimits;
  return sheet.rows.length <= most && count.cells <= cells && count.characters <= characters;
}

/** The schema knows optional parts as perhaps `undefined`; those that are must not be there at all. */
function compact<Value extends object>(value: { [Key in keyof Value]: Value[Key] }): never {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
