import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { dataFolderNames } from '#core/annotation/label';
import { defaultSettings } from '#core/settings/settings';
import { failure, type Result, success } from '#core/text/result';
import type { FolderStatus } from '#ipc/contract/notes-folder-contract';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { FileSystem } from './file-system.ts';
import { createJsonFile, type JsonFile } from './json-file.ts';
import type { OwnFileOptions, SettingsRepository } from './settings-repository.ts';

/** Absolute paths of a data folder that is there. */
export interface DataFolderPaths {
  root: string;
  notes: string;
  recycleBin: string;
}

/**
 * The folder that the reader's notes lie in. It is made once, when it is first used. From then on a folder that is not there
 * is missing (a drive was pulled out, a synchroniser has not finished), and an empty one in its place would look as if all
 * notes were gone.
 */
export interface DataFolder {
  /** Where the folder is to be, whether or not it is there; nothing is looked at or made. */
  locate(): Promise<Result<string, OperationError>>;
  open(): Promise<Result<DataFolderPaths, OperationError>>;
  status(): Promise<Result<FolderStatus, OperationError>>;
  /** Uses another folder from now on, provided that it can be written to. Notes are not moved. */
  choose(path: string): Promise<Result<FolderStatus, OperationError>>;
}

export interface DataFolderOptions extends OwnFileOptions {
  settings: SettingsRepository;
  /** Where notes go as long as the reader has not chosen a folder. */
  defaultPath: string;
}

const usedFoldersSchema = z.object({ schema: z.literal('used-folders/1'), folders: z.array(z.string()) });
type UsedFolders = z.output<typeof usedFoldersSchema>;

export function createDataFolder(options: DataFolderOptions): DataFolder {
  const { settings, defaultPath, fileSystem, writer } = options;
  const usedFolders = createJsonFile<UsedFolders>({
    ...options,
    path: join(options.folder, 'used-folders.json'),
    schema: usedFoldersSchema,
    defaults: { schema: 'used-folders/1', folders: [] },
  });

  const place = async (): Promise<Result<{ root: string; isDefault: boolean }, OperationError>> => {
    const stored = await settings.read();
    // Settings of a newer version of the program are not understood; where the notes are is known all the same.
    const isForeign = !stored.ok && stored.error.code === 'newer-version';
    if (!stored.ok && !isForeign) return stored;
    const present = stored.ok ? stored.value : { settings: defaultSettings, reset: true };
    const chosen = present.settings.dataFolder ?? (present.reset ? await chooseLastUsed() : undefined);
    return success({ root: resolve(chosen ?? defaultPath), isDefault: chosen === undefined });
  };

  /** Damaged settings have forgotten the reader's choice; going on in the default folder would look like a loss. */
  const chooseLastUsed = async (): Promise<string | undefined> => {
    const used = await usedFolders.read();
    const last = used.ok ? used.value.value.folders.at(-1) : undefined;
    if (last === undefined || last === resolve(defaultPath)) return undefined;
    await settings.changeDataFolder(last);
    return last;
  };

  const openAt = async (root: string, isDefault: boolean): Promise<Result<DataFolderPaths, OperationError>> => {
    const paths = pathsIn(root);
    const used = await usedFolders.read();
    // Where that cannot be told, the careful answer is yes.
    const isUsed = !used.ok || used.value.value.folders.includes(root);
    if (!(await isFolder(fileSystem, paths.notes))) {
      const missing = failure<OperationError>({ code: 'folder-missing', detail: root });
      if (isUsed || !(isDefault || (await exists(fileSystem, root)))) return missing;
      const made = await writer.makeFolder(await nearestExisting(fileSystem, root), paths.notes);
      if (!made.ok) return made;
    }
    if (!isUsed) {
      const kept = await writer.keep(paths.notes);
      if (!kept.ok) return kept;
    }
    await remember(usedFolders, root);
    return success(paths);
  };

  return {
    locate: async () => {
      const at = await place();
      return at.ok ? success(at.value.root) : at;
    },
    open: async () => {
      const at = await place();
      return at.ok ? openAt(at.value.root, at.value.isDefault) : at;
    },
    status: async () => {
      const at = await place();
      if (!at.ok) return at;
      const { root: path, isDefault } = at.value;
      const opened = await openAt(path, isDefault);
      if (opened.ok) return success({ path, state: await writingState(fileSystem, opened.value.notes) });
      if (opened.error.code === 'folder-missing') return success({ path, state: 'missing' });
      return opened.error.code === 'folder-read-only' ? success({ path, state: 'read-only' }) : opened;
    },
    choose: async (path) => {
      const root = resolve(path);
      const writable = await prove(writer, root);
      if (!writable.ok) return writable;
      const changed = await settings.changeDataFolder(root);
      if (!changed.ok) return changed;
      await remember(usedFolders, root);
      return success({ path: root, state: 'ready' });
    },
  };
}

function pathsIn(root: string): DataFolderPaths {
  const { notes, recycleBin } = dataFolderNames;
  return { root, notes: join(root, notes), recycleBin: join(root, recycleBin) };
}

/** Writes and removes a file the way notes are written, which shows more than any permission bit. */
async function prove(writer: AtomicWriter, root: string): Promise<Result<null, OperationError>> {
  const { notes } = pathsIn(root);
  const made = await writer.makeFolder(root, notes);
  if (!made.ok) return made;
  // Has the form of a temporary file, so that it is cleared away should the program be killed right now.
  const probe = join(notes, '.~probe.00000000.tmp');
  const written = await writer.write(probe, '');
  if (!written.ok) return written;
  const removed = await writer.remove(probe);
  return removed.ok ? writer.keep(notes) : removed;
}

async function writingState(fileSystem: FileSystem, folder: string): Promise<FolderStatus['state']> {
  try {
    await fileSystem.checkWritable(folder);
    return 'ready';
  } catch {
    return 'read-only';
  }
}

/** Records the folder as the last one in use. Best effort: what cannot be recorded now is recorded the next time that the folder is seen. */
async function remember(usedFolders: JsonFile<UsedFolders>, root: string): Promise<void> {
  const used = await usedFolders.read();
  if (!used.ok || used.value.value.folders.at(-1) === root) return;
  await usedFolders.change(({ folders, ...value }) => ({
    ...value,
    folders: [...folders.filter((folder) => folder !== root), root],
  }));
}

async function isFolder(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    return (await fileSystem.lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function exists(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    await fileSystem.lstat(path);
    return true;
  } catch {
    return false;
  }
}

async function nearestExisting(fileSystem: FileSystem, path: string): Promise<string> {
  let folder = path;
  while (folder !== dirname(folder) && !(await exists(fileSystem, folder))) folder = dirname(folder);
  return folder;
}
