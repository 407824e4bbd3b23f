import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { bodies, createStorage, draft, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const month = () => join(notes.root, pathOf(1), '..');

/** Every path below the data folder with what must not change: content, time of change, identity. */
async function photograph(): Promise<Record<string, string>> {
  const paths = await readdir(notes.root, { recursive: true });
  const picture: Record<string, string> = {};
  for (const path of paths) {
    const absolute = join(notes.root, path);
    const status = await lstat(absolute, { bigint: true });
    const content = status.isFile() ? (await readFile(absolute)).toString('base64') : '';
    picture[path] = [status.ino, status.mtimeNs, status.mode, content].join(' ');
  }
  return picture;
}

it('loading changes no byte and no time of any file, reports the damaged ones and shows all others', async () => {
  for (const body of ['a', 'b', 'c']) successOf(await notes.annotations.create({ ...draft, body }));
  const good = await notes.text(pathOf(1));
  const fresh = (text: string) => text.replace(/01M84\w+/, '01M84B9PR0644CCAMGF5SX0001');
  const outside = join(notes.base, 'outside.md');
  await writeFile(outside, fresh(good));
  await mkdir(join(notes.base, 'outside'));
  await writeFile(join(notes.base, 'outside', 'x.md'), fresh(good));
  const bomb = Array.from({ length: 9 }, (_, level) => `k${level}: &a${level} [${`*a${level - 1},`.repeat(9)}x]`).join(
    '\n',
  );
  const damaged: Record<string, [content: string | Buffer, reason: string | null]> = {
    'empty.md': ['', 'no-header'],
    'plain.md': ['no note at all', 'no-header'],
    'truncated.md': [good.slice(0, 200), 'bad-header'],
    'zeros.md': [Buffer.alloc(900), 'not-text'],
    'binary.md': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8, 0xff]), 'not-text'],
    'gb18030.md': [Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb9, 0xe6, 0xbb, 0xae]), 'not-text'],
    'utf-16.md': [Buffer.from(`\ufeff${good}`, 'utf16le'), 'not-text'],
    'utf-16-big.md': [Buffer.from(`\ufeff${good}`, 'utf16le').swap16(), 'not-text'],
    'utf-16-bare.md': [Buffer.from(good, 'utf16le'), 'not-text'],
    // 规划 in Big5, as a whole line of the header.
    'big5.md': [Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb3, 0x57, 0xb9, 0xba, 0x0a]), 'not-text'],
    'cut-character.md': [Buffer.from(good.replace('\na\n', '\n规')).subarray(0, -1), 'not-text'],
    'nul.md': [good.replace('\na\n', '\na\0\n'), 'not-text'],
    'mark-only.md': ['\ufeff', 'no-header'],
    'breaks-of-old-macs.md': [good.replaceAll('\n', '\r'), 'no-header'],
    'newer.md': [good.replace('plan-note/1', 'plan-note/2'), 'newer-version'],
    'backwards.md': [good.replace('start: 896', 'start: 990'), 'bad-header'],
    'javascript.md': [good.replace('---', '---js'), 'no-header'],
    'yaml.md': [good.replace('rev: 1', 'rev: {'), 'bad-header'],
    'merge.md': [good.replace('rev: 1', '<<<<<<< HEAD\nrev: 1\n=======\nrev: 2\n>>>>>>> x'), 'bad-header'],
    'no-quote.md': [good.replace(/exact: .*\n/, ''), 'missing-field'],
    'deep.md': [good.replace(/exact: .*\n/, `exact: ${'['.repeat(60_000)}\n`), 'bad-header'],
    'known-bomb.md': [good.replace(/exact: .*\n/, `exact: &a [x, x]\nauthor: [*a, *a]\n`), 'bad-header'],
    'huge.md': [Buffer.alloc(3_000_000, 'x'), 'too-large'],
    // An alias bomb in keys that this program does not know does no harm; this is a fourth good note.
    'foreign-bomb.md': [fresh(good).replace('rev: 1', `rev: 1\n${bomb}`).replace('\na\n', '\nd\n'), null],
    // Not notes at all.
    'readme.txt': ['x', null],
    '.hidden.md': ['x', null],
  };
  for (const [name, [content]] of Object.entries(damaged)) {
    await writeFile(join(month(), name), content);
    await utimes(join(month(), name), 1_000_000_000, 1_000_000_000);
  }
  await symlink(outside, join(month(), 'link.md'));
  await symlink(join(notes.base, 'outside'), join(month(), 'linked-folder'));
  await mkdir(join(month(), 'folder.md'));
  execFileSync('mkfifo', [join(month(), 'pipe.md')]);

  const before = await photograph();
  notes.restart();
  const list = await notes.list();
  successOf(await notes.annotations.read(draft.document));
  expect(await photograph()).toEqual(before);

  expect(bodies(list)).toEqual(['a', 'b', 'c', 'd']);
  const reported = Object.fromEntries(
    list.unreadable.map(({ path, reason }) => [path.slice(month().length + 1), reason]),
  );
  const expected = Object.entries(damaged).flatMap(([name, [, reason]]) => (reason === null ? [] : [[name, reason]]));
  expect(reported).toEqual({
    ...Object.fromEntries(expected),
    'link.md': 'io',
    'linked-folder': 'io',
    'pipe.md': 'io',
  });

  const changed = successOf(await notes.annotations.change(list.annotations[0]?.id ?? '', { body: 'a2' }));
  expect(changed.body).toBe('a2');
  const { [pathOf(1)]: _note, ...rest } = await photograph();
  const { [pathOf(1)]: _before, ...restBefore } = before;
  const folderOnly = (path: string) => path.endsWith('2026-11');
  for (const path of Object.keys(restBefore).filter((key) => !folderOnly(key)))
    expect(rest[path]).toBe(restBefore[path]);
});

it('a folder for the month that is a link leads nowhere', async () => {
  successOf(await notes.annotations.create({ ...draft, body: 'a' }));
  const elsewhere = join(notes.base, 'elsewhere');
  await mkdir(elsewhere);
  const document = join(month(), '..');
  await symlink(elsewhere, join(document, '2026-12'));
  const december = createStorage(notes.base, nodeFileSystem, 'PC-A', Date.UTC(2026, 11, 24));
  const result = await december.annotations.create({ ...draft, body: 'b' });
  expect(result).toMatchObject({ ok: false, error: { code: 'file-system' } });
  expect(await readdir(elsewhere)).toEqual([]);
});
