import { basename, dirname } from 'node:path';
import type { FileStatus, FileSystem, FolderEntry, OpenFile } from '../../../src/main/storage/file-system.ts';

/** What is on the disk: a file's bytes, or a folder's entries by name. */
export type DiskState = Uint8Array | ReadonlyMap<string, DiskState>;

/** Stands for the clock of the modelled disk, and numbers its files: every change has a time of its own. */
let moments = 0;

interface ModelledFile {
  kind: 'file';
  number: number;
  changed: number;
  content: Uint8Array;
  /** What certainly is on the disk. */
  synced: Uint8Array;
  isSynced: boolean;
}

/** A change of a folder that is not certainly on the disk yet. Each is done as a whole or not at all. */
type FolderChange = (entries: Map<string, ModelledNode>) => void;

interface ModelledFolder {
  kind: 'folder';
  entries: Map<string, ModelledNode>;
  synced: Map<string, ModelledNode>;
  pending: FolderChange[];
}

type ModelledNode = ModelledFile | ModelledFolder;

/**
 * A POSIX file system that knows what POSIX does not promise: what was written is on the disk only after the file was
 * synced, and new, renamed and removed entries only after their folder was. `statesAfterCrash` lists what a power cut at
 * this moment may leave: of each folder's unsynced changes any part, of each unsynced file nothing, half, zeros or all.
 */
export class ModelledDisk implements FileSystem {
  /** Called after every call that changes something or makes something durable. */
  onChange: () => void = () => undefined;
  private readonly root: ModelledFolder;

  constructor(state: DiskState = new Map()) {
    const root = toNode(state);
    if (root.kind !== 'folder') throw new Error('the root is a folder');
    this.root = root;
  }

  async create(path: string): Promise<OpenFile> {
    const folder = this.folderOf(path, 'open');
    const name = basename(path);
    if (folder.entries.has(name)) throw systemError('EEXIST', 'open');
    const empty = new Uint8Array();
    const file: ModelledFile = { kind: 'file', ...stamped(), content: empty, synced: empty, isSynced: false };
    this.change(folder, (entries) => void entries.set(name, file));
    return this.opened(file);
  }

  async append(path: string): Promise<OpenFile> {
    const existing = this.folderOf(path, 'open').entries.get(basename(path));
    if (existing === undefined) return this.create(path);
    if (existing.kind === 'folder') throw systemError('EISDIR', 'open');
    return this.opened(existing);
  }

  async open(path: string): Promise<OpenFile> {
    return this.opened(this.find(path, 'open'));
  }

  async openFolder(path: string): Promise<OpenFile> {
    return this.opened(this.find(path, 'open'));
  }

  async rename(from: string, to: string): Promise<void> {
    const folder = this.folderOf(from, 'rename');
    if (folder !== this.folderOf(to, 'rename')) throw new Error('only renames within a folder are modelled');
    const node = this.find(from, 'rename');
    this.change(folder, (entries) => {
      entries.delete(basename(from));
      entries.set(basename(to), node);
    });
  }

  async unlink(path: string): Promise<void> {
    const folder = this.folderOf(path, 'unlink');
    this.find(path, 'unlink');
    this.change(folder, (entries) => void entries.delete(basename(path)));
  }

  async mkdir(path: string): Promise<void> {
    const folder = this.folderOf(path, 'mkdir');
    if (folder.entries.has(basename(path))) throw systemError('EEXIST', 'mkdir');
    const made: ModelledFolder = { kind: 'folder', entries: new Map(), synced: new Map(), pending: [] };
    this.change(folder, (entries) => void entries.set(basename(path), made));
  }

  async readdir(path: string): Promise<FolderEntry[]> {
    const folder = this.find(path, 'scandir');
    if (folder.kind !== 'folder') throw systemError('ENOTDIR', 'scandir');
    return [...folder.entries].map(([name, node]) => ({ name, ...statusOf(node) }));
  }

  async lstat(path: string): Promise<FileStatus> {
    return statusOf(this.find(path, 'lstat'));
  }

  async checkWritable(path: string): Promise<void> {
    this.find(path, 'access');
  }

  /** What no careful program does: writes over a file that is there. Only for controls. */
  async overwrite(path: string, content: string): Promise<void> {
    const folder = this.folderOf(path, 'open');
    const file = folder.entries.get(basename(path));
    if (file?.kind !== 'file') return (await this.create(path)).writeFile(content);
    file.isSynced = false;
    file.content = Buffer.from(content);
    file.changed = ++moments;
    this.onChange();
  }

  /** Every file by its path, as a running program sees it. */
  files(): Map<string, string> {
    const all = new Map<string, string>();
    const visit = (folder: ModelledFolder, path: string) => {
      for (const [name, node] of folder.entries) {
        if (node.kind === 'folder') visit(node, `${path}/${name}`);
        else all.set(`${path}/${name}`, Buffer.from(node.content).toString());
      }
    };
    visit(this.root, '');
    return all;
  }

