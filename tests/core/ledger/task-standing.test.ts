import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newTask } from '#core/annotation/task';
import { type DeadlineLevel, deadlineOf, deadlinePresets } from '#core/ledger/deadline';
import type { LedgerRow } from '#core/ledger/ledger-rows';
import { sectionTallies, standingOf, type TaskStanding, taskStandings } from '#core/ledger/task-standing';
import { planFromText } from '#core/outline/plan-from-text';
import { sectionPath } from '#core/plan/section-tree';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';

test.each<[status: string, level: DeadlineLevel, TaskStanding]>([
  ['pending', 'none', 'pending'],
  ['active', 'ample', 'active'],
  ['active', 'soon', 'soon'],
  ['pending', 'urgent', 'urgent'],
  ['delayed', 'soon', 'delayed'],
  ['delayed', 'overdue', 'overdue'],
  ['paused', 'none', 'paused'],
  ['done', 'none', 'done'],
  ['待上会', 'none', 'other'],
  ['待上会', 'overdue', 'overdue'],
])('a task that is %s with a deadline that is %s stands as %s', (status, level, standing) => {
  expect(standingOf({ status }, { level })).toBe(standing);
});

const plan = planFromText(
  'school',
  '规划\n一、总则\n（一）目标。立德树人。\n（二）队伍。培养教师。\n二、保障\n加强督导。',
);

const rowIn = (section: string | undefined, status: string, due: string): LedgerRow => {
  const task = { ...newTask, status, due };
  return {
    annotation: { ...sampleAnnotation, task },
    place: {
      state: section === undefined ? 'orphaned' : 'anchored',
      anchoring: { state: 'orphaned', score: 0, suggestions: [] },
      ...(section !== undefined && { section }),
    },
    position: 1,
    number: '',
    deadline: deadlineOf(task, { rule: deadlinePresets.days, since: '2026-01-01', today: '2026-11-26' }),
  };
};

test('each section tells of its own tasks and of all below it, and of the most pressing', () => {
  const sections = plan.sections.map(({ id }) => id);
  const anyRow = fc
    .tuple(
      fc.constantFrom(undefined, ...sections),
      fc.constantFrom('pending', 'active', 'done', 'delayed', 'paused', '待上会'),
      fc.constantFrom('', '2026-01-01', '2026-11-28', '2026-12-02', '2027-12-31'),
    )
    .map((row) => rowIn(...row));
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const tallies = sectionTallies(plan, rows);
      for (const id of sections) {
        const own = rows.filter(({ place }) => place.section === id);
        const all = rows.filter(({ place }) =>
          sectionPath(plan, place.section ?? '').some((section) => section.id === id),
        );
        expect(tallies.get(id)?.own?.count ?? 0).toBe(own.length);
        expect(tallies.get(id)?.all.count ?? 0).toBe(all.length);
        const standings = new Set(all.map(({ annotation: { task }, deadline }) => standingOf(task, deadline)));
        expect(tallies.get(id)?.all.worst).toBe(taskStandings.find((standing) => standings.has(standing)));
      }
    }),
  );
});
