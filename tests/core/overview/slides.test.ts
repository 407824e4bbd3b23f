import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { newTask } from '#core/annotation/task';
import { deadlinePresets } from '#core/ledger/deadline';
import { ledgerRows } from '#core/ledger/ledger-rows';
import { slideAt, slidesOf, totalsOf } from '#core/overview/slides';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';
import { bundledPlan } from '../search/bundled-plan.ts';

const { task: _, ...note } = sampleAnnotation;
const markIn = (id: string, section: string | undefined, isTask: boolean): PlacedAnnotation => ({
  annotation: { ...note, id, ...(isTask && { task: newTask }) },
  anchoring: { state: 'orphaned', score: 0, suggestions: [] },
  state: section === undefined ? 'orphaned' : 'anchored',
  isSearched: false,
  ...(section !== undefined && { section, block: 1 }),
});
const slides = (marks: readonly PlacedAnnotation[]) =>
  slidesOf(bundledPlan, marks, ledgerRows(bundledPlan, marks, { rule: deadlinePresets.days, today: '2026-11-26' }));

test('every annotation is on one slide, a clause has one slide, in the order of the text', () => {
  const ids = bundledPlan.sections.map(({ id }) => id);
  const anyMarks = fc
    .array(fc.tuple(fc.constantFrom(undefined, ...ids), fc.boolean()), { maxLength: 40 })
    .map((places) => places.map(([section, isTask], index) => markIn(`note-${index}`, section, isTask)));
  fc.assert(
    fc.property(anyMarks, (marks) => {
      const made = slides(marks);
      const shown = made.flatMap(({ notes }) => notes);
      expect(shown.map(({ mark }) => mark.annotation.id).sort()).toEqual(
        marks.map(({ annotation }) => annotation.id).sort(),
      );
      for (const { mark, task } of shown) expect(task?.annotation).toBe(mark.annotation.task && mark.annotation);
      const order = made.flatMap(({ section }) => (section === undefined ? [] : [ids.indexOf(section.id)]));
      expect(order).toEqual([...new Set(order)].sort((left, right) => left - right));
      expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    }),
  );
});

test('a lost clause comes last under its last known number', () => {
  const made = slides([markIn('a', undefined, true), markIn('b', '2.3', false)]);
  expect(made.map(({ number }) => number)).toEqual(['二（三）', '四（二）']);
  expect(made.map(({ section }) => section?.id)).toEqual(['2.3', undefined]);
});

test('the slide of a section is its own, or the next one, or the last one before it', () => {
  const made = slides([markIn('a', '2.3', false), markIn('b', '4.2', false), markIn('c', undefined, false)]);
  expect([null, '1', '2.3', '2.4', '4.2', '12.4'].map((section) => slideAt(bundledPlan, made, section))).toEqual([
    0, 0, 0, 1, 1, 1,
  ]);
  expect(slideAt(bundledPlan, [], '2.3')).toBe(0);
});

test('the totals count what the slides show', () => {
  const late = { ...markIn('d', '4.2', true) };
  const task = { ...newTask, status: 'active', due: '2026-01-01' };
  late.annotation = { ...late.annotation, task };
  const strange = { ...markIn('e', '4.2', true) };
  strange.annotation = { ...strange.annotation, task: { ...newTask, status: '搁置' } };
  const made = slides([
    markIn('a', '2.3', false),
    markIn('b', '2.3', true),
    strange,
    late,
    markIn('c', undefined, false),
  ]);
  expect(totalsOf(made)).toEqual({
    ...{ clauses: 2, notes: 5, lost: 1, tasks: 3, overdue: 1 },
    statuses: [
      ['pending', 1],
      ['active', 1],
      ['搁置', 1],
    ],
  });
  expect(totalsOf([])).toEqual({ clauses: 0, notes: 0, lost: 0, tasks: 0, overdue: 0, statuses: [] });
});
