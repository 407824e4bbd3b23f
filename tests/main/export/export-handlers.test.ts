import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { newTask } from '#core/annotation/task';
import { defaultSettings } from '#core/settings/settings';
import { failure, success } from '#core/text/result';
import type { ExportOptions } from '#ipc/contract/export-contract';
import type { PdfJob } from '../../../src/main/export/made-file.ts';
import type { ExportDependencies } from '../../../src/main/ipc/handlers/export.ts';
import { annotate, idOf, orphaned } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';
import { type ExportSetUp, everything, exportSetUp, pdf, preparedReport } from './export-set-up.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, { recursive: true }));

const setUp = (annotations: Annotation[], replaced: Partial<ExportDependencies> = {}) =>
  exportSetUp(folder, annotations, replaced);

async function preparedBy(handlers: ExportSetUp['handlers'], options = everything): Promise<string> {
  return preparedReport(handlers, options);
}

const note = annotate(plan, '深化体育教育改革', { label: 'todo' });

describe('export.prepare', () => {
  test('answers the counts and keeps the page under the id', async () => {
    const { handlers, pages } = setUp([note, orphaned({ ...note, id: idOf(2) })]);
    const prepared = await handlers['export.prepare'](everything);
    expect(prepared).toMatchObject({ ok: true, value: { entries: 2, orphans: 1 } });
    const id = prepared.ok ? prepared.value.report : '';
    expect(pages.get(id)).toContain('<body class="official"');
    expect(pages.get(id)).toContain('app://reader/assets/report.css');
  });

  test('uses the names that the reader gave to labels', async () => {
    const settings = { ...defaultSettings, labelNames: { todo: '本校要办' } };
    const { handlers, pages } = setUp([note], { settings: { read: async () => success({ settings, reset: false }) } });
    expect(pages.get(await preparedBy(handlers))).toContain('>本校要办</span>');
  });

  test.each<[name: string, annotations: Annotation[], options: Partial<ExportOptions>]>([
    ['there are no annotations', [], {}],
    ['all are highlights and those are not wanted', [{ ...note, body: '' }], { includeHighlights: false }],
    ['none is in the chapter', [note], { section: '4' }],
  ])('has nothing to export when %s', async (_name, annotations, options) => {
    const { handlers } = setUp(annotations);
    expect(await handlers['export.prepare']({ ...everything, ...options })).toEqual(failure({ code: 'export-empty' }));
  });

  describe('of very many notes', () => {
    const many = Array.from({ length: 1500 }, (_, index) => ({
      ...note,
      id: idOf(index + 1),
      body: `第 ${index} 条：**要办**，见[网页](https://example.cn/${index})。\n\n- 甲\n- 乙`,
    }));
    /** How often other work had its turn until `work` was done. */
    const turnsDuring = async (work: Promise<unknown>) => {
      let isDone = false;
      const done = work.then(() => {
        isDone = true;
      });
      let turns = 0;
      for (; !isDone; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      await done;
      return turns;
    };

    test('does not hold up everything else, and is the same whether or not notes were in a report before', async () => {
      const { handlers, pages } = setUp(many);
      await preparedBy(setUp([note]).handlers);
      let first = '';
      const turns = await turnsDuring(
        preparedBy(handlers).then((id) => {
          first = id;
        }),
      );
      expect(turns).toBeGreaterThan(5);
      expect(pages.get(await preparedBy(handlers))).toBe(pages.get(first));
      expect(pages.get(first)).toContain('<strong>要办</strong>');
    });

    test('is given up when a newer one is wanted', async () => {
      const { handlers } = setUp(many);
      const order: string[] = [];
      const older = handlers['export.prepare'](everything).finally(() => order.push('older'));
      const newer = handlers['export.prepare']({ ...everything, layout: 'plain' }).finally(() => order.push('newer'));
      expect(await older).toMatchObject({ ok: false, error: { code: 'export-failed' } });
      expect(await newer).toMatchObject({ ok: true });
      expect(order).toEqual(['older', 'newer']);
    });
  });

  test.each([
    ['the plan', { library: { read: async () => failure({ code: 'plan-damaged' as const }) } }, 'plan-damaged'],
    [
      'the notes',
      { annotations: { read: async () => failure({ code: 'folder-missing' as const }) } },
      'folder-missing',
    ],
  ])('passes on what is wrong with %s', async (_name, replaced, code) => {
    expect(await setUp([note], replaced).handlers['export.prepare'](everything)).toEqual(failure({ code }));
  });
});

describe('export.save', () => {
  test('proposes a name, writes the file and shows it when asked', async () => {
    const { handlers, proposed, progress, revealed } = setUp([note]);
    const saved = await handlers['export.save']({ report: await preparedBy(handlers), format: 'pdf' });
    const name = '吉林市“十四五”教育发展规划 批注 2026-11-23.pdf';
    expect(proposed).toEqual([name]);
    expect(saved).toMatchObject({ ok: true, value: { name, pages: 3 } });
    expect(await readdir(folder)).toEqual([name]);
    expect(new Uint8Array(await readFile(join(folder, name)))).toEqual(pdf.bytes);
    expect(progress.at(-1)).toBe(1);
    const file = saved.ok && 'file' in saved.value ? saved.value.file : '';
    expect(file).not.toContain(folder);
    await handlers['export.reveal']({ file });
    expect(revealed).toEqual([join(folder, name)]);
  });

  test('prints that very report, signed by the reader', async () => {
    const jobs: [string, PdfJob][] = [];
    const { handlers } = setUp([note], {
      makePdf: async (page, job) => {
        jobs.push([page.id, job]);
        return pdf;
      },
    });
    const first = await preparedBy(handlers);
    await preparedBy(handlers, { ...everything, layout: 'plain' });
    await handlers['export.save']({ report: first, format: 'pdf' });
    expect(jobs.map(([id, { author }]) => [id, author])).toEqual([[first, '王老师']]);
  });

  test.each([
    ['a title with signs that Windows forbids', '“双减”:/方案?', '“双减”：／方案？ 批注 2026-11-23.pdf'],
    ['a title of a hundred characters', '长'.repeat(100), `${'长'.repeat(40)} 批注 2026-11-23.pdf`],
    ['a title of nothing but signs', '...', '未命名文档 批注 2026-11-23.pdf'],
  ])('proposes a name that every system takes: %s', async (_name, title, expected) => {
    const { handlers, proposed } = setUp([note], { library: { read: async () => success({ ...plan, title }) } });
    await handlers['export.save']({ report: await preparedBy(handlers), format: 'pdf' });
    expect(proposed).toEqual([expected]);
    expect(await readdir(folder)).toEqual([expected]);
  });

  test('does nothing when the reader closes the dialog', async () => {
    const { handlers } = setUp([note], { showSaveDialog: async () => undefined });
    expect(await handlers['export.save']({ report: await preparedBy(handlers), format: 'pdf' })).toEqual(
      success({ cancelled: true }),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('stops when the reader cancels, and leaves no file', async () => {
    let started: () => void = () => undefined;
    const printing = new Promise<void>((resolve) => {
      started = resolve;
    });
    const { handlers } = setUp([note], {
      makePdf: (_page, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(undefined));
          started();
        }),
    });
    const report = await preparedBy(handlers);
    const saving = handlers['export.save']({ report, format: 'pdf' });
    await printing;
    expect(await handlers['export.save']({ report, format: 'pdf' })).toMatchObject({
      ok: false,
      error: { code: 'export-failed' },
    });
    await handlers['export.cancel']({ report });
    expect(await saving).toEqual(success({ cancelled: true }));
    expect(await readdir(folder)).toEqual([]);
  });

  test('says that printing failed, and leaves an older file as it was', async () => {
    const path = join(folder, '旧.pdf');
    await writeFile(path, 'old');
    const { handlers } = setUp([note], {
      showSaveDialog: async () => path,
      makePdf: () => Promise.reject(new Error('page process: crashed')),
    });
    const report = await preparedBy(handlers);
    expect(await handlers['export.save']({ report, format: 'pdf' })).toEqual(
      failure({ code: 'export-failed', detail: 'page process: crashed' }),
    );
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['旧.pdf']);
  });

  test('a failed export can be tried again', async () => {
    let attempts = 0;
    const { handlers } = setUp([note], {
      makePdf: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('once');
        return pdf;
      },
    });
    const report = await preparedBy(handlers);
    expect((await handlers['export.save']({ report, format: 'pdf' })).ok).toBe(false);
    expect((await handlers['export.save']({ report, format: 'pdf' })).ok).toBe(true);
  });

  test('says that the folder is gone', async () => {
    const { handlers } = setUp([note], { showSaveDialog: async () => join(folder, 'gone', 'a.pdf') });
    const report = await preparedBy(handlers);
    expect(await handlers['export.save']({ report, format: 'pdf' })).toEqual(
      failure({ code: 'export-failed', detail: 'ENOENT' }),
    );
  });

  test.each([
    ['a full disk', 'disk-full', 'disk-full'],
    ['a file that another program holds', 'file-busy', 'file-busy'],
    ['a read-only folder, whose sentence speaks of notes', 'folder-read-only', 'export-failed'],
  ] as const)('says what was wrong: %s', async (_name, code, expected) => {
    const { handlers } = setUp([note], { writer: { write: async () => failure({ code, detail: 'E' }) } });
    const report = await preparedBy(handlers);
    expect(await handlers['export.save']({ report, format: 'pdf' })).toEqual(failure({ code: expected, detail: 'E' }));
  });

  test('knows no other reports and files', async () => {
    const { handlers, revealed } = setUp([note]);
    expect(await handlers['export.save']({ report: 'other', format: 'pdf' })).toEqual(failure({ code: 'not-found' }));
    expect(await handlers['export.reveal']({ file: '/etc/passwd' })).toEqual(failure({ code: 'not-found' }));
    expect(revealed).toEqual([]);
  });
});

