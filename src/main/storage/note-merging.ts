import { basename, dirname, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mergeCopies } from '#core/annotation/merge-copies';
import { type NoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { NoteContext } from './note-context.ts';
import type { StoredNote } from './note-files.ts';
import { isUnchanged, writeNote } from './note-writing.ts';

/**
 * A file that a synchronising program is still writing changes within this time, ms. What has changed is left for the next
 * time that the folder is looked at.
 */
const pause = 300;
/** Most notes that are merged at one time, so that the list does not wait; the rest follows. */
const most = 100;

/** Of the files in one place (notes or recycle bin) those that hold the same note as another, note by note. */
export function copiesIn(notes: readonly StoredNote[]): StoredNote[][] {
  const byId = new Map<string, StoredNote[]>();
  for (const note of notes) {
    const { id } = note.annotation;
    const copies = byId.get(id);
    if (copies === undefined) byId.set(id, [note]);
    else copies.push(note);
  }
  return [...byId.values()].filter((copies) => copies.length > 1);
}

/**
 * Makes one file of each group of copies. First the merged note is on the disk, for good; then the other files go, each only if
 * it still is what was merged. Whatever cannot be done leaves the files as they are. Answers the notes that are one file now.
 */
export async function mergeOnDisk(
  context: NoteContext,
  folder: string,
  groups: readonly StoredNote[][],
): Promise<Map<string, StoredNote>> {
  const merged = new Map<string, StoredNote>();
  if (groups.every((copies) => isRefused(context, copies))) return merged;
  await (context.delay ?? wait)(pause);
  const chosen = groups.filter((group) => !isRefused(context, group)).slice(0, most);
  // One snapshot for all of them: what is merged is written in the newest version of the format, and the copies go.
  const isSecured = !chosen.some(isOfOlderVersion) || (await context.beforeMigration?.())?.ok !== false;
  for (const copies of chosen) {
    countAttempt(context, copies);
    if (!isSecured && isOfOlderVersion(copies)) continue;
    const note = await mergeGroup(context, folder, copies).catch(() => undefined);
    if (note !== undefined) merged.set(note.annotation.id, note);
  }
  return merged;
}

function isOfOlderVersion(copies: readonly StoredNote[]): boolean {
  return copies.some(({ migratedFrom }) => migratedFrom !== undefined);
}

async function mergeGroup(
  context: NoteContext,
  folder: string,
  copies: readonly StoredNote[],
): Promise<StoredNote | undefined> {
  const [keep, ...others] = inOrderOfPath(folder, copies);
  if (keep === undefined) return undefined;
  const { id } = keep.annotation;
  const merged = await context.queue.run(id, () =>
    context.locks.hold(dirname(keep.path), id, async () => success(await mergeInto(context, keep, others))),
  );
  return merged.ok ? merged.value : undefined;
}

async function mergeInto(
  context: NoteContext,
  keep: StoredNote,
  others: readonly StoredNote[],
): Promise<StoredNote | undefined> {
  for (const copy of [keep, ...others]) if (!(await isUnchanged(context, copy))) return undefined;
  const saved = await keepMerged(context, keep, mergeCopies([keep, ...others]));
  if (!saved.ok) return undefined;
  context.index.moved(keep.annotation.id, keep.path);
  for (const other of others) await context.writer.remove(other.path, () => isUnchanged(context, other));
  return saved.value;
}

/** Has the merged note on the disk for good, written only where the kept file does not say the same already. */
async function keepMerged(
  context: NoteContext,
  keep: StoredNote,
  content: NoteFile,
): Promise<Result<StoredNote, OperationError>> {
  const [present, wanted] = [serialiseNoteFile(keep), serialiseNoteFile(content)];
  if (!present.ok || !wanted.ok || present.value !== wanted.value) {
    return writeNote(context, keep.path, content, () => isUnchanged(context, keep), 'merging');
  }
  const kept = await context.writer.keep(keep.path);
  return kept.ok ? success(keep) : kept;
}

/** What could not be made one several times is left alone until one of the files changes, or until the next start. */
const mostAttempts = 3;

function isRefused({ refused }: NoteContext, copies: readonly StoredNote[]): boolean {
  return (refused.get(keyOf(copies)) ?? 0) >= mostAttempts;
}

function countAttempt({ refused }: NoteContext, copies: readonly StoredNote[]): void {
  refused.set(keyOf(copies), (refused.get(keyOf(copies)) ?? 0) + 1);
}

function keyOf(copies: readonly StoredNote[]): string {
  return copies
    .map(({ path, hash }) => `${path} ${hash}`)
    .sort()
    .join('\n');
}

/**
 * Every machine must keep the same file: if each removed the one that the other keeps, both would be gone. The one named by the
 * id comes first, then the order of their paths.
 */
function inOrderOfPath(folder: string, copies: readonly StoredNote[]): StoredNote[] {
  const keyOf = ({ path, annotation }: StoredNote) => {
    const place = relative(folder, path).split(sep).join('/').normalize('NFC');
    return `${basename(path) === `${annotation.id}.md` ? 0 : 1}${place}`;
  };
  return [...copies].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
