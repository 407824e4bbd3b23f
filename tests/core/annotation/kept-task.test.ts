import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { applyChange } from '#core/annotation/apply-change';
import { type KeptTask, keptTaskOf, latestKept, readKept, writeKept } from '#core/annotation/kept-task';
import { mergeCopies } from '#core/annotation/merge-copies';
import { maximumHeaderLength, type NoteFile, parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { newTask, type Task, type TaskChange } from '#core/annotation/task';
import { taskState } from '#core/annotation/task-record';
import { compareImport } from '#core/interchange/compare-import';
import { annotations } from './any-annotation.ts';
import { sampleAnnotation } from './sample-annotation.ts';

const { task: _, ...bare } = sampleAnnotation;
const filled: Task = {
  ...newTask,
  status: 'active',
  measure: '三年内“应建尽建”\n分两批',
  department: '教务处',
  partners: ['德育处'],
  due: '2027-06-30',
  completion: 40,
  progress: [{ date: '2026-11-26', text: '已部署' }],
};
const at = (minute: number) => `2026-11-26T09:${String(minute).padStart(2, '0')}:00+08:00`;
const change = (note: Annotation, task: TaskChange | null, minute: number) =>
  applyChange(note, { task }, { modified: at(minute), device: 'PC-A' });
const file = (annotation: Annotation): NoteFile => ({ annotation, extra: [] });
const written = (note: NoteFile): string => {
  const text = serialiseNoteFile(note);
  if (!text.ok) throw new Error(text.error);
  return text.value;
};
const kept = annotations.map(({ taskRecord }) => taskRecord?.kept).filter((one): one is KeptTask => one !== undefined);

describe('what a task held when it was taken out of the ledger', () => {
  const removed = change(change(bare, filled, 1), null, 2);

  it('is kept with the note, and offered until there is a task again', () => {
    expect(removed.taskRecord?.kept).toEqual({ time: at(2), task: filled });
    expect(keptTaskOf(removed)).toEqual(filled);
    const again = change(removed, filled, 3);
    expect(again.task).toEqual(filled);
    expect(keptTaskOf(again)).toBeUndefined();
    expect(again.taskRecord?.kept).toEqual(removed.taskRecord?.kept);
    // Made again, it is another state than the one that was removed.
    expect(removed.taskRecord?.removed).not.toContain(taskState(filled, again.taskRecord?.removed));
  });

  it('is written on one line, and read again', () => {
    const text = written(file(removed));
    expect(text).toContain(`\ntaskKept: "${at(2)} {\\"status\\":\\"active\\",\\"measure\\":`);
    const read = parseNoteFile(text);
    expect(read.ok && read.value).toEqual(file(removed));
  });

  it('is nothing where nothing was filled in, which does not replace what was', () => {
    expect(keptTaskOf(change(change(bare, newTask, 1), null, 2))).toBeUndefined();
    const emptied = change(change(change(removed, filled, 3), newTask, 4), null, 5);
    expect(keptTaskOf(emptied)).toEqual(filled);
  });

  it.each<[name: string, minute: number]>([
    ['later', 4],
    ['in the same second', 2],
    ['after the clock was set back', 0],
  ])('is what was removed last, %s', (_name, minute) => {
    const other = change(change(removed, { remark: '补' }, minute), null, minute);
    expect(keptTaskOf(other)).toEqual({ ...newTask, remark: '补' });
    for (const copies of [
      [file(removed), file(other)],
      [file(other), file(removed)],
    ] as [NoteFile, NoteFile][])
      expect(keptTaskOf(mergeCopies(copies).annotation)?.remark).toBe('补');
  });

  it('stays valid where a file claims the last second of all', () => {
    const last = {
      ...removed,
      taskRecord: { past: [], removed: [], kept: { time: '9999-12-31T23:59:59Z', task: filled } },
    };
    const other = change(change(last, { remark: '补' }, 3), null, 4);
    const read = parseNoteFile(written(file(other)));
    expect(read.ok && keptTaskOf(read.value.annotation)?.remark).toBe('补');
  });

  it.each([
    '下周',
    `${at(2)}`,
    `${at(2)} {}`,
    `${at(2)} {"status":"pending"}`,
    `${at(2)} {"owner":"王","阶段":"二"}`,
    `${at(2)} {"due":"明年"}`,
    `${at(2)} ["王"]`,
    `${at(2)} {"owner":"王"`,
    `昨天 {"owner":"王"}`,
    `{"owner":"王"}`,
    `${at(2)} {"__proto__":{"owner":"王"}}`,
  ])('is left as it was written where it cannot be that: %s', (value) => {
    const line = `taskKept: ${JSON.stringify(value)}`;
    const text = written(file(bare)).replace('\n---\n\n', `\n${line}\n---\n\n`);
    const read = parseNoteFile(text);
    expect(read.ok && read.value).toEqual({ annotation: bare, extra: [{ key: 'taskKept', source: line }] });
    expect(read.ok && written(read.value)).toBe(text);
  });

  it('is never left out for want of room where there is no task', () => {
    const header = written(file(removed)).split('\n---\n')[0] ?? '';
    const room = maximumHeaderLength - (header.length - '---\n'.length) - '\nx: ""'.length;
    const crowded = (length: number): NoteFile => ({
      annotation: removed,
      extra: [{ key: 'x', source: `x: "${'长'.repeat(length)}"` }],
    });
    expect(written(crowded(room))).toContain('taskRemoved');
    const text = written(crowded(room + 1));
    expect(text).toContain('taskKept');
    expect(text).not.toContain('taskRemoved');
    expect(serialiseNoteFile(crowded(room + 200))).toEqual({ ok: false, error: 'header-too-long' });
    const { annotation, extra } = crowded(room + 200);
    expect(serialiseNoteFile({ annotation: { ...annotation, task: newTask }, extra }).ok).toBe(true);
  });

  it('comes with a file of annotations, and is kept of ours where theirs is a later state without the task', () => {
    const present = (annotation: Annotation) => ({ annotations: [annotation], removed: [] });
    const { taskRecord: _record, ...without } = removed;
    const [brought] = compareImport(present(without), [{ annotation: removed, isOwn: true }]).items;
    expect(brought && keptTaskOf(brought.result)).toEqual(filled);
    expect(brought && compareImport(present(brought.result), [{ annotation: removed, isOwn: true }]).items).toEqual([]);
    const [later] = compareImport(present(change(bare, filled, 1)), [
      { annotation: { ...without, rev: 9 }, isOwn: true },
    ]).items;
    expect(later && keptTaskOf(later.result)).toEqual(filled);
  });

  it('is theirs where they removed a later state of the task than ours', () => {
    const ours = { ...change(bare, newTask, 1), modified: at(30) };
    const stale = change(ours, { owner: '王' }, 2);
    const theirs = change(change(stale, filled, 3), null, 4);
    const late = applyChange(stale, { tags: ['新'] }, { modified: at(40), device: 'PC-B' });
    const { items } = compareImport({ annotations: [late], removed: [] }, [{ annotation: theirs, isOwn: true }]);
    expect(items[0]?.result).not.toHaveProperty('task');
    expect(items[0] && keptTaskOf(items[0].result)).toEqual(filled);
  });
});

describe('any kept task', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(kept, (one) => {
        expect(readKept(writeKept(one))).toEqual(one);
      }),
    );
  });

  it('is merged alike in any order and grouping, and again', () => {
    fc.assert(
      fc.property(kept, kept, kept, (a, b, c) => {
        const all = latestKept([a, b, c]);
        expect(latestKept([c, a, undefined, b])).toEqual(all);
        expect(latestKept([latestKept([a, b]), c])).toEqual(all);
        expect(latestKept([a, latestKept([b, c])])).toEqual(all);
        expect(latestKept([all, a])).toEqual(all);
      }),
    );
  });
});
