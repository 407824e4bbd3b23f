import type { Annotation, AnnotationChange } from '#core/annotation/annotation';
import type { NoteFile } from '#core/annotation/note-file';
import type { Result } from '#core/text/result';
import type { UnreadableFile } from '#ipc/contract/annotations-contract';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { adoptNote, type NoteState } from './note-adoption.ts';
import { changeNote, createNote, removeNote, restoreNote } from './note-changes.ts';
import type { NoteContext } from './note-context.ts';
import { createNoteIndex } from './note-index.ts';
import { createNoteLocks } from './note-lock.ts';
import { purgeNotes } from './note-purging.ts';
import { acceptMissingNotes, listNotes, listRemovedNotes, lookAtNotes, readNotes } from './note-reading.ts';
import { putBackNote } from './note-restoring.ts';
import type { Delay } from './patience.ts';
import type { SeenNotes } from './seen-notes.ts';

/** A new annotation, before it has an identity. */
export type AnnotationDraft = Pick<
  Annotation,
  'document' | 'documentTitle' | 'motivation' | 'label' | 'tags' | 'target' | 'placement' | 'body' | 'task'
>;

export interface AnnotationList {
  /** In the order of their ids, which is the order in which they were made. */
  annotations: Annotation[];
  /** Files that are left as they are. */
  unreadable: UnreadableFile[];
}

/** The notes as the page is to see them. */
export interface ShownNotes extends AnnotationList {
  /** So many notes that were there are gone without a trace; 0 where that is no cause for alarm. */
  missing: number;
}

/** What has happened in the folder. */
export interface FolderNews {
  /** Documents of which the page does not know the present state. */
  changed: string[];
  /** Every folder that holds notes of documents that the page has asked for. */
  folders: string[];
}

/** The reader's notes: one file each. Whatever is answered with success is on the disk. */
export interface AnnotationRepository {
  /** The notes of a document as the page is to see them: later changes are compared with this. */
  list(document: string): Promise<Result<ShownNotes, OperationError>>;
  /** The documents that the page has asked for. */
  documents(): string[];
  /** Looks through the notes of the documents that the page has asked for, and makes one of copies that have come. */
  look(): Promise<FolderNews>;
  /** The reader goes on with the notes that are there, though others are missing. */
  acceptMissing(document: string): Promise<Result<null, OperationError>>;
  /** The same for anyone but the page, e.g. for an export. */
  read(document: string): Promise<Result<AnnotationList, OperationError>>;
  create(draft: AnnotationDraft): Promise<Result<Annotation, OperationError>>;
  /**
   * `base`: what the reader saw in the fields that they change, when they began. What others have written meanwhile is
   * kept beside the change.
   */
  change(id: string, change: AnnotationChange, base?: AnnotationChange): Promise<Result<Annotation, OperationError>>;
  /**
   * Writes an annotation from a file with the id, revision and time that it has. `base`: the note of that id as the reader
   * saw it; nothing is written when there is another state, or one where there was none.
   */
  adopt(annotation: Annotation, base: NoteState | null): Promise<Result<Annotation, OperationError>>;
  /** Moves a note to the recycle bin. */
  remove(id: string): Promise<Result<Annotation, OperationError>>;
  /** Brings a removed note back. */
  restore(id: string): Promise<Result<Annotation, OperationError>>;
  /** What lies in the recycle bin, each note as it was when it was deleted. */
  listRemoved(document: string): Promise<Result<Annotation[], OperationError>>;
  /** Writes a note as it was in a snapshot; `base`: what the reader saw in it when they decided, if it was there. */
  putBack(past: NoteFile, base: AnnotationChange | null): Promise<Result<Annotation, OperationError>>;
  /**
   * Deletes notes in the recycle bin for good, with every older copy of them that could bring them back. Answers which are
   * gone; fails only when none is.
   */
  purge(ids: readonly string[]): Promise<Result<string[], OperationError>>;
}

export interface AnnotationRepositoryOptions {
  dataFolder: DataFolder;
  seenNotes: SeenNotes;
  writer: AtomicWriter;
  fileSystem: FileSystem;
  now: () => Date;
  /** Makes ULIDs. */
  newId: () => string;
  /** The name that new notes are signed with. */
  author: () => Promise<string>;
  /** Name of this computer. */
  device: string;
  /** How retries wait. */
  delay?: Delay;
  /** Keeps the notes as they are before one of an older version of the format is written anew; should it fail, none is. */
  beforeMigration?: () => Promise<Result<null, OperationError>>;
}

export function createAnnotationRepository(options: AnnotationRepositoryOptions): AnnotationRepository {
  const queue = createKeyedQueue();
  const context: NoteContext = {
    ...options,
    index: createNoteIndex(),
    cleaned: new Set(),
    queue,
    locks: createNoteLocks(options),
    caches: new Map(),
    refused: new Map(),
    given: new Map(),
  };
  return {
    list: (document) => listNotes(context, document),
    documents: () => [...context.given.keys()],
    look: () => lookAtNotes(context),
    acceptMissing: (document) => acceptMissingNotes(context, document),
    read: (document) => readNotes(context, document),
    listRemoved: (document) => listRemovedNotes(context, document),
    create: (draft) => createNote(context, draft),
    change: (id, change, base = {}) => queue.run(id, () => changeNote(context, id, change, base)),
    adopt: (annotation, base) => queue.run(annotation.id, () => adoptNote(context, annotation, base)),
    remove: (id) => queue.run(id, () => removeNote(context, id)),
    restore: (id) => queue.run(id, () => restoreNote(context, id)),
    putBack: (past, base) => queue.run(past.annotation.id, () => putBackNote(context, past, base)),
    purge: (ids) => purgeNotes(context, queue, ids),
  };
}
