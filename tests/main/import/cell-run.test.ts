import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { documentLimits, type ReadDocument } from '#core/importing/read-document';
import {
  type CellRun,
  cellLimits,
  collectDocument,
  collectWorkbooks,
  watchCell,
} from '../../../src/main/import/cell-run.ts';

let controller: AbortController;
let memory: number | undefined;
let progress: [number, number][];

beforeEach(() => {
  vi.useFakeTimers();
  controller = new AbortController();
  memory = 0;
  progress = [];
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const options = () => ({
  onProgress: (done: number, total: number) => progress.push([done, total]),
  signal: controller.signal,
  memory: () => memory,
});

function watched(): CellRun<ReadDocument> {
  return watchCell(options(), collectDocument());
}

const read = { kind: 'read', document: { format: 'text', remarks: [] } };

describe('what a cell says of a workbook', () => {
  const workbook = { kind: 'workbook', name: '甲.xlsx' };
  const sheet = { kind: 'sheet', sheet: { name: '台账', isHidden: false, merges: [] } };
  const rows = (number: number) => ({
    kind: 'rows',
    rows: [{ number, cells: [{ column: 0, kind: 'text', value: '甲' }] }],
  });

  test('sheets, each with the rows that follow it', async () => {
    const run = watchCell(options(), collectWorkbooks());
    const problem = { code: 'encrypted' };
    const other = { kind: 'workbook', name: '乙.xlsx', problem };
    for (const message of [workbook, sheet, rows(1), rows(3), sheet, other, workbook]) run.hear(message);
    run.hear({ kind: 'workbooks' });
    expect(await run.outcome).toMatchObject({
      ok: true,
      value: [
        {
          name: '甲.xlsx',
          workbook: { sheets: [{ name: '台账', rows: [{ number: 1 }, { number: 3 }] }, { rows: [] }] },
        },
        { name: '乙.xlsx', problem },
        { workbook: { sheets: [] } },
      ],
    });
  });

  test.each([
    ['a sheet of no workbook', [sheet]],
    ['rows of no sheet', [workbook, rows(1)]],
    ['a sheet of a workbook that cannot be read', [{ ...workbook, problem: { code: 'broken' } }, sheet]],
    ['more workbooks than an archive may have', Array.from({ length: 201 }, () => workbook)],
  ])('%s is not believed', async (_name, said) => {
    const run = watchCell(options(), collectWorkbooks());
    for (const message of said) run.hear(message);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'broken' } });
  });

  test.each([
    ['a document', { kind: 'read', document: { format: 'text', remarks: [] } }],
    ['a value that is none', { ...rows(1), rows: [{ number: 1, cells: [{ column: 0, kind: 'text', value: {} }] }] }],
    [
      'more columns than are read',
      { ...rows(1), rows: [{ number: 1, cells: [{ column: 999, kind: 'text', value: '' }] }] },
    ],
  ])('%s instead is not believed', async (_name, message) => {
    const run = watchCell(options(), collectWorkbooks());
    run.hear(workbook);
    run.hear(sheet);
    run.hear(message);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'broken' } });
  });
});

describe('what a cell says', () => {
  test('blocks in portions become one document', async () => {
    const run = watched();
    run.hear({ kind: 'progress', done: 1, total: 2 });
    run.hear({ kind: 'blocks', blocks: [{ text: '一', hint: { headingLevel: 1 } }] });
    run.hear({ kind: 'blocks', blocks: [{ text: '二' }] });
    run.hear(read);
    expect(await run.outcome).toStrictEqual({
      ok: true,
      value: { blocks: [{ text: '一', hint: { headingLevel: 1 } }, { text: '二' }], format: 'text', remarks: [] },
    });
    expect(progress).toEqual([[1, 2]]);
  });

  test('progress is told as often as anybody can see it, and the end of it always', async () => {
    const run = watched();
    for (let done = 1; done <= 100; done += 1) {
      run.hear({ kind: 'progress', done, total: 100 });
      vi.advanceTimersByTime(2);
    }
    expect(progress.length).toBeLessThan(8);
    expect(progress.at(-1)).toEqual([100, 100]);
    run.hear(read);
    await run.outcome;
  });

  test('one that goes on for ever is ended, however much it has to tell', async () => {
    const run = watched();
    for (let done = 1; done <= cellLimits.total / 1000; done += 1) {
      run.hear({ kind: 'progress', done, total: Number.MAX_SAFE_INTEGER });
      vi.advanceTimersByTime(1000);
    }
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'too-slow' } });
  });

  test('a problem is handed on', async () => {
    const run = watched();
    run.hear({ kind: 'problem', problem: { code: 'unsupported', kind: 'rtf' } });
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'unsupported', kind: 'rtf' } });
  });

  const lies: [string, unknown][] = [
    ['nothing', null],
    ['another kind', { kind: 'html', html: '<p>' }],
    ['a block that is HTML', { kind: 'blocks', blocks: [{ html: '<p>' }] }],
    ['a key too many in a block', { kind: 'blocks', blocks: [{ text: '一', html: '<p>' }] }],
    ['a key too many in a hint', { kind: 'blocks', blocks: [{ text: '一', hint: { style: 'x' } }] }],
    ['a text that is none', { kind: 'blocks', blocks: [{ text: { length: 1 } }] }],
    ['a level that is none', { kind: 'blocks', blocks: [{ text: '一', hint: { headingLevel: 0.5 } }] }],
    ['too many blocks at once', { kind: 'blocks', blocks: new Array(documentLimits.blocks + 1).fill({ text: '' }) }],
    ['a remark that nobody knows', { kind: 'read', document: { format: 'text', remarks: ['<script>'] } }],
    ['blocks beside the document', { kind: 'read', document: { format: 'text', remarks: [], blocks: [] } }],
    ['an ending that only the main process knows', { kind: 'problem', problem: { code: 'cancelled' } }],
    ['a negative progress', { kind: 'progress', done: -1, total: 1 }],
  ];
  test.each(lies)('%s ends it', async (_name, message) => {
    const run = watched();
    run.hear(message);
    run.hear(read);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'broken' } });
  });

  test('the blocks of all portions are counted', async () => {
    const run = watched();
    const half = { kind: 'blocks', blocks: new Array(documentLimits.blocks / 2 + 1).fill({ text: '' }) };
    run.hear(half);
    run.hear(half);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'broken' } });
  });

  test('the characters of all portions are counted', async () => {
    const run = watched();
    const text = '文'.repeat(documentLimits.characters / 2 + 1);
    run.hear({ kind: 'blocks', blocks: [{ text }] });
    run.hear({ kind: 'blocks', blocks: [{ text }] });
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'broken' } });
  });
});

describe('what ends a cell', () => {
  test('a minute of silence', async () => {
    const run = watched();
    vi.advanceTimersByTime(cellLimits.silence - 1);
    run.hear({ kind: 'progress', done: 1, total: 9 });
    vi.advanceTimersByTime(cellLimits.silence - 1);
    run.hear({ kind: 'progress', done: 1, total: 9 });
    vi.advanceTimersByTime(1);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'too-slow' } });
  });

  test('too much memory', async () => {
    const run = watched();
    memory = cellLimits.memory + 1;
    vi.advanceTimersByTime(cellLimits.memoryInterval);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'too-demanding' } });
  });

  test('its own end', async () => {
    const run = watched();
    run.end('broken');
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'broken' } });
  });

  test('the person who waits', async () => {
    const run = watched();
    controller.abort();
    run.hear(read);
    expect(await run.outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  test('the person who did not wait for its beginning', async () => {
    controller.abort();
    expect(await watched().outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});
