import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { newTask } from '#core/annotation/task';
import { deadlinePresets } from '#core/ledger/deadline';
import { ledgerRows } from '#core/ledger/ledger-rows';
import { planFromText } from '#core/outline/plan-from-text';
import { clauseGaps } from '#core/overview/clause-gaps';
import { coverageCells, coverageOf, isClause } from '#core/overview/coverage';
import { progressBy } from '#core/overview/progress';
import { reuseCoverage } from '#core/overview/reuse-coverage';
import { sectionDigests } from '#core/overview/section-digest';
import { sumOfParts } from '#core/overview/task-parts';
import type { PlanDocument } from '#core/plan/plan';
import { isHeadingOnly } from '#core/plan/section-tree';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';
import { bundledPlan } from '../search/bundled-plan.ts';

const options = { rule: deadlinePresets.days, today: '2026-11-26' };
const { task: _, ...note } = sampleAnnotation;

/** An annotation in a section, or in none; a task where a status is given. */
const anyPlaced = (plan: PlanDocument): fc.Arbitrary<PlacedAnnotation> =>
  fc
    .record({
      section: fc.constantFrom(undefined, ...plan.sections.map(({ id }) => id)),
      status: fc.constantFrom(undefined, 'pending', 'active', 'done', 'delayed', '待上会'),
      department: fc.constantFrom('', '教务处', '德育处'),
      due: fc.constantFrom('', '2026-01-01', '2027-01-01'),
      completion: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ section, status, ...task }) => ({
      annotation: status === undefined ? note : { ...note, task: { ...newTask, ...task, status } },
      anchoring: { state: 'orphaned', score: 0, suggestions: [] },
      state: section === undefined ? 'orphaned' : 'anchored',
      isSearched: false,
      ...(section !== undefined && { section }),
    }));

const plans = {
  'the plan that ships': bundledPlan,
  'articles without chapters': planFromText('law', '办法\n第一条 甲。\n第二条 乙。\n第三条 丙。'),
  'text without headings': planFromText('plain', '通知\n各校要做好工作。'),
};

describe.each(Object.entries(plans))('coverage of %s', (_name, plan) => {
  test('every annotation is counted once, in its section', () => {
    fc.assert(
      fc.property(fc.array(anyPlaced(plan), { maxLength: 60 }), (placed) => {
        const tasks = ledgerRows(plan, placed, options);
        const coverage = coverageOf(plan, { notes: placed, tasks, read: new Set() });
        const cells = coverageCells(coverage);
        expect(cells.map(({ section }) => section)).toEqual(plan.sections);
        const total = (what: 'notes' | 'tasks' | 'overdue') =>
          cells.reduce((sum, cell) => sum + cell[what], coverage.elsewhere[what]);
        expect(total('notes')).toBe(placed.length);
        expect(total('tasks')).toBe(tasks.length);
        expect(total('overdue')).toBe(tasks.filter(({ deadline }) => deadline.level === 'overdue').length);
        const parts = sumOfParts([...cells, coverage.elsewhere].map((each) => each.parts));
        expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(tasks.length);
        for (const cell of cells) {
          const own = tasks.filter(({ place }) => place.section === cell.section.id);
          expect(cell.parts.overdue ?? 0).toBe(cell.overdue);
          expect(cell.parts.done ?? 0).toBe(own.filter(({ annotation }) => annotation.task.status === 'done').length);
          const running = own.filter(
            ({ annotation, deadline }) => annotation.task.status === 'active' && deadline.level !== 'overdue',
          );
          expect(cell.parts.active ?? 0).toBe(running.length);
        }
        for (const { section, notes } of cells)
          expect(notes).toBe(placed.filter((mark) => mark.section === section.id).length);
      }),
      { numRuns: 30 },
    );
  });

  test('a clause is listed as lacking just what it lacks', () => {
    const digests = sectionDigests(plan);
    const anyRead = fc.subarray([...digests.values()]).map((read) => new Set(read));
    fc.assert(
      fc.property(fc.array(anyPlaced(plan), { maxLength: 60 }), anyRead, (placed, read) => {
        const tasks = ledgerRows(plan, placed, options);
        const gaps = clauseGaps(plan, coverageOf(plan, { notes: placed, tasks, read }));
        const clauses = plan.sections.filter((section) => isClause(plan, section));
        const inOrder = [false, true].flatMap((isLast) =>
          clauses.filter((each) => isHeadingOnly(plan, each) === isLast),
        );
        const without = (isDone: (id: string) => boolean) => inOrder.filter(({ id }) => !isDone(id));
        const listed = (gap: keyof typeof gaps) => gaps[gap].map(({ cell }) => cell.section);
        expect(listed('notes')).toEqual(without((id) => placed.some(({ section }) => section === id)));
        expect(listed('tasks')).toEqual(without((id) => tasks.some(({ place }) => place.section === id)));
        expect(listed('reading')).toEqual(without((id) => read.has(digests.get(id) ?? '')));
      }),
      { numRuns: 30 },
    );
  });

  test('a map made anew is the earlier one wherever both say the same', () => {
    const anySources = fc.array(anyPlaced(plan), { maxLength: 20 });
    fc.assert(
      fc.property(anySources, anySources, (before, added) => {
        const mapOf = (placed: PlacedAnnotation[]) =>
          coverageOf(plan, { notes: placed, tasks: ledgerRows(plan, placed, options), read: new Set() });
        const earlier = mapOf(before);
        expect(reuseCoverage(earlier, mapOf([...before]))).toBe(earlier);
        const latest = mapOf([...before, ...added]);
        const reused = reuseCoverage(earlier, latest);
        expect(reused).toEqual(latest);
        const known = coverageCells(earlier);
        const changed = new Set(added.map(({ section }) => section));
        for (const [index, cell] of coverageCells(reused).entries())
          expect(cell === known[index]).toBe(!changed.has(cell.section.id));
        for (const [index, row] of reused.rows.entries())
          expect(row === earlier.rows[index]).toBe(
            [...(row.head === undefined ? [] : [row.head]), ...row.cells].every(
              ({ section }) => !changed.has(section.id),
            ),
          );
      }),
      { numRuns: 30 },
    );
  });
});

