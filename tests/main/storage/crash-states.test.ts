import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { success } from '#core/text/result';
import type { FileSystem, OpenFile } from '../../../src/main/storage/file-system.ts';
import { callsOf, type DiskState, fingerprint, ModelledDisk, systemError } from './modelled-disk.ts';
import { createStorage, draft, idNumber, successOf } from './storage-set.ts';

type Storage = ReturnType<typeof createStorage>;
/** What can be seen after a restart: notes by id, and the size of the text. Removed notes are not there. */
type Seen = { notes: Record<string, Annotation>; fontSize: number };

const steps: [name: string, run: (storage: Storage) => Promise<{ ok: boolean }>][] = [
  ['create the first note', ({ annotations }) => annotations.create(draft)],
  ['edit', ({ annotations }) => annotations.change(idNumber(1), { body: '秋季招生方案 8 月 20 日前报备。'.repeat(9) })],
  ['create another note', ({ annotations }) => annotations.create({ ...draft, body: 'b' })],
  ['remove', ({ annotations }) => annotations.remove(idNumber(1))],
  ['restore', ({ annotations }) => annotations.restore(idNumber(1))],
  ['edit again', ({ annotations }) => annotations.change(idNumber(1), { tags: ['招生'] })],
  ['remove again', ({ annotations }) => annotations.remove(idNumber(1))],
  ['change a setting', ({ settings }) => settings.change({ fontSize: 20 })],
  ['choose another folder', ({ dataFolder }) => dataFolder.choose('/documents/U')],
  ['create a note there', ({ annotations }) => annotations.create({ ...draft, body: 'c' })],
  ['change the setting again', ({ settings }) => settings.change({ fontSize: 22 })],
];

const emptyDisk = new Map<string, DiskState>([
  ['application', new Map()],
  ['documents', new Map([['U', new Map()]])],
]);

class Torn extends Error {}

/** What a restart finds on a disk; throws `Torn` where a file is damaged, and anything else where notes cannot be read. */
async function restart(state: DiskState): Promise<Seen> {
  const storage = createStorage('/', new ModelledDisk(state));
  const { annotations, unreadable } = successOf(await storage.annotations.list(draft.document));
  if (unreadable.length > 0) throw new Torn(unreadable[0]?.path);
  const { settings, reset } = successOf(await storage.settings.read());
  if (reset) throw new Torn('settings.json');
  return { notes: Object.fromEntries(annotations.map((note) => [note.id, note])), fontSize: settings.fontSize };
}

/**
 * Runs all steps on a modelled disk and restarts from every state that a power cut may leave: in the middle of a step the
 * restart must see all as before it or as after it, and after its success only the latter.
 */
async function crashEverywhere(
  wrap: (disk: ModelledDisk) => FileSystem,
  {
    breakStorage,
    stepCount = steps.length,
  }: { breakStorage?: (storage: Storage, disk: ModelledDisk) => void; stepCount?: number } = {},
) {
  const disk = new ModelledDisk(emptyDisk);
  const storage = createStorage('/', wrap(disk));
  breakStorage?.(storage, disk);
  const outcome = { states: 0, torn: 0, lost: 0 };
  let before = await restart(emptyDisk);
  for (const [name, run] of steps.slice(0, stepCount)) {
    const states = new Map<string, DiskState>();
    disk.onChange = () => {
      for (const state of disk.statesAfterCrash()) states.set(fingerprint(state), state);
    };
    successOf((await run(storage)) as never);
    disk.onChange = () => undefined;
    const after = await seenNow(storage);
    for (const state of states.values()) await check(state, [before, after]);
    for (const state of disk.statesAfterCrash()) await check(state, [after]);
    expect(states.size, name).toBeGreaterThan(0);
    before = after;
  }
  return outcome;

  async function check(state: DiskState, allowed: Seen[]): Promise<void> {
    outcome.states += 1;
    const found = await restart(state).catch((error: unknown) => error);
    if (found instanceof Torn) outcome.torn += 1;
    else if (!allowed.some((seen) => JSON.stringify(seen) === JSON.stringify(found))) outcome.lost += 1;
  }
}

