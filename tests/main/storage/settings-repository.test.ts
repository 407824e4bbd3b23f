import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, defaultViewState } from '#core/settings/settings';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { withFaults } from './faulty-file-system.ts';
import { successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const folder = () => join(notes.base, 'application');
const stored = (name: string) => readFile(join(folder(), name), 'utf8');
const read = async () => successOf(await notes.storage.settings.read());

describe('settings', () => {
  it('are the defaults at first, and nothing is written for that', async () => {
    expect(await read()).toEqual({ settings: defaultSettings, reset: false });
    expect(await readdir(folder())).toEqual([]);
  });

  it('are kept', async () => {
    successOf(await notes.storage.settings.change({ theme: 'sepia', labelNames: { todo: '待办事项' } }));
    successOf(await notes.storage.settings.change({ fontSize: 20 }));
    notes.restart();
    expect(await read()).toEqual({
      settings: { ...defaultSettings, theme: 'sepia', labelNames: { todo: '待办事项' }, fontSize: 20 },
      reset: false,
    });
  });

  it('keep what a newer version wrote', async () => {
    await writeFile(join(folder(), 'settings.json'), JSON.stringify({ ...defaultSettings, voice: { speed: 2 } }));
    successOf(await notes.storage.settings.change({ fontSize: 20 }));
    expect(JSON.parse(await stored('settings.json'))).toEqual({
      ...defaultSettings,
      fontSize: 20,
      voice: { speed: 2 },
    });
  });

  it('are all kept when several are changed at once', async () => {
    await Promise.all([
      notes.storage.settings.change({ fontSize: 20 }),
      notes.storage.settings.change({ author: '王老师' }),
      notes.storage.settings.change({ theme: 'dark' }),
    ]);
    expect(JSON.parse(await stored('settings.json'))).toMatchObject({ fontSize: 20, author: '王老师', theme: 'dark' });
  });

  it.each([
    ['cut off', JSON.stringify(defaultSettings).slice(0, 40)],
    ['empty', ''],
    ['zeros', '\0'.repeat(200)],
    ['not JSON', 'hello'],
    ['a list', '[]'],
    ['null', 'null'],
    ['of another schema', JSON.stringify({ ...defaultSettings, schema: 'other/1' })],
    ['out of bounds', JSON.stringify({ ...defaultSettings, fontSize: 999 })],
    ['incomplete', JSON.stringify({ schema: 'settings/1' })],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('are set aside when they are damaged: %s', async (_name, content) => {
    await writeFile(join(folder(), 'settings.json'), content);
    expect(await read()).toEqual({ settings: defaultSettings, reset: true });
    expect(await read()).toMatchObject({ reset: true });
    const [name = ''] = await readdir(folder());
    expect(name).toMatch(/^settings\.damaged-2026-11-23T01-20-\d\d-000Z\.json$/);
    expect(await readFile(join(folder(), name))).toEqual(Buffer.from(content));
    successOf(await notes.storage.settings.change({ fontSize: 20 }));
    notes.restart();
    expect(await read()).toEqual({ settings: { ...defaultSettings, fontSize: 20 }, reset: false });
    expect(await readdir(folder())).toHaveLength(2);
  });

  it.each([
    ['open', 'EACCES', 'no-permission'],
    ['open', 'EMFILE', 'too-many-open-files'],
    ['read', 'EIO', 'file-system'],
  ] as const)('that cannot be read (%s %s) are never overwritten', async (call, errno, code) => {
    successOf(await notes.storage.settings.change({ author: '王老师' }));
    const before = await stat(join(folder(), 'settings.json'), { bigint: true });
    let isBroken = true;
    notes.restart(withFaults(nodeFileSystem, (called) => (isBroken && called === call ? errno : undefined)));
    expect(await notes.storage.settings.read()).toMatchObject({ ok: false, error: { code } });
    expect(await notes.storage.settings.change({ fontSize: 20 })).toMatchObject({ ok: false, error: { code } });
    expect(await stat(join(folder(), 'settings.json'), { bigint: true })).toMatchObject({
      ino: before.ino,
      mtimeNs: before.mtimeNs,
    });
    isBroken = false;
    expect(successOf(await notes.storage.settings.change({ fontSize: 20 }))).toMatchObject({
      author: '王老师',
      fontSize: 20,
    });
  });

  it('that are damaged and cannot be set aside are not overwritten either', async () => {
    await writeFile(join(folder(), 'settings.json'), 'damaged');
    notes.restart(withFaults(nodeFileSystem, (call) => (call === 'rename' ? 'EROFS' : undefined)));
    expect(await notes.storage.settings.change({ fontSize: 20 })).toMatchObject({ ok: false });
    expect(await stored('settings.json')).toBe('damaged');
  });

  it('stay as they were when they cannot be saved', async () => {
    let isFull = false;
    notes.restart(withFaults(nodeFileSystem, (call) => (isFull && call === 'write' ? 'ENOSPC' : undefined)));
    successOf(await notes.storage.settings.change({ fontSize: 20 }));
    isFull = true;
    expect(await notes.storage.settings.change({ fontSize: 22 })).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect((await read()).settings.fontSize).toBe(20);
    expect(await readdir(folder())).toEqual(['settings.json']);
  });
});

describe('the view state', () => {
  it('is the default at first and is kept', async () => {
    expect(successOf(await notes.storage.viewState.read())).toEqual(defaultViewState);
    const position = { document: 'jilin-145-education', section: '2.3', offset: 12.5 };
    successOf(await notes.storage.viewState.write({ ...defaultViewState, folded: ['2'], position }));
    successOf(await notes.storage.viewState.write({ ...defaultViewState, folded: ['3'] }));
    notes.restart();
    expect(successOf(await notes.storage.viewState.read())).toEqual({ ...defaultViewState, folded: ['3'] });
  });

  it('starts anew when it is damaged', async () => {
    await writeFile(join(folder(), 'view-state.json'), '{');
    expect(successOf(await notes.storage.viewState.read())).toEqual(defaultViewState);
    expect(await readdir(folder())).toEqual([expect.stringMatching(/^view-state\.damaged-/)]);
  });
});