test('what was read is read, wherever it stands by now', () => {
  const read = new Set([sectionDigests(bundledPlan).get('2.3') ?? '']);
  const cells = coverageCells(coverageOf(bundledPlan, { notes: [], tasks: [], read }));
  expect(cells.filter(({ isRead }) => isRead).map(({ section }) => section.id)).toEqual(['2.3']);
});

test('clauses are what says something: neither mere headings above others nor what the source lacks', () => {
  const ids = bundledPlan.sections.filter((section) => isClause(bundledPlan, section)).map(({ id }) => id);
  expect(ids).toHaveLength(57);
  expect(ids).toContain('1.1');
  expect(ids).not.toContain('1');
  expect(ids).not.toContain('3.1');
});

test('articles without chapters share a row, a chapter without sections has its own', () => {
  const rows = (plan: PlanDocument) =>
    coverageOf(plan, { notes: [], tasks: [], read: new Set() }).rows.map(({ head, cells }) => [
      head?.section.id ?? null,
      cells.length,
    ]);
  expect(rows(plans['articles without chapters'])).toEqual([[null, 3]]);
  const mixed = planFromText('mixed', '规划\n一、总则\n（一）目标。甲。\n（二）队伍。乙。\n二、保障\n加强督导。');
  expect(rows(mixed)).toEqual([
    ['1', 2],
    ['2', 0],
  ]);
  expect(rows(plans['text without headings'])).toEqual([]);
});

test('progress tells of every task once, by department and by status', () => {
  fc.assert(
    fc.property(fc.array(anyPlaced(bundledPlan), { maxLength: 60 }), (placed) => {
      const rows = ledgerRows(bundledPlan, placed, options);
      for (const by of ['department', 'status'] as const) {
        const progress = progressBy(rows, by);
        const sum = (what: 'count' | 'done' | 'overdue') => progress.reduce((total, each) => total + each[what], 0);
        expect(sum('count')).toBe(rows.length);
        expect(sum('done')).toBe(rows.filter(({ annotation }) => annotation.task.status === 'done').length);
        expect(sum('overdue')).toBe(rows.filter(({ deadline }) => deadline.level === 'overdue').length);
        for (const { key, count, completion, statuses } of progress) {
          expect([...statuses.values()].reduce((total, each) => total + each, 0)).toBe(count);
          const own = rows.map(({ annotation }) => annotation.task).filter((task) => task[by] === key);
          expect(completion).toBe(Math.round(own.reduce((total, task) => total + task.completion, 0) / own.length));
        }
      }
    }),
    { numRuns: 50 },
  );
});
