import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { latestKept } from '#core/annotation/kept-task';
import { conflictHeading, conflictMark } from '#core/annotation/label';
import { mergeChange } from '#core/annotation/merge-change';
import { compareNotes, mergeCopies } from '#core/annotation/merge-copies';
import { type NoteFile, parseNoteFile } from '#core/annotation/note-file';
import { newTask } from '#core/annotation/task';
import { taskState } from '#core/annotation/task-record';
import { bytes, copies, note, placeAt, several } from './any-copies.ts';
import { sampleAnnotation } from './sample-annotation.ts';

const earlier = '2026-11-23T09:00:00+08:00';
const later = '2026-11-23T10:00:00+08:00';

describe('merging two copies', () => {
  it.each<{ name: string; winner: NoteFile; loser: NoteFile; expected: Partial<Annotation> }>([
    {
      name: 'the higher revision gives every single value',
      winner: note({ rev: 3, modified: earlier, label: 'todo', device: 'A' }),
      loser: note({ rev: 2, modified: later, label: 'data', device: 'B' }),
      expected: { rev: 3, modified: earlier, label: 'todo', device: 'A', body: sampleAnnotation.body },
    },
    {
      name: 'of the same revision the later',
      winner: note({ modified: later, label: 'todo' }),
      loser: note({ modified: earlier, label: 'data' }),
      expected: { modified: later, label: 'todo' },
    },
    {
      name: 'a place decided on is one value',
      winner: note({ rev: 3, placement: placeAt(7) }),
      loser: note({ rev: 2, placement: placeAt(1) }),
      expected: { placement: placeAt(7) },
    },
    {
      name: 'but stays where only the other side has decided',
      winner: note({ rev: 3, modified: earlier }),
      loser: note({ rev: 2, modified: later, placement: placeAt(1) }),
      expected: { rev: 3, modified: earlier, placement: placeAt(1) },
    },
    {
      name: 'unless it was decided for another passage',
      winner: note({ rev: 3 }),
      loser: note({ rev: 2, target: { ...sampleAnnotation.target, start: 1 }, placement: placeAt(1) }),
      expected: { placement: undefined as never },
    },
    {
      name: 'of a task each field is that of the side that has filled it in last',
      winner: note({ rev: 3, task: { ...newTask, owner: '王' } }),
      loser: note({ rev: 2, task: { ...newTask, owner: '李', due: '2027-06-30' } }),
      expected: { task: { ...newTask, owner: '王', due: '2027-06-30' } },
    },
    {
      name: 'of its longer texts every one is kept',
      winner: note({ rev: 3, task: { ...newTask, measure: '乙' } }),
      loser: note({ rev: 2, task: { ...newTask, measure: '甲' } }),
      expected: { task: { ...newTask, measure: ['乙', '甲'].sort().join('\n———\n') } },
    },
    {
      name: 'and stays where only the other side has made one',
      winner: note({ rev: 3, modified: earlier }),
      loser: note({ rev: 2, modified: later, task: { ...newTask, owner: '李' } }),
      expected: { rev: 3, modified: earlier, task: { ...newTask, owner: '李' } },
    },
    {
      name: 'what was reported on either side is kept',
      winner: note({ rev: 3, task: { ...newTask, progress: [{ date: '2026-11-26', text: '已完成' }] } }),
      loser: note({ rev: 2, task: { ...newTask, progress: [{ date: '2026-11-20', text: '已部署' }] } }),
      expected: {
        task: {
          ...newTask,
          progress: [
            { date: '2026-11-20', text: '已部署' },
            { date: '2026-11-26', text: '已完成' },
          ],
        },
      },
    },
    {
      name: 'tags are united',
      winner: note({ rev: 3, tags: ['丙', '甲'] }),
      loser: note({ rev: 2, tags: ['乙', '甲'] }),
      expected: { tags: ['丙', '乙', '甲'].sort() },
    },
    {
      name: 'the other text stands below',
      winner: note({ rev: 3, body: '甲' }),
      loser: note({ rev: 2, body: '乙', device: 'PC-B', modified: earlier }),
      expected: { body: `甲\n\n${conflictHeading('PC-B', earlier)}\n\n乙` },
    },
    {
      name: 'but not when it is there already',
      winner: note({ rev: 3, body: '甲\n乙\n丙' }),
      loser: note({ rev: 2, body: '乙\n丙\n' }),
      expected: { body: '甲\n乙\n丙' },
    },
    {
      name: 'a piece of a word does not count as being there',
      winner: note({ rev: 3, body: '甲乙' }),
      loser: note({ rev: 2, body: '乙', modified: earlier }),
      expected: { body: `甲乙\n\n${conflictHeading('PC-A', earlier)}\n\n乙` },
    },
    {
      name: 'a mere highlight that somebody has written to is a comment',
      winner: note({ rev: 3, body: '', motivation: 'highlighting' }),
      loser: note({ rev: 2, body: '乙', modified: earlier }),
      expected: { motivation: 'commenting', body: `\n\n${conflictHeading('PC-A', earlier)}\n\n乙` },
    },
  ])('$name', ({ winner, loser, expected }) => {
    const merged = mergeCopies([loser, winner]);
    for (const [key, value] of Object.entries(expected)) {
      expect(merged.annotation[key as keyof Annotation]).toEqual(value);
    }
    expect(bytes(mergeCopies([winner, loser]))).toBe(bytes(merged));
  });

  it('unknown header entries are united; of one key those of the winner', () => {
    const winner = note({ rev: 3 }, [
      { key: 'task', source: 'task: 1' },
      { key: 'b', source: 'b: 1' },
    ]);
    const loser = note({ rev: 2 }, [
      { key: 'task', source: 'task: 2' },
      { key: 'a', source: 'a: 2' },
    ]);
    expect(mergeCopies([loser, winner]).extra.map(({ source }) => source)).toEqual(['a: 2', 'b: 1', 'task: 1']);
  });

  it('a copy that is the same in every respect changes nothing, not even an empty line', () => {
    const same = note({ tags: ['b', 'a'], body: '甲\n\n' });
    expect(mergeCopies([same, note({ tags: ['b', 'a'], body: '甲\n\n' })])).toEqual(same);
  });

  it('what was kept when a save met another is not kept twice', () => {
    const theirs = note({ rev: 2, body: '乙', device: 'PC-B', modified: earlier });
    const body = mergeChange({ body: '甲' }, { body: '' }, theirs.annotation).body ?? '';
    const mine = note({ rev: 3, body });
    expect(mergeCopies([mine, theirs]).annotation.body).toBe(body);
  });
});

