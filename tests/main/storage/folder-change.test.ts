import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { bodies, draft, idNumber, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();

type Call = 'readdir' | 'lstat' | 'rename';

/** A file system whose next `call` on a path below `folder` takes until `release`; `reached` says that it has begun. */
function holding(call: Call, isHeld: (path: string) => boolean) {
  let release: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let held = false;
  const wait = async (name: Call, path: string) => {
    if (held || name !== call || !isHeld(path)) return;
    held = true;
    begin();
    await released;
  };
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    readdir: async (path) => {
      await wait('readdir', path);
      return nodeFileSystem.readdir(path);
    },
    lstat: async (path) => {
      await wait('lstat', path);
      return nodeFileSystem.lstat(path);
    },
    rename: async (from, to) => {
      await wait('rename', to);
      return nodeFileSystem.rename(from, to);
    },
  };
  return { fileSystem, reached, release };
}

/** Makes another data folder with the note of the same id in it, and goes back to the first. */
async function makeOther(): Promise<string> {
  const other = join(notes.base, 'other');
  await mkdir(other);
  await notes.annotations.create({ ...draft, body: 'first folder' });
  successOf(await notes.storage.dataFolder.choose(other));
  notes.restart();
  await notes.annotations.create({ ...draft, body: 'second folder' });
  successOf(await notes.storage.dataFolder.choose(notes.root));
  return other;
}

describe('while the reader chooses another folder', () => {
  it('a list of the old one that is still being read becomes one of the new', async () => {
    const other = await makeOther();
    const { fileSystem, reached, release } = holding('readdir', (path) => path.startsWith(notes.root));
    notes.restart(fileSystem);
    const slow = notes.list();
    await reached;
    successOf(await notes.storage.dataFolder.choose(other));
    release();
    expect(bodies(await slow)).toEqual(['second folder']);
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'changed' })).rev).toBe(2);
    expect(await notes.text(pathOf(1))).toContain('first folder');
  });

  it('so does a list whose way to the old folder was slow', async () => {
    const other = await makeOther();
    const { fileSystem, reached, release } = holding('lstat', (path) => path.startsWith(notes.root));
    notes.restart(fileSystem);
    const slow = notes.list();
    await reached;
    successOf(await notes.storage.dataFolder.choose(other));
    expect(bodies(await notes.list())).toEqual(['second folder']);
    release();
    expect(bodies(await slow)).toEqual(['second folder']);
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'changed' })).rev).toBe(2);
  });

  it('a note that is still being saved in the old one does not stand for one of the new', async () => {
    const other = await makeOther();
    const { fileSystem, reached, release } = holding(
      'rename',
      (path) => path.startsWith(notes.root) && path.endsWith('.md'),
    );
    notes.restart(fileSystem);
    await notes.list();
    const slow = notes.annotations.change(idNumber(1), { body: 'first, changed' });
    await reached;
    successOf(await notes.storage.dataFolder.choose(other));
    await notes.list();
    release();
    expect(successOf(await slow).body).toBe('first, changed');
    expect(successOf(await notes.annotations.change(idNumber(1), { body: 'second, changed' })).rev).toBe(2);
    expect(await notes.text(pathOf(1))).toContain('first, changed');
    expect(bodies(await notes.list())).toEqual(['second, changed']);
  });
});
