import { join } from 'node:path';
import { documentIdSchema } from '#core/annotation/annotation-schema';
import { dataFolderNames } from '#core/annotation/label';
import { formatTimestamp } from '#core/annotation/timestamp';
import type { DocumentSource } from '#core/importing/document-source';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { countCharacters } from '#core/text/count-characters';
import { failure, type Result, success } from '#core/text/result';
import type { DocumentList, ListedDocument, RemovedDocument } from '#ipc/contract/documents-contract';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { DataFolder } from './data-folder.ts';
import { documentFolders } from './document-folder.ts';
import { type DocumentRecord, readRecord, writeRecord } from './document-record.ts';
import type { FileSystem } from './file-system.ts';
import type { LibraryRepository } from './library-repository.ts';
import { isPassing } from './note-tree.ts';
import { syncFolder } from './open-file.ts';
import { readPlanFile } from './plan-file.ts';
import { storageError } from './storage-error.ts';
import { hashOfPlan } from './text-versions.ts';

type Outcome<Value> = Promise<Result<Value, OperationError>>;

/** A text that was imported, with what is kept about it. */
export interface ImportedText {
  plan: PlanDocument;
  record: DocumentRecord;
  /** The imported file as it was. */
  bytes: Uint8Array;
}

/** The documents of the library: the one that ships with the program, and those that were imported. */
export interface DocumentRepository {
  list(): Outcome<DocumentList>;
  /** Keeps a text as a new document (its id must be new), or as the text in use of one that is there; the one before is kept. */
  save(text: ImportedText): Outcome<PlanDocument>;
  /** The corrections and the source of the text in use; null where it was not imported. */
  record(document: string): Outcome<DocumentRecord | null>;
  /** Where the text with this hash was imported from; null where it was not. */
  source(document: string, hash: string): Promise<DocumentSource | null>;
  rename(document: string, title: string): Outcome<PlanDocument>;
  /** Moves the texts of a document into the recycle bin; its notes stay where they are. */
  remove(document: string): Outcome<null>;
  /** Brings a removed document back. */
  restore(document: string): Outcome<null>;
}

export interface DocumentRepositoryOptions {
  library: Pick<LibraryRepository, 'bring' | 'peek' | 'rename'>;
  dataFolder: Pick<DataFolder, 'locate' | 'open'>;
  fileSystem: FileSystem;
  writer: Pick<AtomicWriter, 'write' | 'makeFolder'>;
  /** Ids of the documents that ship with the program. */
  bundled: readonly string[];
  now: () => Date;
}

export function createDocumentRepository(options: DocumentRepositoryOptions): DocumentRepository {
  const { library, dataFolder, fileSystem, writer } = options;
  return {
    list: () => listDocuments(options),
    save: async ({ plan, record, bytes }) => {
      const opened = await dataFolder.open();
      if (!opened.ok) return opened;
      const folder = folderOf(opened.value.root, plan.id);
      // The text last: where the record cannot be written, the one in use stays what it was.
      const place = { root: opened.value.root, folder, hash: hashOfPlan(plan) };
      const written = await writeRecord(writer, place, { record, bytes });
      return written.ok ? library.bring(plan) : written;
    },
    record: async (document) => {
      const located = await dataFolder.locate();
      if (!located.ok) return located;
      const { plan } = await library.peek(document);
      if (plan === undefined) return success(null);
      return success((await readRecord(fileSystem, folderOf(located.value, document), hashOfPlan(plan))) ?? null);
    },
    source: async (document, hash) => {
      const located = await dataFolder.locate();
      if (!located.ok) return null;
      return (await readRecord(fileSystem, folderOf(located.value, document), hash))?.source ?? null;
    },
    rename: async (document, title) =>
      options.bundled.includes(document)
        ? failure({ code: 'invalid-input', detail: document })
        : library.rename(document, title),
    remove: async (document) => {
      if (options.bundled.includes(document)) return failure({ code: 'invalid-input', detail: document });
      const opened = await dataFolder.open();
      if (!opened.ok) return opened;
      const { root, recycleBin } = opened.value;
      const bin = join(recycleBin, dataFolderNames.documents);
      const moment = formatTimestamp(options.now()).slice(0, 19).replaceAll(':', '-');
      return moveFolder(options, root, { from: folderOf(root, document), to: join(bin, `${document} ${moment}`) });
    },
    restore: async (document) => {
      const opened = await dataFolder.open();
      if (!opened.ok) return opened;
      const { root } = opened.value;
      const removed = (await removedFolders(options, root)).find(({ id }) => id === document);
      if (removed === undefined) return failure({ code: 'plan-missing', detail: document });
      const to = folderOf(root, document);
      const { plan, problem } = await library.peek(document);
      const isThere = (await fileSystem.lstat(to).catch(() => undefined)) !== undefined;
      if (isThere && plan === undefined && problem === null) {
        // Texts that notes refer to were kept meanwhile; they are in the removed folder as well, or stay beside it.
        const aside = await moveFolder(options, root, { from: to, to: `${removed.path} versions` });
        if (!aside.ok) return aside;
      }
      return moveFolder(options, root, { from: removed.path, to });
    },
  };
}

