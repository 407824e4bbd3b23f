import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileOrder, makeFile } from '../../../src/main/export/make-file.ts';
import { createFileMaker, type MakeFile } from '../../../src/main/export/make-in-thread.ts';
import { annotate, idOf } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';
import { builtFileThread } from './built-file-thread.ts';
import { pageOf, sampleNotes } from './sample-report.ts';

let folder: string;
let makeInThread: MakeFile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threads-'));
  makeInThread = createFileMaker(await builtFileThread());
});
afterAll(() => rm(folder, { recursive: true }));

async function orderOf(change: Partial<FileOrder>, annotations = sampleNotes): Promise<FileOrder> {
  const byDepartment = change.byDepartment ?? false;
  const { html, ...page } = await pageOf(annotations, byDepartment ? { content: 'ledger', layout: 'table' } : {});
  const author = '王老师';
  const created = new Date('2026-11-26T04:00:00Z');
  return {
    page,
    html: html(),
    format: 'md',
    byDepartment,
    author,
    created,
    styles: '.official{color:black}',
    ...change,
  };
}

const job = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

describe('a file from the thread', () => {
  test.each<Partial<FileOrder>>([
    { format: 'xlsx' },
    { format: 'csv' },
    { format: 'md' },
    { format: 'html' },
    { format: 'xlsx', byDepartment: true },
    { format: 'html', byDepartment: true },
  ])('is the very one that is made here: %o', async (change) => {
    const order = await orderOf(change);
    const here = await makeFile(order, () => undefined);
    const there = await makeInThread(order, job());
    expect(there?.files).toBe(here.files);
    expect(Buffer.from(there?.bytes ?? '').equals(Buffer.from(here.bytes))).toBe(true);
  });

  test('of Word has the same parts, and says how far it is', async () => {
    const shares: number[] = [];
    const made = await makeInThread(await orderOf({ format: 'docx' }), {
      ...job(),
      onProgress: (at) => shares.push(at),
    });
    const parts = unzipSync(new Uint8Array(Buffer.from(made?.bytes ?? '')));
    expect(Object.keys(parts)).toContain('word/document.xml');
    expect(Buffer.from(parts['docProps/core.xml'] ?? []).toString()).toContain('<dc:creator>王老师</dc:creator>');
    expect(shares).toContain(0.6);
    expect(shares).toEqual([...shares].sort());
  });

  test('holds every note once, under the names that the reader gave to labels', async () => {
    const order = await orderOf({ format: 'md' });
    const { source } = order.page;
    if (source === undefined) throw new Error('no source');
    const page = {
      ...order.page,
      source: { ...source, writing: { ...source.writing, labelNames: { question: '存疑' } } },
    };
    const text = String((await makeInThread({ ...order, page }, job()))?.bytes);
    for (const words of [
      '现状摸底：学校、班级、教师数。',
      '与市职教中心对接。',
      '新文本里没有这一条了。',
      '每周开足美育课程',
    ]) {
      expect([words, text.split(words).length - 1]).toEqual([words, 1]);
    }
    expect(text).toContain('存疑');
  });
});

describe('of very many notes', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    annotate(plan, '深化体育教育改革', { id: idOf(index + 1), body: `第 ${index} 条：**要办**。\n\n- 甲\n- 乙` }),
  );
  /** How often something else had its turn between the first step and the end. */
  async function turnsDuring(make: (onProgress: () => void) => Promise<unknown>): Promise<number> {
    let turns = 0;
    let isDone = false;
    let hasBegun = false;
    const turn = () => {
      if (hasBegun) turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await make(() => {
      hasBegun = true;
    });
    isDone = true;
    return turns;
  }

  test('everything else has its turn while the file is made', async () => {
    const order = await orderOf({}, many);
    expect(await turnsDuring((onProgress) => makeInThread(order, { ...job(), onProgress }))).toBeGreaterThan(0);
  });

  test('control: made here, it lets nothing else have its turn', async () => {
    const order = await orderOf({}, many);
    expect(await turnsDuring((onProgress) => makeFile(order, onProgress))).toBe(0);
  });
});

describe('the thread', () => {
  /** A thread that does something else. */
  async function makerOf(name: string, source: string): Promise<MakeFile> {
    const path = join(folder, `${name}.cjs`);
    await writeFile(path, `const { parentPort, workerData } = require('node:worker_threads');\n${source}`);
    return createFileMaker(path);
  }

  test('is not begun when the reader has cancelled before', async () => {
    const make = createFileMaker(join(folder, 'missing.cjs'));
    expect(await make(await orderOf({}), { ...job(), signal: AbortSignal.abort() })).toBeUndefined();
  });

  test('ends when the reader cancels, whatever it is doing', async () => {
    const shared = new SharedArrayBuffer(4);
    const counter = new Int32Array(shared);
    const make = await makerOf(
      'endless',
      'const counter = new Int32Array(workerData.shared);\nAtomics.add(counter, 0, 1);\nparentPort.postMessage({ progress: 0.5 });\nfor (;;) Atomics.add(counter, 0, 1);',
    );
    const controller = new AbortController();
    const order = { ...(await orderOf({})), shared } as FileOrder;
    const made = await make(order, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(made).toBeUndefined();
    const countedMeanwhile = async () => {
      const before = Atomics.load(counter, 0);
      for (let turn = 0; turn < 1_000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return Atomics.load(counter, 0) - before;
    };
    await expect.poll(countedMeanwhile).toBe(0);
    expect(Atomics.load(counter, 0)).not.toBe(0);
  });

  test.each([
    ['fails', "parentPort.postMessage({ failure: 'no room' });", 'no room'],
    ['throws', "throw new Error('broken');", 'broken'],
    ['ends without an answer', 'process.exit(3);', 'the thread ended: 3'],
  ])('says why there is no file when it %s', async (name, source, message) => {
    const make = await makerOf(name, source);
    await expect(make(await orderOf({}), job())).rejects.toThrow(message);
  });

  test('that is not there is an error, too', async () => {
    await expect(createFileMaker(join(folder, 'missing.cjs'))(await orderOf({}), job())).rejects.toThrow('missing.cjs');
  });

  test('says why a report cannot be made a file', async () => {
    const { page, ...order } = await orderOf({});
    const { source, ...printed } = page;
    expect(source).toBeDefined();
    await expect(makeInThread({ ...order, page: printed }, job())).rejects.toThrow('only printed');
  });
});
