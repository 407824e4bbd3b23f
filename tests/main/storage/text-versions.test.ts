import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import { countCharacters } from '#core/text/count-characters';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { hashOfPlan } from '../../../src/main/storage/text-versions.ts';
import { secondVersion } from '../../core/anchoring/second-version.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { withFaults } from './faulty-file-system.ts';
import { successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const { id } = bundledPlan;
const [first, second] = [hashOfPlan(bundledPlan), hashOfPlan(secondVersion)];
const folder = () => join(notes.root, '文档', id);
const library = () => notes.storage.library;
const digits = (hash: string) => hash.slice('sha256-'.length);

async function putInUse(content: string): Promise<void> {
  await mkdir(folder(), { recursive: true });
  await writeFile(join(folder(), 'plan.json'), content);
}
const putPlan = (plan: PlanDocument) => putInUse(JSON.stringify(plan));
/** Makes the folder of the notes, as the first look at them does. */
const visit = async () => successOf(await notes.annotations.list(id));
const filesOfDocument = async () =>
  (await readdir(folder(), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder().length + 1))
    .sort();

test('the system’s hash of a text is the one that notes name', () => {
  for (const plan of [bundledPlan, secondVersion]) expect(hashOfPlan(plan)).toBe(textHash(plan));
});

describe('the text in use', () => {
  it('is the one that ships, as long as the folder has none; nothing is made for that', async () => {
    expect(successOf(await library().open(id))).toEqual(bundledPlan);
    expect(library().status(id)).toEqual({ source: 'bundled', problem: null });
    expect(await readdir(notes.base)).toEqual(['application']);
  });

  it('is the one in the folder, whoever put it there', async () => {
    await putPlan(secondVersion);
    expect(successOf(await library().open(id))).toEqual(secondVersion);
    expect(library().status(id)).toEqual({ source: 'folder', problem: null });
  });

  it('is the same object as long as its content is the same', async () => {
    await putPlan(secondVersion);
    const opened = successOf(await library().open(id));
    expect(successOf(await library().open(id))).toBe(opened);
    await putPlan({ ...secondVersion, title: '另一版' });
    expect(successOf(await library().open(id))).not.toBe(opened);
  });

  test.each<[name: string, put: () => Promise<void>, problem: 'damaged' | 'unreadable' | 'newer-version']>([
    ['cut off', () => putInUse(JSON.stringify(secondVersion).slice(0, 5000)), 'damaged'],
    ['empty', () => putInUse(''), 'damaged'],
    [
      'of a newer version of the program',
      () => putInUse(JSON.stringify({ ...secondVersion, schema: 'plan/2', added: true })),
      'newer-version',
    ],
    ['of another document', () => putPlan({ ...secondVersion, id: 'other' }), 'damaged'],
    [
      'not UTF-8',
      () => putInUse('').then(() => writeFile(join(folder(), 'plan.json'), new Uint8Array([0xff, 0xfe]))),
      'damaged',
    ],
    [
      'a link that leads elsewhere',
      async () => {
        await mkdir(folder(), { recursive: true });
        await writeFile(join(notes.base, 'elsewhere.json'), JSON.stringify(secondVersion));
        await symlink(join(notes.base, 'elsewhere.json'), join(folder(), 'plan.json'));
      },
      'unreadable',
    ],
    ['a folder', () => mkdir(join(folder(), 'plan.json'), { recursive: true }).then(() => undefined), 'unreadable'],
  ])('is the one that ships when that in the folder is %s, which is left alone', async (_name, put, problem) => {
    await put();
    const before = await readFile(join(folder(), 'plan.json')).catch(() => 'a folder');
    expect(successOf(await library().open(id))).toEqual(bundledPlan);
    expect(library().status(id)).toEqual({ source: 'bundled', problem });
    expect(await readFile(join(folder(), 'plan.json')).catch(() => 'a folder')).toEqual(before);
    expect(await filesOfDocument()).toEqual(before === 'a folder' ? [] : expect.any(Array));
  });
});

describe('texts that notes refer to', () => {
  beforeEach(async () => {
    await visit();
    await library().open(id);
  });

  it('are kept as text and as plan, once', async () => {
    successOf(await library().keep([first]));
    const names = [`versions/${digits(first)}.json`, `versions/${digits(first)}.txt`];
    expect(await filesOfDocument()).toEqual(names);
    expect(await readFile(join(folder(), `versions/${digits(first)}.txt`), 'utf8')).toBe(canonicalText(bundledPlan));
    const written: string[] = [];
    notes.restart(withFaults(nodeFileSystem, (call) => void written.push(call)));
    await library().open(id);
    successOf(await library().keep([first]));
    expect(written).not.toContain('write');
  });

  it('are not made up: an unknown hash keeps nothing', async () => {
    successOf(await library().keep(['sha256-0000000000000000', second]));
    expect(await filesOfDocument()).toEqual([]);
  });

  it('are completed when a part is missing or cut off', async () => {
    successOf(await library().keep([first]));
    await writeFile(join(folder(), `versions/${digits(first)}.txt`), '吉林市');
    await rm(join(folder(), `versions/${digits(first)}.json`));
    successOf(await library().keep([first]));
    expect(await readFile(join(folder(), `versions/${digits(first)}.txt`), 'utf8')).toBe(canonicalText(bundledPlan));
    expect(successOf(await library().version(id, first))).toEqual(bundledPlan);
  });

  test.each(['open', 'write', 'short write', 'fsync', 'rename', 'mkdir'] as const)(
    'that cannot be kept (%s) are an error, and no half of them is left',
    async (call) => {
      let isBroken = false;
      const faulty: FileSystem = withFaults(nodeFileSystem, (at) => (isBroken && at === call ? 'ENOSPC' : undefined));
      notes.restart(faulty);
      await library().open(id);
      isBroken = true;
      expect(await library().keep([first])).toMatchObject({ ok: false });
      expect(await filesOfDocument()).toEqual([]);
      isBroken = false;
      successOf(await library().keep([first]));
      expect(await filesOfDocument()).toHaveLength(2);
    },
  );

  it('are not written into the place of a folder that is gone', async () => {
    await rm(notes.root, { recursive: true });
    expect(await library().keep([first])).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    expect(successOf(await library().open(id))).toEqual(bundledPlan);
    await expect(readdir(notes.root)).rejects.toThrow();
  });
});

describe('versions', () => {
  beforeEach(async () => {
    await visit();
    await library().open(id);
    successOf(await library().keep([first]));
  });

  it('lists the text in use, the one that ships and those that are kept', async () => {
    await putPlan(secondVersion);
    const list = successOf(await library().versions(id));
    expect(list).toMatchObject([
      { hash: second, isInUse: true, isBundled: false, keptSince: null, sections: secondVersion.sections.length },
      { hash: first, isInUse: false, isBundled: true, characters: countCharacters(canonicalText(bundledPlan)) },
    ]);
    expect(Date.parse(list[1]?.keptSince ?? '')).toBeGreaterThan(0);
  });

  it('gives each of them, from the plain text alone if need be', async () => {
    await putPlan(secondVersion);
    await library().open(id);
    successOf(await library().keep([second]));
    await writeFile(join(folder(), `versions/${digits(second)}.json`), '{');
    notes.restart();
    expect(canonicalText(successOf(await library().version(id, second)))).toBe(canonicalText(secondVersion));
    expect(successOf(await library().version(id, first))).toEqual(bundledPlan);
    expect(await library().version(id, 'sha256-0000000000000000')).toMatchObject({
      error: { code: 'version-missing' },
    });
  });

  it('passes over a kept text that is not what its name says', async () => {
    const path = join(folder(), 'versions/1111111111111111.json');
    await writeFile(path, JSON.stringify(secondVersion));
    expect(successOf(await library().versions(id)).map(({ hash }) => hash)).toEqual([first]);
    expect(await library().version(id, 'sha256-1111111111111111')).toMatchObject({ ok: false });
  });
});

describe('using another version', () => {
  beforeEach(async () => {
    await visit();
    await library().open(id);
    successOf(await library().keep([first]));
    await putPlan(secondVersion);
    await library().open(id);
  });

  it('keeps the text that was in use, and there is a way back', async () => {
    expect(successOf(await library().useVersion(id, first))).toEqual(bundledPlan);
    expect(await filesOfDocument()).toEqual(
      [
        'plan.json',
        ...[first, second].flatMap((hash) => [`versions/${digits(hash)}.json`, `versions/${digits(hash)}.txt`]),
      ].sort(),
    );
    notes.restart();
    expect(successOf(await library().open(id))).toEqual(bundledPlan);
    expect(successOf(await library().useVersion(id, second))).toEqual(secondVersion);
    expect(successOf(await library().open(id))).toEqual(secondVersion);
  });

  it('is refused for a text that nobody has', async () => {
    const before = await filesOfDocument();
    expect(await library().useVersion(id, 'sha256-0000000000000000')).toMatchObject({
      error: { code: 'version-missing' },
    });
    expect(await filesOfDocument()).toEqual(before);
  });

  test.each(['write', 'short write', 'fsync', 'rename'] as const)('that fails (%s) changes nothing', async (call) => {
    let count = 0;
    let failAt = Number.POSITIVE_INFINITY;
    const counted = () => {
      count += 1;
      return count === failAt ? 'ENOSPC' : undefined;
    };
    notes.restart(withFaults(nodeFileSystem, (at) => (at === call ? counted() : undefined)));
    for (const fails of [1, 2, 3]) {
      await rm(join(folder(), 'versions', `${digits(second)}.txt`), { force: true });
      count = 0;
      failAt = fails;
      const used = await library().useVersion(id, first);
      failAt = Number.POSITIVE_INFINITY;
      if (used.ok) successOf(await library().useVersion(id, second));
      else expect(await readFile(join(folder(), 'plan.json'), 'utf8')).toBe(JSON.stringify(secondVersion));
      expect(successOf(await library().open(id))).toEqual(secondVersion);
    }
  });

  it('keeps as well what another program brings while it is under way', async () => {
    const third = structuredClone(secondVersion);
    Object.assign(third.blocks.at(-1) ?? {}, { text: '第三版的末段。' });
    let writes = 0;
    const bring = () => writeFileSync(join(folder(), 'plan.json'), JSON.stringify(third));
    notes.restart(withFaults(nodeFileSystem, (call) => void (call === 'write' && ++writes === 1 && bring())));
    expect(successOf(await library().useVersion(id, first))).toEqual(bundledPlan);
    expect(successOf(await library().open(id))).toEqual(bundledPlan);
    expect(successOf(await library().version(id, hashOfPlan(third)))).toEqual(third);
  });

  it('sets a damaged text aside instead of writing over it', async () => {
    await putInUse('{ "schema": "plan/1", ');
    expect(successOf(await library().useVersion(id, first))).toEqual(bundledPlan);
    const aside = (await filesOfDocument()).find((name) => name.startsWith('plan.damaged-'));
    expect(await readFile(join(folder(), aside ?? ''), 'utf8')).toBe('{ "schema": "plan/1", ');
    expect(successOf(await library().open(id))).toEqual(bundledPlan);
  });

  it('never replaces what a newer version of the program wrote', async () => {
    const newer = JSON.stringify({ ...secondVersion, schema: 'plan/12' });
    await putInUse(newer);
    const before = await filesOfDocument();
    expect(await library().useVersion(id, first)).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    expect(await readFile(join(folder(), 'plan.json'), 'utf8')).toBe(newer);
    expect(await filesOfDocument()).toEqual(before);
  });

  it('sets aside what it may not read', async () => {
    await rm(join(folder(), 'plan.json'));
    await symlink(join(notes.base, 'elsewhere.json'), join(folder(), 'plan.json'));
    expect(successOf(await library().useVersion(id, first))).toEqual(bundledPlan);
    const entries = await readdir(folder());
    expect(entries.filter((name) => name.startsWith('plan.damaged-'))).toHaveLength(1);
  });

  it('leaves the damaged text where it is when it cannot be replaced', async () => {
    await putInUse('{');
    let isBroken = false;
    notes.restart(withFaults(nodeFileSystem, (at) => (isBroken && at === 'write' ? 'ENOSPC' : undefined)));
    await library().open(id);
    isBroken = true;
    expect(await library().useVersion(id, first)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await readFile(join(folder(), 'plan.json'), 'utf8')).toBe('{');
  });

  it('needs the folder to be there', async () => {
    await rm(notes.root, { recursive: true });
    expect(await library().useVersion(id, first)).toMatchObject({ error: { code: 'folder-missing' } });
    await expect(readdir(dirname(notes.root))).resolves.toEqual([]);
  });
});