describe('export.preview', () => {
  test('answers the very bytes that are saved, which are made once', async () => {
    const jobs: PdfJob[] = [];
    const makePdf: ExportDependencies['makePdf'] = async (_page, job) => {
      jobs.push(job);
      return pdf;
    };
    const { handlers } = setUp([note], { makePdf });
    const report = await preparedBy(handlers);
    expect(await handlers['export.preview']({ report })).toEqual({ ok: true, value: { pdf: pdf.bytes } });
    expect(await handlers['export.save']({ report, format: 'pdf' })).toMatchObject({ ok: true, value: { pages: 3 } });
    const [name = ''] = await readdir(folder);
    expect(new Uint8Array(await readFile(join(folder, name)))).toEqual(pdf.bytes);
    expect(jobs.map(({ author }) => author)).toEqual(['王老师']);
    await handlers['export.endPreview']({ report });
    await handlers['export.preview']({ report });
    expect(jobs).toHaveLength(2);
  });

  test('gives way to the files of departments', async () => {
    let making: PdfJob | undefined;
    const task = annotate(plan, '深化体育教育改革', { id: idOf(3), task: { ...newTask, department: '教务处' } });
    const { handlers } = setUp([task], {
      makePdf: async (_page, job) => {
        if (making !== undefined) return pdf;
        making = job;
        return new Promise((resolve) => job.signal.addEventListener('abort', () => resolve(undefined)));
      },
    });
    const report = await preparedBy(handlers, { ...everything, content: 'ledger', layout: 'table' });
    const preview = handlers['export.preview']({ report });
    const saved = await handlers['export.save']({ report, format: 'pdf', byDepartment: true });
    expect(saved).toMatchObject({ ok: true, value: { files: 1 } });
    expect(await preview).toEqual({ ok: true, value: { cancelled: true } });
  });

  test('says why there is none', async () => {
    const { handlers } = setUp([note], { makePdf: () => Promise.reject(new Error('page process: crashed')) });
    const report = await preparedBy(handlers);
    expect(await handlers['export.preview']({ report })).toEqual({
      ok: false,
      error: { code: 'export-failed', detail: 'page process: crashed' },
    });
    expect(await handlers['export.preview']({ report: 'another' })).toMatchObject({ error: { code: 'not-found' } });
  });
});

test('export.previewSheet shows the sheet of the report as each format has it', async () => {
  const task = { ...newTask, measure: '-3 名缺编', completion: 40 };
  const { handlers } = setUp([annotate(plan, '深化体育教育改革', { id: idOf(3), task })]);
  const report = await preparedBy(handlers, { ...everything, content: 'ledger', layout: 'table' });
  const shown = async (format: 'xlsx' | 'csv') => {
    const answer = await handlers['export.previewSheet']({ report, format });
    if (!answer.ok) throw new Error(answer.error.code);
    const { columns, rows } = answer.value;
    const column = columns.findIndex(({ title }) => title === '本校举措');
    const share = columns.findIndex(({ title }) => title === '完成度');
    return [answer.value.name, answer.value.total, rows[0]?.[column], rows[0]?.[share], columns[0]?.letters];
  };
  expect(await shown('xlsx')).toEqual(['台账', 1, '-3 名缺编', '40%', 'B']);
  expect(await shown('csv')).toEqual(['台账', 1, "'-3 名缺编", '40', 'A']);
});
