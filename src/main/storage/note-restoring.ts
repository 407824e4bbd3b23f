import { join } from 'node:path';
import type { Annotation, AnnotationChange } from '#core/annotation/annotation';
import { applyChange, changeableContent } from '#core/annotation/apply-change';
import { mergeChange } from '#core/annotation/merge-change';
import type { NoteFile } from '#core/annotation/note-file';
import { asField, recordAfter, uniteRecords } from '#core/annotation/task-record';
import { success } from '#core/text/result';
import { exclusively, folderFor, type Outcome, stamp } from './note-changes.ts';
import { type NoteContext, openDataFolder } from './note-context.ts';
import type { StoredNote } from './note-files.ts';
import { addFile, isUnchanged, unusedPath, writeNote } from './note-writing.ts';

/**
 * Writes a note as it once was, as a later revision than any that is there, so that it counts on every computer. `base`: what
 * the reader saw in the note when they decided; what others have written since is kept beside it.
 */
export async function putBackNote(context: NoteContext, past: NoteFile, base: AnnotationChange | null): Outcome {
  const { id } = past.annotation;
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  if (context.index.find(id, 'notes') !== undefined) return putBackOver(context, past, base);
  if (context.index.find(id, 'recycleBin') === undefined) return putBackAnew(context, past, undefined);
  return exclusively(context, id, 'recycleBin', ({ note }) => putBackAnew(context, past, note));
}

/**
 * Where no copy is left, nobody knows which revision the note had reached: a computer that was away for long may bring back its
 * deleted copy, which must not count for later than what the reader restored.
 */
const unknownRevisions = 10_000;

/** `removed`: the copy in the recycle bin, which goes. */
async function putBackAnew(context: NoteContext, past: NoteFile, removed: StoredNote | undefined): Outcome {
  const { id, document, created } = past.annotation;
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const { notes } = opened.value;
  const folder = await folderFor(context, notes, past.annotation);
  if (!folder.ok) return folder;
  const path = await unusedPath(context, join(folder.value, created.slice(0, 7), `${id}.md`));
  const rev =
    removed === undefined
      ? past.annotation.rev + unknownRevisions
      : Math.max(past.annotation.rev, removed.annotation.rev) + 1;
  const stamped = stamp(context);
  const annotation = { ...withRecordOf({ ...past.annotation, ...stamped }, past.annotation, removed?.annotation), rev };
  const saved = await addFile(context, notes, path, { annotation, extra: past.extra });
  if (!saved.ok) return saved;
  // The restored note is the later one: a copy that cannot be taken out of the recycle bin does no harm.
  if (removed !== undefined) await context.writer.remove(removed.path, () => isUnchanged(context, removed));
  context.index.put(id, { ...saved.value, document, place: 'notes' });
  return success(saved.value.annotation);
}

function putBackOver(context: NoteContext, past: NoteFile, base: AnnotationChange | null): Outcome {
  const { id } = past.annotation;
  return exclusively(context, id, 'notes', async ({ indexed, note }) => {
    // One that has come back since the reader looked holds words that they have not seen.
    const merged = mergeChange(changeableContent(past.annotation), base ?? {}, note.annotation);
    const stamped = stamp(context);
    const content = { ...applyChange(past.annotation, merged, stamped), ...stamped };
    const rev = Math.max(past.annotation.rev, note.annotation.rev) + 1;
    const added = note.extra.filter(({ key }) => !past.extra.some((entry) => entry.key === key));
    const annotation = { ...withRecordOf(content, past.annotation, note.annotation), rev };
    const whole = { annotation, extra: [...past.extra, ...added] };
    const saved = await writeNote(context, note.path, whole, () => isUnchanged(context, note));
    if (!saved.ok) return saved;
    context.index.put(id, { ...indexed, ...saved.value });
    return success(saved.value.annotation);
  });
}

/** What the reader restores is a task again, or none any more, on every computer. */
function withRecordOf(wanted: Annotation, past: Annotation, present: Annotation | undefined): Annotation {
  const { taskRecord: _, ...fields } = wanted;
  const known = present && recordAfter(present, wanted.task, wanted.modified);
  return { ...fields, ...asField(uniteRecords([known, past.taskRecord])) };
}