async function seenNow(storage: Storage): Promise<Seen> {
  const { annotations } = successOf(await storage.annotations.read(draft.document));
  const { settings } = successOf(await storage.settings.read());
  return { notes: Object.fromEntries(annotations.map((note) => [note.id, note])), fontSize: settings.fontSize };
}

const withoutSync = (file: OpenFile): OpenFile => ({ ...file, sync: async () => undefined });

describe('after a power cut at any moment', () => {
  it('no note and no setting is torn, and none that was acknowledged is lost', async () => {
    const outcome = await crashEverywhere(callsOf);
    expect(outcome).toMatchObject({ torn: 0, lost: 0 });
    expect(outcome.states).toBeGreaterThan(150);
  });

  it('nothing acknowledged is lost either when an earlier run was killed before it could sync', async () => {
    let killedAt = 0;
    for (let isFinished = false; !isFinished; killedAt += 1) {
      const disk = new ModelledDisk(emptyDisk);
      let changes = 0;
      // A killed process does nothing more; what it has changed is still on its way to the disk.
      disk.onChange = () => {
        changes += 1;
        if (changes > killedAt) throw new Error('killed');
      };
      isFinished = (await createStorage('/', disk).annotations.create(draft)).ok;
      disk.onChange = () => undefined;
      const second = createStorage('/', disk);
      successOf(await second.annotations.list(draft.document));
      const { id } = successOf(await second.annotations.create({ ...draft, body: 'second' }));
      for (const state of disk.statesAfterCrash()) expect((await restart(state)).notes).toHaveProperty(id);
    }
    expect(killedAt).toBeGreaterThan(10);
  });

  it('saving again after the last step of a save failed is not acknowledged for nothing', async () => {
    const disk = new ModelledDisk(emptyDisk);
    let isBroken = false;
    const storage = createStorage('/', {
      ...callsOf(disk),
      openFolder: async (path) => {
        const folder = await disk.openFolder(path);
        const sync = async () => {
          if (isBroken) throw systemError('EIO', 'fsync');
          await folder.sync();
        };
        return { ...folder, sync };
      },
    });
    const { id } = successOf(await storage.annotations.create(draft));
    isBroken = true;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await storage.annotations.change(id, { body: 'typed' })).toMatchObject({ ok: false });
    }
    isBroken = false;
    successOf(await storage.annotations.change(id, { body: 'typed' }));
    for (const state of disk.statesAfterCrash()) expect((await restart(state)).notes[id]?.body).toBe('typed');
  });

  it('control: writing in place tears', async () => {
    const outcome = await crashEverywhere(callsOf, {
      breakStorage: (storage, disk) => {
        storage.writer.write = async (path, content) => {
          await disk.overwrite(path, String(content));
          const file = await disk.open(path);
          await file.sync();
          const folder = await disk.openFolder(path.slice(0, path.lastIndexOf('/')));
          await folder.sync();
          return success(null);
        };
      },
    });
    expect(outcome.torn).toBeGreaterThan(0);
  });

  it('control: renaming without syncing the file tears', async () => {
    const outcome = await crashEverywhere(
      (disk) => ({
        ...callsOf(disk),
        create: async (path) => withoutSync(await disk.create(path)),
      }),
      { stepCount: 2 },
    );
    expect(outcome.torn).toBeGreaterThan(0);
  });

  it('control: without syncing the folder, acknowledged saves are lost', async () => {
    const outcome = await crashEverywhere(
      (disk) => ({
        ...callsOf(disk),
        openFolder: async (path) => withoutSync(await disk.openFolder(path)),
      }),
      { stepCount: 2 },
    );
    expect(outcome.torn).toBe(0);
    expect(outcome.lost).toBeGreaterThan(0);
  });
});
