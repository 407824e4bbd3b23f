import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { extractRawText } from 'mammoth';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newTask } from '#core/annotation/task';
import { type ExportFormat, exportFormats } from '#core/report/export-format';
import { success } from '#core/text/result';
import type { ErrorCode } from '#ipc/error-codes';
import type { PdfMaker } from '../../../src/main/export/made-file.ts';
import { createFileMaker, type MakeFile } from '../../../src/main/export/make-in-thread.ts';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { annotate, idOf } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';
import { type CallName, withFaults } from '../storage/faulty-file-system.ts';
import { builtFileThread } from './built-file-thread.ts';
import { everything, exportSetUp, pdf, preparedReport } from './export-set-up.ts';
import { sampleNotes } from './sample-report.ts';

let folder: string;
let makeFile: MakeFile;
beforeAll(async () => {
  makeFile = createFileMaker(await builtFileThread());
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-failures-'));
});
afterEach(() => rm(folder, { recursive: true }));

const departments = ['CON', 'lpt1.表', '教务处...', '长'.repeat(260), '\u202e财务\u2066科', '', '  '];
const tasks = departments.map((department, index) =>
  annotate(plan, '深化体育教育改革', {
    id: idOf(100 + index),
    task: { ...newTask, department, measure: `举措${index}` },
  }),
);
const annotations = [...sampleNotes, ...tasks];

interface Way {
  format: ExportFormat;
  byDepartment: boolean;
}
/** Every format, and those of each kind one file for each department. */
const ways: Way[] = [
  ...exportFormats.map((format) => ({ format, byDepartment: false })),
  ...(['pdf', 'docx', 'xlsx', 'csv'] as const).map((format) => ({ format, byDepartment: true })),
];
const nameOf = ({ format, byDepartment }: Way) => (byDepartment ? `${format} by department` : format);
const named = ways.map((way) => [nameOf(way), way] as const);

/** Prints as the window does: step by step, and not on when the reader has cancelled. */
const makePdf: PdfMaker = async (_page, { signal, onProgress }) => {
  for (const share of [0.3, 0.6]) {
    onProgress(share);
    if (signal.aborted) return undefined;
  }
  return pdf;
};

function optionsOf({ byDepartment }: Way): typeof everything {
  return byDepartment ? { ...everything, content: 'ledger', layout: 'table' } : everything;
}

/** Windows takes it as the name of an ordinary file, and a reader sees how it ends. */
function expectSafe(name: string, extension: string): void {
  expect(name.endsWith(`.${extension}`)).toBe(true);
  const stem = name.slice(0, -extension.length - 1);
  expect(stem).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[\s.~]|[\s.]$/u);
  expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)/i);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
}

/** Signs by which a file of this format begins, and ends when it is whole. */
async function expectWhole(path: string, { format, byDepartment }: Way): Promise<void> {
  const bytes = await readFile(path);
  const text = bytes.toString();
  if (byDepartment || format === 'docx' || format === 'xlsx') {
    expect(Object.keys(unzipSync(bytes)).length).toBeGreaterThan(3);
  } else if (format === 'pdf') expect(new Uint8Array(bytes)).toEqual(pdf.bytes);
  else if (format === 'html') expect(text.trimEnd()).toMatch(/^<!doctype html>[\s\S]*<\/html>$/);
  else expect(text).toContain('新文本里没有这一条了。');
}

