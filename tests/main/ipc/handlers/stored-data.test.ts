import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultViewState } from '#core/settings/settings';
import { contract, type Handlers } from '#ipc/contract';
import { createSavedFiles } from '../../../../src/main/export/saved-files.ts';
import { annotationHandlers } from '../../../../src/main/ipc/handlers/annotations.ts';
import { interchangeHandlers } from '../../../../src/main/ipc/handlers/interchange.ts';
import { notesFolderHandlers } from '../../../../src/main/ipc/handlers/notes-folder.ts';
import { settingsHandlers } from '../../../../src/main/ipc/handlers/settings.ts';
import { nodeFileSystem } from '../../../../src/main/storage/file-system.ts';
import { sampleAnnotation } from '../../../core/annotation/sample-annotation.ts';
import { draft, idNumber } from '../../storage/storage-set.ts';
import { StoredNotes } from '../../storage/stored-notes.ts';

const notes = StoredNotes.perTest();

function handlers(shell: { choose?: string; problem?: string } = {}) {
  const asked: string[] = [];
  const opened: string[] = [];
  const themes: string[] = [];
  const { annotations, library, settings, viewState, dataFolder } = notes.storage;
  const all = {
    ...annotationHandlers({ annotations, library }),
    ...settingsHandlers({ settings, viewState }, (theme) => themes.push(theme)),
    ...notesFolderHandlers({
      dataFolder,
      showOpenDialog: async (startAt) => {
        asked.push(startAt);
        return shell.choose;
      },
      openPath: async (path) => {
        opened.push(path);
        return shell.problem ?? '';
      },
    }),
  };
  return { ...all, asked, opened, themes };
}

/** Calls a handler the way a page does: its input and its answer must fit the contract. */
async function call<Name extends keyof Handlers & keyof ReturnType<typeof handlers>>(
  all: ReturnType<typeof handlers>,
  name: Name,
  input: unknown,
): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> {
  const parsed = contract[name].input.parse(input);
  const answer = await (all[name] as (input: unknown) => Promise<{ ok: boolean; value?: unknown }>)(parsed);
  if (answer.ok) expect(contract[name].output.parse(answer.value)).toEqual(answer.value);
  return answer;
}

describe('annotations', () => {
  it('of a file keep the text that they refer to as well', async () => {
    const { annotations, library, writer } = notes.storage;
    await library.open(draft.document);
    const apply = interchangeHandlers({
      ...{ annotations, library, writer, fileSystem: nodeFileSystem, savedFiles: createSavedFiles() },
      ...{ showOpenDialog: async () => undefined, showSaveDialog: async () => undefined, now: () => new Date() },
    })['interchange.apply'];
    const annotation = { ...sampleAnnotation, ...draft, id: idNumber(1) };
    await apply({ document: draft.document, annotations: [{ annotation, base: null }] });
    expect((await notes.files()).filter((path) => path.startsWith('文档'))).toHaveLength(2);
  });

  it('keep the text that they refer to, before the first of them is saved', async () => {
    const { library } = notes.storage;
    await library.open(draft.document);
    const all = handlers();
    const kept = async () => (await notes.files().catch(() => [])).filter((path) => path.startsWith('文档'));
    await call(all, 'annotations.list', { document: draft.document });
    expect(await kept()).toEqual([]);
    await call(all, 'annotations.create', draft);
    expect(await kept()).toHaveLength(2);
    await rm(join(notes.root, '文档'), { recursive: true });
    // Those that were there before this program kept texts are seen to when they are listed.
    await call(all, 'annotations.list', { document: draft.document });
    await library.keep([]);
    expect(await kept()).toHaveLength(2);
  });

  it('are created, changed, removed, restored and listed by id', async () => {
    const all = handlers();
    expect(await call(all, 'annotations.create', draft)).toMatchObject({ ok: true, value: { id: idNumber(1) } });
    const id = idNumber(1);
    expect(await call(all, 'annotations.change', { id, change: { body: 'b' }, base: { body: '' } })).toMatchObject({
      ok: true,
      value: { body: 'b' },
    });
    expect(await call(all, 'annotations.remove', { id })).toMatchObject({ ok: true });
    expect(await call(all, 'annotations.restore', { id })).toMatchObject({ ok: true, value: { rev: 4 } });
    const list = await call(all, 'annotations.list', { document: draft.document });
    expect(list).toMatchObject({ ok: true, value: { annotations: [{ id, body: 'b' }], unreadable: [] } });
  });

  it.each(['../../etc/passwd', '01M84B9PR0644CCAMGF5S60001/..', '', '01M84B9PR0644CCAMGF5S6000l'])(
    'an id that is none never reaches a handler: %j',
    (id) => {
      for (const name of ['annotations.remove', 'annotations.restore'] as const) {
        expect(contract[name].input.safeParse({ id }).success).toBe(false);
      }
    },
  );
});

describe('settings and view state', () => {
  it('are read and written', async () => {
    const all = handlers();
    expect(await call(all, 'settings.change', { theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } });
    expect(all.themes).toEqual(['dark']);
    expect(await call(all, 'settings.read', null)).toMatchObject({
      ok: true,
      value: { settings: { theme: 'dark' }, reset: false },
    });
    expect(await call(all, 'viewState.write', { ...defaultViewState, hintSeen: true })).toEqual({
      ok: true,
      value: null,
    });
    expect(await call(all, 'viewState.read', null)).toMatchObject({ ok: true, value: { hintSeen: true } });
  });

  it('never take a notes folder from the page', () => {
    expect(contract['settings.change'].input.safeParse({ dataFolder: '/' }).success).toBe(false);
  });
});

describe('the notes folder', () => {
  it('is chosen in a dialog that starts at the present one', async () => {
    const other = join(notes.base, 'U');
    await mkdir(other);
    const all = handlers({ choose: other });
    expect(await call(all, 'notesFolder.choose', null)).toEqual({ ok: true, value: { path: other, state: 'ready' } });
    expect(all.asked).toEqual([notes.root]);
    expect(await call(all, 'notesFolder.status', null)).toEqual({ ok: true, value: { path: other, state: 'ready' } });
  });

  it('stays when the dialog is cancelled', async () => {
    const all = handlers();
    expect(await call(all, 'notesFolder.choose', null)).toEqual({ ok: true, value: { cancelled: true } });
    expect(await call(all, 'notesFolder.status', null)).toMatchObject({ value: { path: notes.root } });
  });

  it('stays when the chosen one is not there', async () => {
    const all = handlers({ choose: join(notes.base, 'nowhere') });
    expect(await call(all, 'notesFolder.choose', null)).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    expect(await call(all, 'notesFolder.status', null)).toMatchObject({ value: { path: notes.root } });
  });

  it('is shown in the file manager', async () => {
    const all = handlers();
    expect(await call(all, 'notesFolder.reveal', null)).toEqual({ ok: true, value: null });
    expect(all.opened).toEqual([notes.root]);
  });

  it('is not shown when it is missing, and the reason of the system is handed on', async () => {
    const all = handlers({ problem: 'no file manager' });
    expect(await call(all, 'notesFolder.reveal', null)).toMatchObject({
      ok: false,
      error: { code: 'file-system', detail: 'no file manager' },
    });
    await rm(notes.root, { recursive: true });
    expect(await call(all, 'notesFolder.reveal', null)).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    expect(await readdir(join(notes.base, 'documents'))).toEqual([]);
    expect(all.opened).toHaveLength(1);
  });
});