const wordsOf = ({ annotation }: NoteFile) => annotation.body.split('\n').filter((line) => /\S/.test(line));
const textLines = (file: NoteFile) => wordsOf(file).filter((line) => !line.startsWith(conflictMark));

describe('merging any copies', () => {
  const runs = { numRuns: 500 };

  it('gives the same bytes in whatever order', () => {
    fc.assert(
      fc.property(several, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = all
          .map((copy) => ({ copy, place: numbers.next().value as number }))
          .sort((left, right) => left.place - right.place)
          .map(({ copy }) => copy) as typeof all;
        expect(bytes(mergeCopies(shuffled))).toBe(bytes(mergeCopies(all)));
      }),
      runs,
    );
  });

  it('gives the same bytes when some are merged first', () => {
    fc.assert(
      fc.property(copies, copies, copies, (a, b, c) => {
        const together = bytes(mergeCopies([a, b, c]));
        // One copy alone is left as it is; more than one are brought into one form.
        fc.pre(new Set([a, b, c].map(bytes)).size === 3);
        expect(bytes(mergeCopies([mergeCopies([a, b]), c]))).toBe(together);
        expect(bytes(mergeCopies([a, mergeCopies([b, c])]))).toBe(together);
      }),
      runs,
    );
  });

  it('adds nothing when a copy that is in it already comes again', () => {
    fc.assert(
      fc.property(several, fc.nat(), (all, number) => {
        const merged = mergeCopies(all);
        fc.pre(new Set(all.map(bytes)).size > 1);
        const again = all[number % all.length] ?? all[0];
        expect(bytes(mergeCopies([merged, again]))).toBe(bytes(merged));
        expect(bytes(mergeCopies([merged, merged]))).toBe(bytes(merged));
        expect(compareNotes(merged, again)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('loses no line, no tag, no unknown key, no decided place and no task of any side that is not known to be removed, and can be read again', () => {
    fc.assert(
      fc.property(several, (all) => {
        const merged = mergeCopies(all);
        const kept = textLines(merged);
        const removed = all.flatMap(({ annotation }) => annotation.taskRecord?.removed ?? []);
        for (const copy of all) {
          for (const line of textLines(copy)) expect(kept).toContain(line);
          for (const tag of copy.annotation.tags) expect(merged.annotation.tags).toContain(tag);
          if (copy.annotation.placement !== undefined) expect(merged.annotation).toHaveProperty('placement');
          const { task, taskRecord } = copy.annotation;
          const isKept = task !== undefined && !removed.includes(taskState(task, taskRecord?.removed));
          if (isKept) {
            const { progress, partners } = merged.annotation.task ?? newTask;
            expect(progress).toEqual(expect.arrayContaining(task.progress));
            const { owner, measure } = task;
            if (owner !== '') expect(merged.annotation.task?.owner).not.toBe('');
            expect(merged.annotation.task?.measure).toContain(measure);
            expect(partners).toEqual(expect.arrayContaining(task.partners));
          }
          const { kept: latest } = merged.annotation.taskRecord ?? {};
          if (taskRecord?.kept !== undefined) expect(latestKept([taskRecord.kept, latest])).toEqual(latest);
          for (const { key } of copy.extra) expect(merged.extra.map((entry) => entry.key)).toContain(key);
        }
        const others = all.filter(
          ({ annotation: { task, taskRecord } }) => task && !removed.includes(taskState(task, taskRecord?.removed)),
        );
        if (new Set(all.map(bytes)).size > 1) expect('task' in merged.annotation).toBe(others.length > 0);
        const read = parseNoteFile(bytes(merged));
        expect(read.ok && bytes(read.value)).toBe(bytes(merged));
      }),
      runs,
    );
  });

  it('ends in the same bytes on three machines, whoever merges what first', () => {
    fc.assert(
      fc.property(copies, copies, copies, (a, b, c) => {
        fc.pre(new Set([a, b, c].map(bytes)).size === 3);
        const one = mergeCopies([a, b]);
        const two = mergeCopies([c, b]);
        const three = mergeCopies([a, c]);
        expect(bytes(mergeCopies([one, two, three]))).toBe(bytes(mergeCopies([mergeCopies([three, one]), two])));
      }),
      runs,
    );
  });
});

describe('control', () => {
  it('raising the revision of what was merged makes the outcome depend on who merges first', () => {
    const raised = (left: NoteFile, right: NoteFile) => {
      const merged = mergeCopies([left, right]);
      return note({ ...merged.annotation, rev: merged.annotation.rev + 1 });
    };
    const a = note({ rev: 2, body: '甲', modified: later });
    const b = note({ rev: 1, body: '乙', modified: earlier });
    const c = note({ rev: 1, body: '丙', modified: '2026-11-23T09:30:00+08:00' });
    expect(bytes(raised(raised(a, b), c))).not.toBe(bytes(raised(a, raised(b, c))));
    expect(bytes(mergeCopies([mergeCopies([a, b]), c]))).toBe(bytes(mergeCopies([a, mergeCopies([b, c])])));
  });
});
