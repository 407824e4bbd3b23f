import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { failure, success } from '#core/text/result';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { createDocumentRepository, type ImportedText } from '../../../src/main/storage/document-repository.ts';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createLibraryRepository } from '../../../src/main/storage/library-repository.ts';
import { successOf } from './storage-set.ts';

const shipped = planFromText('shipped', '随程序附带的规划\n一、总则\n内容。');
const corrections: ImportedText['record']['corrections'] = {
  schema: 'corrections/1',
  corrections: [{ kind: 'text', block: { text: '一、总则', occurrence: 0, occurrences: 1, before: '' } }],
};
const imported = (id: string, text: string): ImportedText => ({
  plan: planFromText(id, text),
  record: {
    source: { fileName: '规划.txt', format: 'text', encoding: 'gb18030', importedAt: '2026-11-26T09:00:00+08:00' },
    corrections,
  },
  bytes: new TextEncoder().encode(text),
});

let root: string;
let clock = Date.UTC(2026, 10, 26);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'plan-reader-'));
  await mkdir(join(root, 'resources/plans/shipped'), { recursive: true });
  await mkdir(join(root, 'data/笔记'), { recursive: true });
  await writeFile(join(root, 'resources/plans/shipped/plan.json'), JSON.stringify(shipped));
});
afterEach(() => rm(root, { recursive: true }));

function open(writer = createAtomicWriter()) {
  const data = join(root, 'data');
  const paths = { root: data, notes: join(data, '笔记'), recycleBin: join(data, '回收站') };
  const options = {
    dataFolder: { locate: async () => success(data), open: async () => success(paths) },
    fileSystem: nodeFileSystem,
    writer,
    now: () => {
      clock += 1000;
      return new Date(clock);
    },
  };
  const library = createLibraryRepository({ ...options, resources: join(root, 'resources'), readFile });
  return { library, documents: createDocumentRepository({ ...options, library, bundled: ['shipped'] }) };
}
const importedFile = async (document: string) => {
  const folder = inData('文档', document, 'imports');
  const names = await readdir(folder);
  return join(folder, names.find((name) => name.endsWith('.txt')) ?? '');
};
const inData = (...names: string[]) => join(root, 'data', ...names);

describe('a document that was imported', () => {
  it('is listed with what is known about it, beside the one that ships', async () => {
    const { documents } = open();
    successOf(await documents.save(imported('doc-1', '本校规划\n一、总则\n内容。\n二、任务\n内容。')));
    await mkdir(inData('笔记', '本校规划 [doc-1]', '2026-11'), { recursive: true });
    await writeFile(inData('笔记', '本校规划 [doc-1]', '2026-11', 'a.md'), '');
    await writeFile(inData('笔记', '本校规划 [doc-1]', '2026-11', '.~a.tmp'), '');
    const { documents: listed, removed } = successOf(await open().documents.list());
    expect(listed).toMatchObject([
      { id: 'shipped', isBundled: true, chapters: 1, notes: 0, source: null, problem: null },
      { id: 'doc-1', title: '本校规划', isBundled: false, chapters: 2, sections: 2, notes: 1 },
    ]);
    expect(listed[1]?.source).toMatchObject({ fileName: '规划.txt', format: 'text', encoding: 'gb18030' });
    expect(removed).toEqual([]);
  });

  it('keeps the file that it came from and what was corrected', async () => {
    const { documents } = open();
    successOf(await documents.save(imported('doc-1', '本校规划')));
    expect(await readFile(await importedFile('doc-1'), 'utf8')).toBe('本校规划');
    expect(successOf(await open().documents.record('doc-1'))?.corrections).toEqual(corrections);
    expect(successOf(await documents.record('nowhere'))).toBeNull();
  });

  it('goes back to what was corrected in a text when it goes back to the text', async () => {
    const { documents, library } = open();
    successOf(await documents.save(imported('doc-1', '本校规划\n一、总则')));
    const [first] = successOf(await library.versions('doc-1'));
    const second = imported('doc-1', '本校规划\n一、总则\n新的内容。');
    const record = {
      source: { ...second.record.source, fileName: '新.txt' },
      corrections: { ...corrections, corrections: [] },
    };
    successOf(await documents.save({ ...second, record }));
    expect(successOf(await documents.record('doc-1'))).toEqual(record);
    successOf(await library.useVersion('doc-1', first?.hash ?? ''));
    expect(successOf(await documents.record('doc-1'))).toEqual(imported('doc-1', '').record);
    const sources = await Promise.all(
      successOf(await library.versions('doc-1')).map(({ hash }) => documents.source('doc-1', hash)),
    );
    expect(sources.map((source) => source?.fileName)).toEqual(['规划.txt', '新.txt']);
  });

  it('gets a new text, and the one before is kept', async () => {
    const { documents, library } = open();
    successOf(await documents.save(imported('shipped', '随程序附带的规划\n一、总则\n全文。')));
    expect(successOf(await library.read('shipped')).blocks.at(-1)?.text).toBe('全文。');
    const versions = successOf(await library.versions('shipped'));
    expect(versions.map(({ isBundled, isInUse }) => ({ isBundled, isInUse }))).toEqual([
      { isBundled: false, isInUse: true },
      { isBundled: true, isInUse: false },
    ]);
  });

  it('whose outline alone was corrected is replaced as well', async () => {
    const { documents, library } = open();
    const text = imported('doc-1', '本校规划\n一、总则\n内容。');
    successOf(await documents.save(text));
    successOf(
      await documents.save({
        ...text,
        plan: {
          ...text.plan,
          sections: [],
          blocks: text.plan.blocks.map(({ kind, text: words }) => ({
            kind: kind === 'heading' ? 'paragraph' : kind,
            text: words,
          })),
        },
      }),
    );
    expect(successOf(await library.read('doc-1')).sections).toEqual([]);
  });

  it('whose outline was corrected keeps the corrected one when another text comes', async () => {
    const { documents, library } = open();
    const text = imported('doc-1', '本校规划\n一、总则\n内容。');
    successOf(await documents.save(text));
    const plain = text.plan.blocks.map(({ kind, text: words }) => ({
      kind: kind === 'heading' ? ('paragraph' as const) : kind,
      text: words,
    }));
    successOf(await documents.save({ ...text, plan: { ...text.plan, sections: [], blocks: plain } }));
    const [used] = successOf(await library.versions('doc-1'));
    successOf(await documents.save(imported('doc-1', '本校规划\n一、总则\n新的内容。')));
    expect(successOf(await library.useVersion('doc-1', used?.hash ?? '')).sections).toEqual([]);
  });

  it('stays as it was when the file that a new text came from cannot be kept', async () => {
    successOf(await open().documents.save(imported('doc-1', '本校规划\n旧的内容。')));
    const full = { ...createAtomicWriter() };
    const writer = {
      ...full,
      write: async (...parameters: Parameters<typeof full.write>) =>
        parameters[0].endsWith('.txt') && parameters[0].includes('imports')
          ? failure({ code: 'disk-full' as const })
          : full.write(...parameters),
    };
    const { documents, library } = open(writer);
    expect(await documents.save(imported('doc-1', '本校规划\n新的内容。'))).toMatchObject({ ok: false });
    expect(successOf(await library.read('doc-1')).blocks.at(-1)?.text).toBe('旧的内容。');
  });

  it('can be renamed', async () => {
    const { documents } = open();
    successOf(await documents.save(imported('doc-1', '本校规划')));
    successOf(await documents.rename('doc-1', '实施方案'));
    expect(successOf(await open().documents.list()).documents[1]?.title).toBe('实施方案');
  });
});

