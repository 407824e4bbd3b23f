import fc from 'fast-check';
import type { Annotation } from '#core/annotation/annotation';
import { applyChange } from '#core/annotation/apply-change';
import { type NoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { newTask } from '#core/annotation/task';
import { bodies, timeOf } from './any-body.ts';
import { sampleAnnotation } from './sample-annotation.ts';

const { task: _, ...bare } = sampleAnnotation;
export const note = (fields: Partial<Annotation> = {}, extra: NoteFile['extra'] = []): NoteFile => ({
  annotation: { ...bare, ...fields },
  extra,
});
export const bytes = (file: NoteFile): string => {
  const text = serialiseNoteFile(file);
  if (!text.ok) throw new Error(text.error);
  return text.value;
};
export const placeAt = (start: number) => ({
  ...sampleAnnotation.target,
  start,
  end: start + 2,
  textHash: 'sha256-00000000000000aa',
});
const tasks = fc
  .record({
    owner: fc.constantFrom('', '王', '李'),
    status: fc.constantFrom('pending', 'active', 'done'),
    completion: fc.constantFrom(0, 40),
    measure: fc.constantFrom('', '甲', '乙', '丙\n丁'),
    due: fc.constantFrom('', '2027-06-30'),
    partners: fc.uniqueArray(fc.constantFrom('德育处', '总务处', '教务处')),
    progress: fc.uniqueArray(fc.constantFrom('已部署', '已完成'), { maxLength: 2 }),
  })
  .map(({ progress, ...fields }) => ({
    ...newTask,
    ...fields,
    progress: progress.map((text) => ({ date: '2026-11-26', text })),
  }));

/** What a note says of a task that was made, changed, taken out of the ledger and brought back; often one that others had as well. */
const lives = fc
  .array(
    fc.record({
      step: fc.option(
        fc.oneof(tasks, fc.constantFrom(newTask, { ...newTask, owner: '王' }, { ...newTask, measure: '甲' })),
      ),
      second: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((steps) => {
    const { task, taskRecord } = steps.reduce<Annotation>(
      (annotation, { step, second }) =>
        applyChange(annotation, { task: step }, { modified: timeOf(1, second), device: 'PC-A' }),
      bare,
    );
    return { ...(task && { task }), ...(taskRecord && { taskRecord }) };
  });

/** Copies as clocks that agree write them: of the same revision at different times, a later revision later. */
export const copies = fc
  .record({
    rev: fc.integer({ min: 1, max: 3 }),
    second: fc.integer({ min: 0, max: 20 }),
    label: fc.constantFrom('todo', 'data'),
    tags: fc.uniqueArray(fc.constantFrom('一', '二', '三')),
    body: bodies,
    placement: fc.option(fc.constantFrom(placeAt(1), placeAt(2), placeAt(3)), { nil: undefined }),
    life: lives,
    extra: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  })
  .map(({ rev, second, extra, placement, life, ...fields }) =>
    note(
      {
        ...fields,
        ...(placement === undefined ? {} : { placement }),
        ...life,
        rev,
        modified: timeOf(rev, second),
        device: `PC-${(rev * 21 + second) % 3}`,
      },
      extra.map((key) => ({ key, source: `${key}: 1` })),
    ),
  );
export const several = fc.array(copies, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<[NoteFile, ...NoteFile[]]>;