describe.each(named)('%s', (_name, way) => {
  test.each([
    ['a device of Windows', 'CON'],
    ['a device with an extension', 'com1.txt'],
    ['dots at the end', '规划...'],
    ['dots and slashes', '../../etc/passwd'],
    ['260 characters', '划'.repeat(260)],
    ['marks that turn the direction of writing', '规划\u202efdp.exe\u2066\u200f'],
    ['control characters', '规\u0000划\r\n\u0007'],
    ['nothing that can be seen', ' \u200b\u202e. '],
  ])('makes a safe name of a title of %s', async (_title, title) => {
    const { handlers, proposed } = exportSetUp(folder, annotations, {
      library: { read: async () => success({ ...plan, title }) },
      makePdf,
    });
    const report = await preparedReport(handlers, optionsOf(way));
    expect(await handlers['export.save']({ report, ...way })).toMatchObject({ ok: true });
    const files = await readdir(folder);
    expect(files).toEqual(proposed);
    expectSafe(files[0] ?? '', way.byDepartment ? 'zip' : way.format);
    await expectWhole(join(folder, files[0] ?? ''), way);
  });

  test('cancelled at one step or another: no file, or the whole one when it is too late', async () => {
    const path = join(folder, '旧文件');
    let steps = 0;
    for (let isCancelled = true; isCancelled; steps = Math.max(steps + 1, steps * 2)) {
      await writeFile(path, 'old');
      let step = 0;
      const set = exportSetUp(folder, annotations, {
        showSaveDialog: async () => path,
        makePdf,
        makeFile,
        sendProgress: (report) => {
          if (step === steps) void set.handlers['export.cancel']({ report });
          step += 1;
        },
      });
      const report = await preparedReport(set.handlers, optionsOf(way));
      const saved = await set.handlers['export.save']({ report, ...way });
      expect(await readdir(folder)).toEqual(['旧文件']);
      isCancelled = saved.ok && 'cancelled' in saved.value;
      if (isCancelled) expect(await readFile(path, 'utf8')).toBe('old');
      else {
        expect(saved).toMatchObject({ ok: true, value: { name: '旧文件' } });
        await expectWhole(path, way);
      }
    }
    expect(steps).toBeGreaterThan(1);
  });

  test.each<[name: string, call: CallName, errno: string, code: ErrorCode]>([
    ['a full disk', 'write', 'ENOSPC', 'disk-full'],
    ['a disk that takes half and says nothing', 'short write', 'EIO', 'export-failed'],
    ['a disk that fails at the last moment', 'fsync', 'EIO', 'export-failed'],
    ['a folder without permission', 'open', 'EACCES', 'export-failed'],
    ['a read-only disk', 'open', 'EROFS', 'export-failed'],
    ['a file that another program holds', 'rename', 'EBUSY', 'file-busy'],
  ])('%s: says so, leaves the older file as it was and nothing beside it', async (_fault, call, errno, code) => {
    const path = join(folder, '旧文件');
    await writeFile(path, 'old');
    const faulty = withFaults(nodeFileSystem, (at) => (at === call ? errno : undefined));
    const { handlers } = exportSetUp(folder, annotations, {
      showSaveDialog: async () => path,
      makePdf,
      writer: createAtomicWriter({ fileSystem: faulty, delay: async () => undefined }),
    });
    const report = await preparedReport(handlers, optionsOf(way));
    expect(await handlers['export.save']({ report, ...way })).toMatchObject({ ok: false, error: { code } });
    expect(await readdir(folder)).toEqual(['旧文件']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });
});

test('the names of hostile departments are safe within the zip, and none is taken twice', async () => {
  const { handlers } = exportSetUp(folder, annotations, { makePdf });
  const way = { format: 'csv', byDepartment: true } as const;
  const report = await preparedReport(handlers, optionsOf(way));
  expect(await handlers['export.save']({ report, ...way })).toMatchObject({ ok: true });
  const [archive = ''] = await readdir(folder);
  const names = Object.keys(unzipSync(await readFile(join(folder, archive))));
  for (const name of names) expectSafe(name, 'csv');
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(5);
});

test('a style sheet that cannot be read leaves no web page', async () => {
  const { handlers } = exportSetUp(folder, annotations, { styles: () => Promise.reject(new Error('gone')) });
  const report = await preparedReport(handlers, everything);
  expect(await handlers['export.save']({ report, format: 'html' })).toMatchObject({
    ok: false,
    error: { code: 'export-failed', detail: 'gone' },
  });
  expect(await readdir(folder)).toEqual([]);
});

test.each(['docx', 'xlsx', 'csv', 'md', 'html'] as const)(
  'a midterm assessment as %s has every task once and no mere note',
  async (format) => {
    const { handlers } = exportSetUp(folder, annotations);
    const report = await preparedReport(handlers, { ...everything, content: 'midterm', layout: 'table' });
    expect(await handlers['export.save']({ report, format })).toMatchObject({ ok: true });
    const [name = ''] = await readdir(folder);
    expect(name).toBe(`吉林市“十四五”教育发展规划 中期评估 2026-11-23.${format}`);
    const bytes = await readFile(join(folder, name));
    const text = await textOf(bytes, format);
    for (const { measure } of tasks.map(({ task }) => task ?? newTask)) {
      expect([measure, text.split(measure).length - 1]).toEqual([measure, 1]);
    }
    expect(text).toContain('每周开足美育课程');
    expect(text).not.toContain('与市职教中心对接');
    // Only a ledger comes back: the workbook remembers nothing to be compared with.
    expect(text).not.toContain('_plan-reader');
  },
);

async function textOf(bytes: Buffer, format: ExportFormat): Promise<string> {
  if (format === 'docx') return (await extractRawText({ buffer: bytes })).value;
  if (format !== 'xlsx') return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join('\n');
}
