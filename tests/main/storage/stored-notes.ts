import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createStorage, draft, idNumber, successOf } from './storage-set.ts';

/** A storage over a real folder of its own for each test. */
export class StoredNotes {
  base = '';
  storage = createStorage('');

  /** Call at the top of a test file. */
  static perTest(): StoredNotes {
    const notes = new StoredNotes();
    beforeEach(async () => {
      notes.base = await mkdtemp(join(tmpdir(), 'plan-reader-'));
      await mkdir(join(notes.base, 'application'));
      notes.restart();
    });
    afterEach(() => rm(notes.base, { recursive: true, force: true }));
    return notes;
  }

  restart(fileSystem: FileSystem = nodeFileSystem): void {
    this.storage = createStorage(this.base, fileSystem);
  }

  get annotations() {
    return this.storage.annotations;
  }

  /** The data folder, as long as no other is chosen. */
  get root(): string {
    return join(this.base, 'documents', '规划研读');
  }

  /** What the page is shown. */
  async list() {
    return successOf(await this.annotations.list(draft.document));
  }

  /** Every file below the data folder, by its path in there. */
  async files(): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return paths.map((path) => path.slice(this.root.length + 1)).sort();
  }

  text(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  /** Changes a file as another program would. */
  async edit(path: string, change: (text: string) => string): Promise<void> {
    await writeFile(join(this.root, path), change(await this.text(path)));
  }
}

/** Where the `number`th note that a storage makes lies in the data folder. */
export function pathOf(number: number, place = '笔记'): string {
  return join(place, `${draft.documentTitle} [${draft.document}]`, '2026-11', `${idNumber(number)}.md`);
}
