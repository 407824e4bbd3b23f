import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasConflict } from '#core/annotation/conflict-parts';
import { parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { type CallName, errnos, withFaults } from './faulty-file-system.ts';
import { callsOf, type DiskState, fingerprint, ModelledDisk } from './modelled-disk.ts';
import { bodies, createStorage, draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const id = idNumber(1);
const folder = (place = '笔记') => dirname(pathOf(1, place));

/** Puts a changed copy of the first note somewhere, as a synchronising program does. */
async function placeCopy(path: string, changes: [from: string, to: string][], place = '笔记'): Promise<void> {
  let text = await notes.text(pathOf(1, place));
  for (const [from, to] of changes) text = text.replace(from, to);
  await mkdir(join(notes.root, dirname(path)), { recursive: true });
  await writeFile(join(notes.root, path), text);
}

const theirs: [string, string][] = [
  ['\nmine\n', '\ntheirs\n'],
  ['device: "PC-A"', 'device: "PC-B"'],
  ['tags: []', 'tags: ["theirs"]'],
  ['decoy: 0', 'decoy: 0\ntask-status: "已完成"'],
];

beforeEach(async () => {
  await notes.annotations.create({ ...draft, body: 'mine', tags: [] });
});

describe.each([
  ['Syncthing', `${id}.sync-conflict-20261123-142410-MSWIQBQ.md`],
  ['坚果云', `${id}-conflict.md`],
  ['坚果云 (NS)', `${id}-NSConflict-王老师-v2.md`],
  ['坚果云 (Chinese)', `${id}(冲突文件 2026-11-23).md`],
  ['OneDrive, by computer', `${id}-DESKTOP-7QK3A1.md`],
  ['OneDrive, by number', `${id} (1).md`],
  ['Dropbox', `${id} (PC-B's conflicted copy 2026-11-23).md`],
  ['Dropbox (Chinese)', `${id} (王老师 的冲突副本 2026-11-23).md`],
  ['Nextcloud', `${id} (conflicted copy 2026-11-23 142410).md`],
  ['a program that gives it another name altogether', '副本.MD'],
])('a copy by %s', (_program, name) => {
  it('becomes one note with the other, which keeps both texts', async () => {
    await placeCopy(join(folder(), name), theirs);
    const { annotations } = await notes.list();
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({ id, tags: ['theirs'], rev: 1 });
    expect(annotations[0]?.body).toContain('mine');
    expect(annotations[0]?.body).toContain('theirs');
    expect(annotations.map(hasConflict)).toEqual([true]);
    expect(await notes.files()).toEqual([pathOf(1)]);
    expect(await notes.text(pathOf(1))).toContain('task-status: "已完成"');
    notes.restart();
    expect((await notes.list()).annotations).toEqual(annotations);
  });
});

describe('a copy', () => {
  it('in another folder of the document is one too', async () => {
    await placeCopy(join(dirname(folder()), '归档', '一', `${id}.md`), theirs);
    await placeCopy(join('笔记', `另一个标题 [${draft.document}]`, '2026-11', `${id}.md`), [['\nmine\n', '\nthird\n']]);
    const [body = ''] = bodies(await notes.list());
    for (const words of ['mine', 'theirs', 'third']) expect(body).toContain(words);
    expect(await notes.files()).toHaveLength(1);
  });

  it('in the recycle bin becomes one with the other in there', async () => {
    await notes.annotations.remove(id);
    await placeCopy(join(folder('回收站'), `${id} (1).md`), theirs, '回收站');
    expect(bodies(await notes.list())).toEqual([]);
    expect(await notes.files()).toEqual([pathOf(1, '回收站')]);
    const [removed] = successOf(await notes.annotations.listRemoved(draft.document));
    expect(removed?.body).toContain('theirs');
    expect(removed?.body).toContain('mine');
    expect(successOf(await notes.annotations.restore(id)).body).toBe(removed?.body);
  });

  it('that says the same is removed, and the note is not written', async () => {
    await placeCopy(join(folder(), `${id} (1).md`), []);
    const before = await notes.text(pathOf(1));
    expect(bodies(await notes.list())).toEqual(['mine']);
    expect(await notes.files()).toEqual([pathOf(1)]);
    expect(await notes.text(pathOf(1))).toBe(before);
  });

  it('stays when its note is gone, under whatever name', async () => {
    const name = join(folder(), `${id}.sync-conflict-20261123-142410-MSWIQBQ.md`);
    await rename(join(notes.root, pathOf(1)), join(notes.root, name));
    expect(bodies(await notes.list())).toEqual(['mine']);
    expect(await notes.files()).toEqual([name]);
  });

  it.each([
    `.syncthing.${id}.md.tmp`,
    `~syncthing~${id}.md.tmp`,
    `.~${id}.md`,
    `~$${id}.md`,
    `${id}.md.tmp`,
    `.owncloudsync.${id}.md`,
  ])('on its way (%s) is nobody’s note yet', async (name) => {
    await placeCopy(join(folder(), name), theirs);
    expect(bodies(await notes.list())).toEqual(['mine']);
    expect(await notes.files()).toHaveLength(2);
  });

  it('that is still being written is left alone until it rests', async () => {
    const name = join(folder(), `${id} (1).md`);
    await placeCopy(name, theirs);
    const whole = await notes.text(name);
    await writeFile(join(notes.root, name), whole.slice(0, -3));
    const storage = createStorage(notes.base, nodeFileSystem, 'PC-A', undefined, () =>
      writeFile(join(notes.root, name), whole),
    );
    successOf(await storage.annotations.list(draft.document));
    expect(await notes.text(name)).toBe(whole);
    expect(await notes.text(pathOf(1))).not.toContain('theirs');
    expect(bodies(await notes.list())[0]).toContain('theirs');
    expect(await notes.files()).toEqual([pathOf(1)]);
  });

  it('that changes while the merged note is written is not removed', async () => {
    const name = join(folder(), `${id} (1).md`);
    await placeCopy(name, theirs);
    const renaming: FileSystem = {
      ...nodeFileSystem,
      rename: async (from, to) => {
        await nodeFileSystem.rename(from, to);
        if (to.endsWith('.md')) await notes.edit(name, (text) => text.replace('theirs\n', 'theirs, and more\n'));
      },
    };
    notes.restart(renaming);
    await notes.list();
    expect(await notes.text(name)).toContain('theirs, and more');
    notes.restart();
    expect(bodies(await notes.list())[0]).toContain('theirs, and more');
    expect(await notes.files()).toEqual([pathOf(1)]);
  });

  it('is left alone where nothing can be written, and the winner is shown', async () => {
    const name = join(folder(), `${id} (1).md`);
    await placeCopy(name, [...theirs, ['rev: 1', 'rev: 2']]);
    const before = [await notes.text(pathOf(1)), await notes.text(name)];
    notes.restart(withFaults(nodeFileSystem, (call) => (call === 'write' ? 'EROFS' : undefined)));
    expect(bodies(await notes.list())).toEqual(['theirs']);
    expect([await notes.text(pathOf(1)), await notes.text(name)]).toEqual(before);
    expect(await notes.files()).toHaveLength(2);
  });

  it('too long to be kept beside the other is left alone', async () => {
    const long = 'x'.repeat(250_000);
    await notes.edit(pathOf(1), (text) => text.replace('\nmine\n', `\n${long}\n`));
    const name = join(folder(), `${id} (1).md`);
    await placeCopy(name, [[long, long.replace('x', 'y')]]);
    expect(bodies(await notes.list())).toHaveLength(1);
    expect(await notes.files()).toHaveLength(2);
  });
});

it('both machines that merge the same copies write the same bytes to the same file', async () => {
  const name = join(folder(), `${id}.sync-conflict-20261123-142410-MSWIQBQ.md`);
  await placeCopy(name, theirs);
  const [mine, other] = [await notes.text(pathOf(1)), await notes.text(name)];
  await notes.list();
  const first = await notes.text(pathOf(1));
  // The other machine has the other text under the note's own name.
  await writeFile(join(notes.root, pathOf(1)), other);
  await writeFile(join(notes.root, name), mine);
  notes.storage = createStorage(notes.base, nodeFileSystem, 'PC-B', Date.UTC(2027, 0, 1));
  await notes.list();
  expect(await notes.text(pathOf(1))).toBe(first);
  expect(await notes.files()).toEqual([pathOf(1)]);
});

it('a note that the page changes while copies of it are merged keeps all three texts', async () => {
  await notes.list();
  await placeCopy(join(folder(), `${id} (1).md`), [...theirs, ['rev: 1', 'rev: 4']]);
  const [, changed] = await Promise.all([
    notes.list(),
    notes.annotations.change(id, { body: 'typed' }, { body: 'mine' }),
  ]);
  successOf(changed);
  const [body = ''] = bodies(await notes.list());
  for (const words of ['typed', 'theirs']) expect(body).toContain(words);
  expect(await notes.files()).toEqual([pathOf(1)]);
});

describe('whatever happens while copies are merged', () => {
  const root = `/documents/规划研读`;
  const copyName = `${root}/${folder()}/${id} (1).md`;

  async function conflictDisk(): Promise<ModelledDisk> {
    const disk = new ModelledDisk(
      new Map([
        ['application', new Map()],
        ['documents', new Map()],
      ]),
    );
    successOf(await createStorage('/', disk).annotations.create({ ...draft, body: 'mine' }));
    const parsed = parseNoteFile(disk.files().get(`${root}/${pathOf(1)}`) ?? '');
    if (!parsed.ok) throw new Error(parsed.error);
    const { annotation, extra } = parsed.value;
    const text = serialiseNoteFile({ annotation: { ...annotation, body: 'theirs', device: 'PC-B' }, extra });
    const created = await disk.create(copyName);
    await created.writeFile(text.ok ? text.value : '');
    await created.sync();
    await (await disk.openFolder(dirname(copyName))).sync();
    return disk;
  }

  const textsOn = (disk: ModelledDisk) =>
    [...disk.files()]
      .filter(([path]) => path.endsWith('.md'))
      .map(([, text]) => text)
      .join();

  it('a power cut at any moment loses neither text', async () => {
    const disk = await conflictDisk();
    const states = new Map<string, DiskState>();
    disk.onChange = () => {
      for (const state of disk.statesAfterCrash()) states.set(fingerprint(state), state);
    };
    successOf(await createStorage('/', disk).annotations.list(draft.document));
    disk.onChange = () => undefined;
    expect([...disk.files().keys()].filter((path) => path.startsWith(root))).toEqual([`${root}/${pathOf(1)}`]);
    expect(states.size).toBeGreaterThan(20);
    for (const state of states.values()) {
      const after = new ModelledDisk(state);
      const [body = ''] = bodies(successOf(await createStorage('/', after).annotations.list(draft.document)));
      expect(body).toContain('mine');
      expect(body).toContain('theirs');
    }
  });

  it('control: removing the copy before the merged note is on the disk loses a text', async () => {
    const disk = await conflictDisk();
    let lost = 0;
    disk.onChange = () => {
      for (const state of disk.statesAfterCrash()) {
        const texts = textsOn(new ModelledDisk(state));
        if (!texts.includes('mine') || !texts.includes('theirs')) lost += 1;
      }
    };
    const storage = createStorage('/', {
      ...callsOf(disk),
      openFolder: async (path) => ({ ...(await disk.openFolder(path)), sync: async () => undefined }),
      create: async (path) => ({ ...(await disk.create(path)), sync: async () => undefined }),
    });
    successOf(await storage.annotations.list(draft.document));
    expect(lost).toBeGreaterThan(0);
  });

  const calls: CallName[] = ['open', 'write', 'short write', 'fsync', 'close', 'rename', 'unlink', 'read'];
  it.each(calls)('a failing %s loses neither text, and leaves no temporary file', async (call) => {
    for (const errno of errnos) {
      for (let nth = 1; nth <= 8; nth += 1) {
        const disk = await conflictDisk();
        let count = 0;
        const faulty = withFaults(disk, (called) => {
          if (called === call) count += 1;
          return called === call && count === nth ? errno : undefined;
        });
        await createStorage('/', faulty).annotations.list(draft.document);
        expect(textsOn(disk)).toContain('mine');
        expect(textsOn(disk)).toContain('theirs');
        expect([...disk.files().keys()].filter((path) => path.endsWith('.tmp'))).toEqual([]);
      }
    }
  });
});