describe('removing', () => {
  it('moves everything about a document into the recycle bin, and its notes stay', async () => {
    const { documents } = open();
    successOf(await documents.save(imported('doc-1', '本校规划')));
    const files = (await readdir(inData('文档', 'doc-1'))).sort();
    await mkdir(inData('笔记', '本校规划 [doc-1]'), { recursive: true });
    await writeFile(inData('笔记', '本校规划 [doc-1]', 'a.md'), '');
    successOf(await documents.remove('doc-1'));
    const { documents: listed, removed } = successOf(await documents.list());
    expect(listed.map(({ id }) => id)).toEqual(['shipped']);
    expect(removed).toMatchObject([{ id: 'doc-1', title: '本校规划', notes: 1 }]);
    expect(await readdir(inData('笔记', '本校规划 [doc-1]'))).toEqual(['a.md']);
    successOf(await documents.restore('doc-1'));
    expect((await readdir(inData('文档', 'doc-1'))).sort()).toEqual(files);
    expect(successOf(await open().documents.list()).documents[1]?.title).toBe('本校规划');
  });

  it('is refused for the document that ships', async () => {
    expect(await open().documents.remove('shipped')).toMatchObject({ ok: false });
  });

  it('is taken back though texts were kept for its notes meanwhile', async () => {
    const { documents, library } = open();
    successOf(await documents.save(imported('doc-1', '本校规划')));
    const [used] = successOf(await library.versions('doc-1'));
    successOf(await documents.remove('doc-1'));
    successOf(await library.keep([used?.hash ?? '']));
    expect(await readdir(inData('文档', 'doc-1'))).toEqual(['versions']);
    successOf(await documents.restore('doc-1'));
    expect(successOf(await documents.list()).documents[1]?.title).toBe('本校规划');
    expect((await readdir(inData('回收站', '文档'))).filter((name) => name.endsWith(' versions'))).toHaveLength(1);
  });

  it('overwrites nothing when the document is there again', async () => {
    const { documents } = open();
    successOf(await documents.save(imported('doc-1', '旧')));
    successOf(await documents.remove('doc-1'));
    successOf(await documents.save(imported('doc-1', '新')));
    expect(await documents.restore('doc-1')).toMatchObject({ ok: false, error: { code: 'changed-elsewhere' } });
    expect(await readFile(await importedFile('doc-1'), 'utf8')).toBe('新');
  });
});
