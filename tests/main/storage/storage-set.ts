import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Annotation } from '#core/annotation/annotation';
import { success } from '#core/text/result';
import { type AnnotationDraft, createAnnotationRepository } from '../../../src/main/storage/annotation-repository.ts';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { createDataFolder } from '../../../src/main/storage/data-folder.ts';
import { createDocumentRepository } from '../../../src/main/storage/document-repository.ts';
import { createDraftRepository } from '../../../src/main/storage/draft-repository.ts';
import { type FileSystem, nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createLibraryRepository } from '../../../src/main/storage/library-repository.ts';
import { createReadSections } from '../../../src/main/storage/read-sections.ts';
import { createRunDaysRepository } from '../../../src/main/storage/run-days.ts';
import { createSeenNotes } from '../../../src/main/storage/seen-notes.ts';
import { createSettingsRepository } from '../../../src/main/storage/settings-repository.ts';
import { createSnapshots } from '../../../src/main/storage/snapshots.ts';
import { createViewStateRepository } from '../../../src/main/storage/view-state-repository.ts';

export const draft: AnnotationDraft = {
  document: 'jilin-145-education',
  documentTitle: '吉林市“十四五”教育发展规划',
  motivation: 'highlighting',
  label: 'important',
  tags: [],
  target: {
    exact: '健全公办民办同步招生入学机制',
    prefix: '完善义务教育免试就近入学制度，',
    suffix: '，规范招生',
    start: 896,
    end: 910,
    sectionPath: '四/（二）',
    sectionHeading: '稳步推进考试招生制度改革',
    textHash: 'sha256-8bf7b261fd5c0741',
    occurrences: 1,
    decoy: 0,
  },
  body: '',
};

/** Everything that stores something, wired as in the application, over the file system of a test. */
export function createStorage(
  base: string,
  fileSystem: FileSystem = nodeFileSystem,
  device = 'PC-A',
  start = Date.UTC(2026, 10, 23, 1, 20),
  onDelay: () => Promise<void> = async () => undefined,
) {
  let clock = start;
  let ids = 0;
  const now = () => {
    clock += 1000;
    return new Date(clock);
  };
  const delays: number[] = [];
  const delay = async (milliseconds: number) => {
    delays.push(milliseconds);
    await onDelay();
  };
  const writer = createAtomicWriter({ fileSystem, delay });
  const own = { folder: join(base, 'application'), writer, fileSystem, now };
  const settings = createSettingsRepository(own);
  const dataFolder = createDataFolder({ ...own, settings, defaultPath: join(base, 'documents', '规划研读') });
  const snapshots = createSnapshots({ dataFolder, writer, fileSystem, now });
  const annotations = createAnnotationRepository({
    dataFolder,
    seenNotes: createSeenNotes(own),
    writer,
    fileSystem,
    now,
    newId: () => idNumber(++ids),
    author: async () => '王老师',
    device,
    delay,
    beforeMigration: async () => {
      const taken = await snapshots.take('before-migration');
      return taken.ok ? success(null) : taken;
    },
  });
  const drafts = createDraftRepository(own);
  /** Sets the clock. */
  const setClock = (moment: number) => {
    clock = moment;
  };
  const resources = join(import.meta.dirname, '../../../resources');
  const library = createLibraryRepository({ ...own, resources, readFile, dataFolder });
  return {
    library,
    documents: createDocumentRepository({ ...own, library, dataFolder, bundled: [draft.document] }),
    readSections: createReadSections({ ...own, dataFolder }),
    snapshots,
    runDays: createRunDaysRepository(own),
    setClock,
    writer,
    settings,
    viewState: createViewStateRepository(own),
    dataFolder,
    annotations,
    drafts,
    delays,
    own,
  };
}

/** The id of the `number`th note that a storage makes. */
export function idNumber(number: number): string {
  return `01M84B9PR0644CCAMGF5S6${String(number).padStart(4, '0')}`;
}

/** The value of a result that must be a success. */
export function successOf<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function bodies(list: { annotations: Annotation[] }): string[] {
  return list.annotations.map((annotation) => annotation.body);
}