  statesAfterCrash(): DiskState[] {
    const states = new Map(statesOf(this.root).map((state) => [fingerprint(state), state]));
    return [...states.values()];
  }

  private opened(node: ModelledNode): OpenFile {
    return {
      writeFile: async (content) => {
        if (node.kind === 'folder') throw systemError('EISDIR', 'write');
        // Whoever opened a file to write is at its end.
        node.content = Buffer.concat([node.content, Buffer.from(content)]);
        node.changed = ++moments;
        node.isSynced = false;
        this.onChange();
      },
      readFile: async () => {
        if (node.kind === 'folder') throw systemError('EISDIR', 'read');
        return node.content;
      },
      stat: async () => statusOf(node),
      sync: async () => {
        if (node.kind === 'file') {
          node.synced = node.content;
          node.isSynced = true;
        } else {
          node.synced = new Map(node.entries);
          node.pending = [];
        }
        this.onChange();
      },
      close: async () => undefined,
    };
  }

  private change(folder: ModelledFolder, change: FolderChange): void {
    change(folder.entries);
    folder.pending.push(change);
    this.onChange();
  }

  private folderOf(path: string, call: string): ModelledFolder {
    const folder = this.find(dirname(path), call);
    if (folder.kind !== 'folder') throw systemError('ENOTDIR', call);
    return folder;
  }

  private find(path: string, call: string): ModelledNode {
    let node: ModelledNode = this.root;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const next: ModelledNode | undefined = node.kind === 'folder' ? node.entries.get(name) : undefined;
      if (next === undefined) throw systemError('ENOENT', call);
      node = next;
    }
    return node;
  }
}

/** The calls of a disk, of which some are to be replaced. */
export function callsOf(disk: ModelledDisk): FileSystem {
  return {
    create: (path) => disk.create(path),
    append: (path) => disk.append(path),
    open: (path) => disk.open(path),
    openFolder: (path) => disk.openFolder(path),
    rename: (from, to) => disk.rename(from, to),
    unlink: (path) => disk.unlink(path),
    mkdir: (path) => disk.mkdir(path),
    readdir: (path) => disk.readdir(path),
    lstat: (path) => disk.lstat(path),
    checkWritable: (path) => disk.checkWritable(path),
  };
}

export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
}

function toNode(state: DiskState): ModelledNode {
  if (state instanceof Uint8Array) {
    return { kind: 'file', ...stamped(), content: state, synced: state, isSynced: true };
  }
  const entries = new Map([...state].map(([name, child]) => [name, toNode(child)]));
  return { kind: 'folder', entries, synced: new Map(entries), pending: [] };
}

function stamped(): Pick<ModelledFile, 'number' | 'changed'> {
  moments += 1;
  return { number: moments, changed: moments };
}

function statusOf(node: ModelledNode): FileStatus {
  const time = node.kind === 'file' ? node.changed : 0;
  return {
    size: node.kind === 'file' ? node.content.length : 0,
    mtimeMs: time,
    ctimeMs: time,
    ino: node.kind === 'file' ? node.number : 0,
    isFile: () => node.kind === 'file',
    isDirectory: () => node.kind === 'folder',
    isSymbolicLink: () => false,
  };
}

function statesOf(node: ModelledNode): DiskState[] {
  if (node.kind === 'file') return node.isSynced ? [node.content] : unsyncedContents(node);
  return subsets(node.pending).flatMap((changes) => {
    const entries = new Map(node.synced);
    for (const change of changes) change(entries);
    let combinations: Map<string, DiskState>[] = [new Map()];
    for (const [name, child] of entries) {
      const states = statesOf(child);
      combinations = combinations.flatMap((before) => states.map((state) => new Map(before).set(name, state)));
    }
    return combinations;
  });
}

function unsyncedContents({ content, synced }: ModelledFile): Uint8Array[] {
  // What was on the disk stays there when something is added behind it.
  const isAddition = Buffer.from(content.slice(0, synced.length)).equals(synced);
  const kept = isAddition ? synced : new Uint8Array();
  const added = content.slice(kept.length);
  const additions = [new Uint8Array(), added.slice(0, added.length / 2), new Uint8Array(added.length), added];
  return [synced, ...additions.map((addition) => Buffer.concat([kept, addition]))];
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((all, item) => all.concat(all.map((subset) => subset.concat([item]))), [[]]);
}

/** Equal for equal states. */
export function fingerprint(state: DiskState): string {
  if (state instanceof Uint8Array) return Buffer.from(state).toString('latin1');
  return `{${[...state]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => `${name}:${fingerprint(child)}`)
    .join()}}`;
}
