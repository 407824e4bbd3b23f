import { join, relative } from 'node:path';
import type { Annotation } from '#core/annotation/annotation';
import { asField } from '#core/annotation/task-record';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { exclusively, folderFor } from './note-changes.ts';
import { type NoteContext, openDataFolder } from './note-context.ts';
import type { IndexedNote } from './note-index.ts';
import { addFile, isUnchanged, unusedPath, writeNote } from './note-writing.ts';

/** A state of a note: what the reader saw when they decided to have it replaced. */
export type NoteState = Pick<Annotation, 'rev' | 'modified'>;

type Outcome = Promise<Result<Annotation, OperationError>>;

/**
 * Writes an annotation that comes from a file, under its own id and with its own revision, time and author. `base` is the
 * note of that id that the reader saw, in the notes or in the recycle bin, and `null` where there was none: where that has
 * changed, nothing is written.
 */
export async function adoptNote(context: NoteContext, annotation: Annotation, base: NoteState | null): Outcome {
  const { id, document } = annotation;
  const opened = await openDataFolder(context);
  if (!opened.ok) return opened;
  const known = context.index.find(id, 'notes') ?? context.index.find(id, 'recycleBin');
  if (known === undefined)
    return base === null
      ? addNote(context, opened.value.notes, annotation)
      : failure({ code: 'not-found', detail: id });
  if (base === null || known.document !== document) return changed(id);
  return replaceNote(context, known.place, annotation, base);
}

async function addNote(context: NoteContext, notes: string, annotation: Annotation): Outcome {
  const { id, document, created } = annotation;
  const parent = await folderFor(context, notes, annotation);
  if (!parent.ok) return parent;
  const path = await unusedPath(context, join(parent.value, created.slice(0, 7), `${id}.md`));
  const saved = await addFile(context, notes, path, { annotation, extra: [] });
  if (!saved.ok) return saved;
  context.index.put(id, { ...saved.value, document, place: 'notes' });
  return success(saved.value.annotation);
}

/** What the note was made on, when and by whom stays, and so do the entries that only other programs know. */
function replaceNote(context: NoteContext, place: IndexedNote['place'], wanted: Annotation, base: NoteState): Outcome {
  const { id } = wanted;
  return exclusively(context, id, place, async ({ indexed, note, isAsSeen, notes, recycleBin }) => {
    const { placement: _place, task: _task, taskRecord: _record, ...present } = note.annotation;
    const isBase = isAsSeen && present.rev === base.rev && present.modified === base.modified;
    if (!isBase || wanted.rev < present.rev) return changed(id);
    const { motivation, label, tags, placement, task, taskRecord, body, rev, modified, device } = wanted;
    const decided = { ...(placement === undefined ? {} : { placement }), ...(task === undefined ? {} : { task }) };
    const kept = { ...present, ...decided, ...asField(taskRecord) };
    const annotation = { ...kept, motivation, label, tags, body, rev, modified, device };
    const content = { annotation, extra: note.extra };
    const isHere = () => isUnchanged(context, note);
    const restored = () => unusedPath(context, join(notes, relative(recycleBin, note.path)));
    const saved =
      place === 'notes'
        ? await writeNote(context, note.path, content, isHere)
        : await addFile(context, notes, await restored(), content);
    if (!saved.ok) return saved;
    // The note is the later one: a copy that cannot be taken out of the recycle bin does no harm.
    if (place === 'recycleBin') await context.writer.remove(note.path, isHere);
    context.index.put(id, { ...indexed, ...saved.value, place: 'notes' });
    return success(saved.value.annotation);
  });
}

function changed(id: string): Result<Annotation, OperationError> {
  return failure({ code: 'changed-elsewhere', detail: id });
}