function folderOf(root: string, document: string): string {
  return join(root, dataFolderNames.documents, document);
}

async function moveFolder(
  { fileSystem, writer }: Pick<DocumentRepositoryOptions, 'fileSystem' | 'writer'>,
  root: string,
  { from, to }: { from: string; to: string },
): Outcome<null> {
  const [source, target] = [join(from, '..'), join(to, '..')];
  const made = await writer.makeFolder(root, target);
  if (!made.ok) return made;
  try {
    if ((await fileSystem.lstat(to).catch(() => undefined)) !== undefined)
      return failure({ code: 'changed-elsewhere', detail: to });
    await fileSystem.rename(from, to);
    // Where the text is now must be on the disk before it is not there any more.
    await syncFolder(fileSystem, target);
    await syncFolder(fileSystem, source);
    return success(null);
  } catch (error) {
    return failure(storageError(error));
  }
}

async function listDocuments(options: DocumentRepositoryOptions): Outcome<DocumentList> {
  const { dataFolder, fileSystem, bundled } = options;
  const located = await dataFolder.locate();
  if (!located.ok) return located;
  const root = located.value;
  const entries = await fileSystem.readdir(join(root, dataFolderNames.documents)).catch(() => []);
  const own = entries.filter((entry) => entry.isDirectory() && documentIdSchema.safeParse(entry.name).success);
  const ids = [...new Set([...bundled, ...own.map(({ name }) => name).sort()])];
  const documents: ListedDocument[] = [];
  for (const id of ids) {
    const listed = await listedDocument(options, root, id);
    if (listed !== undefined) documents.push(listed);
  }
  const removed: RemovedDocument[] = [];
  for (const { id, path, removedAt } of await removedFolders(options, root)) {
    if (documents.some((document) => document.id === id)) continue;
    const plan = await readPlanFile(fileSystem, join(path, 'plan.json'), id);
    removed.push({
      id,
      title: plan.ok ? plan.value.title : null,
      removedAt,
      notes: await countNotes(options, root, id),
    });
  }
  return success({ documents, removed });
}

async function listedDocument(
  options: DocumentRepositoryOptions,
  root: string,
  id: string,
): Promise<ListedDocument | undefined> {
  const { library, fileSystem, bundled } = options;
  const { plan, problem } = await library.peek(id);
  // A folder without a text, as `versions` alone, is no document.
  if (plan === undefined && problem === null) return undefined;
  const record = plan && (await readRecord(fileSystem, folderOf(root, id), hashOfPlan(plan)));
  return {
    id,
    title: plan?.title ?? id,
    isBundled: bundled.includes(id),
    chapters: plan?.sections.filter(({ level }) => level === 1).length ?? 0,
    sections: plan?.sections.length ?? 0,
    characters: plan === undefined ? 0 : countCharacters(canonicalText(plan)),
    notes: await countNotes(options, root, id),
    source: record?.source ?? null,
    problem,
  };
}

/** Removed documents, those removed last first; one that was removed several times counts once. */
async function removedFolders(
  { fileSystem }: Pick<DocumentRepositoryOptions, 'fileSystem'>,
  root: string,
): Promise<{ id: string; path: string; removedAt: string }[]> {
  const bin = join(root, dataFolderNames.recycleBin, dataFolderNames.documents);
  const entries = await fileSystem.readdir(bin).catch(() => []);
  const found = entries.flatMap((entry) => {
    const [, id, date, time] = /^(\S+) (\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)$/.exec(entry.name) ?? [];
    if (!entry.isDirectory() || id === undefined || date === undefined || time === undefined) return [];
    return [{ id, path: join(bin, entry.name), removedAt: `${date}T${time.replaceAll('-', ':')}` }];
  });
  found.sort((left, right) => right.removedAt.localeCompare(left.removedAt));
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
}

/** How many notes a document has, from the names of its files alone. */
async function countNotes(
  { fileSystem }: Pick<DocumentRepositoryOptions, 'fileSystem'>,
  root: string,
  document: string,
): Promise<number> {
  const count = async (folder: string, level: number): Promise<number> => {
    const entries = await fileSystem.readdir(folder).catch(() => []);
    let notes = 0;
    for (const entry of entries) {
      if (isPassing(entry.name)) continue;
      if (entry.isDirectory() && level < 4) notes += await count(join(folder, entry.name), level + 1);
      else if (entry.isFile() && /\.md$/i.test(entry.name)) notes += 1;
    }
    return notes;
  };
  const folders = await documentFolders(fileSystem, join(root, dataFolderNames.notes), document).catch(() => []);
  const counts = await Promise.all(folders.map((folder) => count(folder, 1)));
  return counts.reduce((sum, each) => sum + each, 0);
}
