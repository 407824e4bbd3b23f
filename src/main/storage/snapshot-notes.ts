import { compareCopies, isDeletedBy, type NoteCopy } from '#core/annotation/compare-copies';
import { dataFolderNames } from '#core/annotation/label';
import { maximumNoteFileSize, type NoteFile, parseNoteFile } from '#core/annotation/note-file';
import { type Result, success } from '#core/text/result';
import { inSlices } from '../export/in-slices.ts';
import { hashOf } from './note-files.ts';
import { maximumEntries } from './snapshot-files.ts';
import { readZip, type ZipLimits, type ZipProblem, type ZippedFile } from './zip-file.ts';

/** A note of a snapshot with the note file that it comes from. */
export type SnapshotNotes = ReadonlyMap<string, NoteFile>;

/** What a snapshot holds. */
export interface SnapshotContent {
  /** The notes that were in use when it was made, by id. */
  live: SnapshotNotes;
  /** What lay in the recycle bin, by id. */
  removed: SnapshotNotes;
}

type SnapshotCopy = NoteFile & NoteCopy;

/** Only notes are unpacked: the texts of documents are there for other programs, and for the worst case. */
const limits: ZipLimits = {
  entries: maximumEntries,
  total: 200_000_000,
  sizeOf: (name) => (placeOf(name) === undefined ? undefined : maximumNoteFileSize),
};

const { notes, recycleBin } = dataFolderNames;
const noteName = new RegExp(
  `^(${notes}|${recycleBin})/[^/]*\\[([a-z0-9][a-z0-9-]{0,63})\\]/(?:[^/]+/){0,6}([^/]+\\.md)$`,
  'iu',
);

/** Files that cannot be read as notes are passed over. */
export async function readSnapshotNotes(bytes: Uint8Array): Promise<Result<SnapshotContent, ZipProblem>> {
  const files = await readZip(bytes, limits);
  if (!files.ok) return files;
  const live = new Map<string, SnapshotCopy>();
  const removed = new Map<string, SnapshotCopy>();
  const read = (file: ZippedFile) => {
    const copy = readCopy(file);
    if (copy === undefined) return;
    const copies = placeOf(file.name)?.folder === recycleBin ? removed : live;
    const rival = copies.get(copy.annotation.id);
    if (rival === undefined || compareCopies(copy, rival) > 0) copies.set(copy.annotation.id, copy);
  };
  await inSlices(files.value, read, new AbortController().signal);
  for (const [id, copy] of removed) {
    const note = live.get(id);
    if (note !== undefined && isDeletedBy(copy, note)) live.delete(id);
  }
  return success({ live, removed });
}

/** Whether a file of a snapshot is a note that is in use, by its name alone. */
export function isLiveNote(name: string): boolean {
  return placeOf(name)?.folder === notes;
}

function placeOf(path: string): { folder: string; document: string; name: string } | undefined {
  const [, folder, document, name] = noteName.exec(path) ?? [];
  if (folder === undefined || document === undefined || name === undefined) return undefined;
  return { folder, document, name };
}

function readCopy({ name, bytes }: ZippedFile): SnapshotCopy | undefined {
  const place = placeOf(name);
  const text = decode(bytes);
  if (place === undefined || text === undefined) return undefined;
  const parsed = parseNoteFile(text, place);
  // A note belongs to the document in whose folder it lies.
  if (!parsed.ok) return undefined;
  return { ...parsed.value, hash: hashOf(bytes) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
