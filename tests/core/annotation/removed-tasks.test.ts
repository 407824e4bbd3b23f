import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { applyChange } from '#core/annotation/apply-change';
import { mergeCopies } from '#core/annotation/merge-copies';
import { type NoteFile, parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { newTask, type TaskChange } from '#core/annotation/task';
import { compareImport } from '#core/interchange/compare-import';
import { sampleAnnotation } from './sample-annotation.ts';

const { task: _, ...bare } = sampleAnnotation;
const file = (annotation: Annotation, extra: NoteFile['extra'] = []): NoteFile => ({ annotation, extra });
const written = (note: NoteFile): string => {
  const text = serialiseNoteFile(note);
  if (!text.ok) throw new Error(text.error);
  return text.value;
};
/** The note after changes to its task, a minute apart. */
function taskAfter(annotation: Annotation, ...changes: (TaskChange | null)[]): Annotation {
  return changes.reduce((note: Annotation, task) => {
    const modified = `2026-11-26T09:${String(note.rev).padStart(2, '0')}:00+08:00`;
    return applyChange(note, { task }, { modified, device: 'PC-A' });
  }, annotation);
}
const united = (...notes: [Annotation, ...Annotation[]]) => {
  const [first, ...others] = notes.map((annotation) => file(annotation));
  return mergeCopies(first === undefined ? [file(bare)] : [first, ...others]).annotation;
};

const made = taskAfter(bare, newTask);
const filled = taskAfter(made, { owner: '王', measure: '甲' }, { status: 'active' });
const removed = taskAfter(filled, null);

describe('a task that was taken out of the ledger', () => {
  it.each<[name: string, stale: Annotation]>([
    ['as it was at the end', filled],
    ['as it was made', made],
    ['as it was in between', taskAfter(made, { owner: '王', measure: '甲' })],
    [
      'with other words of the note changed since',
      applyChange(filled, { body: '新' }, { modified: filled.modified, device: 'PC-B' }),
    ],
    ['of a much later revision, for other reasons', { ...filled, rev: 40, body: '新' }],
  ])('does not come back with a copy %s', (_name, stale) => {
    expect(united(stale, removed)).not.toHaveProperty('task');
    expect(united(stale, united(removed, stale))).not.toHaveProperty('task');
  });

  it.each<[name: string, changed: Annotation]>([
    ['beside the removal', taskAfter(filled, { owner: '李' })],
    ['from an earlier state', taskAfter(made, { due: '2027-06-30' })],
    [
      'after the removal, by a program that does not know of it',
      { ...filled, rev: 9, task: { ...newTask, remark: '补' } },
    ],
  ])('comes back as somebody has changed it %s, and as nothing else', (_name, changed) => {
    expect(united(changed, removed).task).toEqual(changed.task);
    expect(united(filled, changed, removed, made).task).toEqual(changed.task);
  });

  it('is one again everywhere once that is undone, or it is made anew', () => {
    const undone = taskAfter(removed, filled.task ?? newTask);
    for (const stale of [removed, filled, made]) expect(united(stale, undone).task).toEqual(filled.task);
    const anew = taskAfter(taskAfter(made, null), newTask);
    expect(united(anew, made, taskAfter(made, null)).task).toEqual(newTask);
    const again = taskAfter(undone, null);
    for (const stale of [undone, removed, filled]) expect(united(stale, again)).not.toHaveProperty('task');
  });

  it('is one again where a program that does not know the entry shows it again', () => {
    const shown = { ...removed, rev: removed.rev + 1, task: filled.task ?? newTask };
    expect(united(shown, removed, filled).task).toEqual(filled.task);
  });

  it('is not even part of what two others were made one of, and does not leave them when they are removed', () => {
    const [left, right] = [
      taskAfter(made, { owner: '李', partners: ['德育处'] }),
      taskAfter(made, { due: '2027-06-30' }),
    ];
    const merged = mergeCopies([file(left), file(right)]);
    expect(merged.annotation.task).toMatchObject({ owner: '李', due: '2027-06-30', partners: ['德育处'] });
    const withoutLeft = mergeCopies([merged, file(taskAfter(left, null))]).annotation;
    expect(withoutLeft.task).toEqual(right.task);
    const gone = taskAfter(merged.annotation, null);
    for (const stale of [left, right, merged.annotation]) expect(united(stale, gone)).not.toHaveProperty('task');
    expect(mergeCopies([merged, file(gone)]).annotation).not.toHaveProperty('task');
  });

  it('does not come back from a file of annotations that was exported before, but from one in which it was changed', () => {
    const present = { annotations: [removed], removed: [] };
    const imported = (annotation: Annotation, isOwn = true) => compareImport(present, [{ annotation, isOwn }]).items[0];
    expect(imported(filled)).toBeUndefined();
    const late = imported({ ...filled, rev: 9, modified: '2026-12-01T09:00:00+08:00', body: '新' })?.result;
    expect(late && bareOf(late)).toEqual({
      ...bareOf(removed),
      rev: 9,
      modified: '2026-12-01T09:00:00+08:00',
      body: '新',
    });
    expect(imported(taskAfter(filled, { owner: '李' }))?.result.task).toMatchObject({ owner: '李' });
    const undone = taskAfter(removed, filled.task ?? newTask);
    const foreign = { ...bare, rev: 1, modified: '2026-12-01T09:00:00+08:00', body: '新' };
    const { items } = compareImport({ annotations: [undone], removed: [] }, [{ annotation: foreign, isOwn: false }]);
    expect(items[0]?.result.task).toEqual(filled.task);
  });
});

describe('the entries of a note', () => {
  it('tell of earlier states and of removed ones, and are kept where the ledger has no task', () => {
    const text = written(file(filled));
    expect(text).toMatch(/\ntaskPast: "[0-9a-f]{12} [0-9a-f]{12}"\n---/);
    const over = written(file(removed));
    expect(over).toMatch(/\ntaskRemoved: "(?:[0-9a-f]{12} ){2}[0-9a-f]{12}"\ntaskKept: .*\n---/);
    expect(over).not.toMatch(/taskPast|task-/);
    for (const one of [text, over]) {
      const read = parseNoteFile(one);
      expect(read.ok && written(read.value)).toBe(one);
    }
  });

  it('are left as they were written where they cannot be what they say', () => {
    const strange = written(file(taskAfter(made, null))).replace(/taskRemoved: .*/, 'taskRemoved: "下周"');
    const read = parseNoteFile(strange);
    expect(read.ok && read.value).toEqual(
      file(bareOf(taskAfter(made, null)), [{ key: 'taskRemoved', source: 'taskRemoved: "下周"' }]),
    );
    expect(read.ok && written(read.value)).toBe(strange);
  });

  it('forget the oldest states rather than grow without end, and are left out of a note that would be too long', () => {
    const long = taskAfter(bare, ...Array.from({ length: 400 }, (_item, index) => ({ remark: `第${index}次` })));
    expect(written(file(long)).length).toBeLessThan(written(file(made)).length + 2000);
    const crowded = file(taskAfter(long, null), [{ key: 'x', source: `x: "${'长'.repeat(64_000)}"` }]);
    expect(written(crowded)).not.toContain('taskRemoved');
  });
});

function bareOf({ taskRecord: _record, ...others }: Annotation): Annotation {
  return others;
}
