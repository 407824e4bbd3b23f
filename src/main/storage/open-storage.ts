import { readFile } from 'node:fs/promises';
import { success } from '#core/text/result';
import { bundledDocument } from '#ipc/early-operations';
import { type AnnotationRepository, createAnnotationRepository } from './annotation-repository.ts';
import { type AtomicWriter, createAtomicWriter } from './atomic-file.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';
import { createDocumentRepository, type DocumentRepository } from './document-repository.ts';
import { createDraftRepository, type DraftRepository } from './draft-repository.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { createImportDrafts, type ImportDrafts } from './import-drafts.ts';
import { createLibraryRepository, type LibraryRepository } from './library-repository.ts';
import { createReadSections, type ReadSections } from './read-sections.ts';
import { createRunDaysRepository, type RunDaysRepository } from './run-days.ts';
import { createSeenNotes } from './seen-notes.ts';
import { createSettingsRepository, type SettingsRepository } from './settings-repository.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';
import { createViewStateRepository, type ViewStateRepository } from './view-state-repository.ts';
import { createWindowStateRepository, type WindowStateRepository } from './window-state-repository.ts';

/** Everything that is kept on the disk. */
export interface Storage {
  writer: AtomicWriter;
  fileSystem: FileSystem;
  settings: SettingsRepository;
  viewState: ViewStateRepository;
  windowState: WindowStateRepository;
  readSections: ReadSections;
  dataFolder: DataFolder;
  annotations: AnnotationRepository;
  drafts: DraftRepository;
  importDrafts: ImportDrafts;
  library: LibraryRepository;
  documents: DocumentRepository;
  snapshots: Snapshots;
  runDays: RunDaysRepository;
}

export interface StorageOptions {
  folders: { profile: string; defaultNotes: string; resources: string };
  now: () => Date;
  /** Makes ULIDs. */
  newId: () => string;
  /** Name of this computer. */
  device: string;
}

export function openStorage({ folders, now, newId, device }: StorageOptions): Storage {
  const writer = createAtomicWriter();
  const ownFiles = { folder: folders.profile, writer, fileSystem: nodeFileSystem, now };
  const settings = createSettingsRepository(ownFiles);
  const dataFolder = createDataFolder({ ...ownFiles, settings, defaultPath: folders.defaultNotes });
  const author = async () => {
    const stored = await settings.read();
    return stored.ok ? stored.value.settings.author : '';
  };
  const snapshots = createSnapshots({ dataFolder, writer, fileSystem: nodeFileSystem, now });
  const beforeMigration = async () => {
    const taken = await snapshots.take('before-migration');
    return taken.ok ? success(null) : taken;
  };
  const library = createLibraryRepository({ ...ownFiles, resources: folders.resources, readFile, dataFolder });
  return {
    writer,
    fileSystem: nodeFileSystem,
    settings,
    viewState: createViewStateRepository(ownFiles),
    windowState: createWindowStateRepository(ownFiles),
    readSections: createReadSections({ ...ownFiles, dataFolder }),
    dataFolder,
    annotations: createAnnotationRepository({
      dataFolder,
      seenNotes: createSeenNotes(ownFiles),
      writer,
      fileSystem: nodeFileSystem,
      now,
      newId,
      author,
      device,
      beforeMigration,
    }),
    drafts: createDraftRepository(ownFiles),
    importDrafts: createImportDrafts(ownFiles),
    library,
    documents: createDocumentRepository({ ...ownFiles, library, dataFolder, bundled: [bundledDocument] }),
    snapshots,
    runDays: createRunDaysRepository(ownFiles),
  };
}
