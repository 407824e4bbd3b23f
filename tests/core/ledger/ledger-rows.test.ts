import { describe, expect, test } from 'vitest';
import { describeRange } from '#core/anchoring/describe';
import { placeAnnotations } from '#core/anchoring/place-annotations';
import { newTask, type Task } from '#core/annotation/task';
import { deadlinePresets } from '#core/ledger/deadline';
import { groupTasks } from '#core/ledger/group-tasks';
import {
  filterRows,
  isLedgerFiltering,
  knownNames,
  type LedgerRow,
  ledgerRows,
  noLedgerFilter,
  sortRows,
} from '#core/ledger/ledger-rows';
import { planFromText } from '#core/outline/plan-from-text';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';

const plan = planFromText(
  'school',
  '规划\n一、总则\n（一）目标。立德树人。\n（二）队伍。培养教师。\n二、保障\n加强督导。',
);
const text = '规划\n一、总则\n（一）目标。\n立德树人。\n（二）队伍。\n培养教师。\n二、保障\n加强督导。';

function rowOf(index: number, quote: string, task: Partial<Task>) {
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const { task: _, ...bare } = sampleAnnotation;
  return {
    ...bare,
    id: `01M84B9PR0644CCAMGF5S6AR${String(index).padStart(2, '0')}`,
    document: 'school',
    body: '',
    target: describeRange(plan, { start, end: start + quote.length }),
    task: { ...newTask, ...task },
  };
}

const tasks = [
  rowOf(1, '加强督导', { department: '督导室', owner: '赵', due: '2026-11-28', status: 'active', completion: 9 }),
  rowOf(2, '立德树人', { department: '德育处', owner: '王', due: '2027-06-30', completion: 40 }),
  rowOf(3, '培养教师', {
    department: '德育处',
    owner: '李',
    status: 'done',
    partners: ['教务处'],
    measure: '青蓝工程',
  }),
];
const { task: _, ...note } = rowOf(4, '立德树人', {});
const rows = ledgerRows(plan, placeAnnotations(plan, [...tasks, note]), {
  rule: deadlinePresets.days,
  today: '2026-11-26',
});
const quotes = (of: readonly LedgerRow[]) => of.map(({ annotation }) => annotation.target.exact);

test('a task that stands as before is the same object, whatever else changes; another day makes another', () => {
  const others = [rowOf(7, '目标', {}), ...tasks.slice(0, 2)];
  const options = { rule: deadlinePresets.days, today: '2026-11-26' };
  const again = ledgerRows(plan, placeAnnotations(plan, tasks), options);
  expect(again.every((row, index) => row === rows[index])).toBe(true);
  const moved = ledgerRows(plan, placeAnnotations(plan, others), options);
  expect(moved.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(moved.find(({ annotation }) => annotation === tasks[0])).toBe(again[2]);
  const tomorrow = ledgerRows(plan, placeAnnotations(plan, tasks), { ...options, today: '2026-11-29' });
  expect(tomorrow.map(({ deadline }) => deadline.level)).toEqual(['ample', 'none', 'overdue']);
});

test('the tasks stand in the order of the text, with section and deadline; mere notes do not', () => {
  expect(rows.map(({ position, number, deadline }) => [position, number, deadline.level])).toEqual([
    [1, '一（一）', 'ample'],
    [2, '一（二）', 'none'],
    [3, '二', 'urgent'],
  ]);
});

test('a task whose clause is lost keeps its last known section', () => {
  const other = planFromText('school', '规划\n一、别的\n全是别的内容，没有一句相同。');
  const [lost] = ledgerRows(other, placeAnnotations(other, [rowOf(1, '加强督导', {})]), {
    rule: deadlinePresets.days,
    today: '2026-11-26',
  });
  expect([lost?.place.state, lost?.number]).toEqual(['orphaned', '二']);
});

describe('filter', () => {
  test.each([
    ['nothing', {}, ['立德树人', '培养教师', '加强督导']],
    ['a department', { departments: ['德育处'] }, ['立德树人', '培养教师']],
    ['two fields', { departments: ['德育处'], statuses: ['done'] }, ['培养教师']],
    ['a level', { levels: ['urgent', 'overdue'] as const }, ['加强督导']],
    ['words in several fields', { text: '青蓝 教务' }, ['培养教师']],
    ['the section', { text: '二' }, ['培养教师', '加强督导']],
    ['in traditional characters', { text: '督導' }, ['加强督导']],
  ])('%s', (_name, filter, expected) => {
    expect(quotes(filterRows(rows, { ...noLedgerFilter, ...filter }))).toEqual(expected);
  });
});

test.each([
  [false, {}],
  [false, { text: ' ' }],
  [true, { text: '督导' }],
  [true, { statuses: ['done'] }],
  [true, { departments: [''] }],
  [true, { levels: ['overdue'] as const }],
])('is filtering: %s, by %j', (expected, filter) => {
  expect(isLedgerFiltering({ ...noLedgerFilter, ...filter })).toBe(expected);
});

describe('order', () => {
  test.each([
    ['as the text', null, ['立德树人', '培养教师', '加强督导']],
    ['by the last day, none last', { column: 'due', isDescending: false }, ['加强督导', '立德树人', '培养教师']],
    ['the other way, none last', { column: 'due', isDescending: true }, ['立德树人', '加强督导', '培养教师']],
    ['by number', { column: 'completion', isDescending: true }, ['立德树人', '加强督导', '培养教师']],
    ['by status', { column: 'status', isDescending: false }, ['立德树人', '加强督导', '培养教师']],
    ['by name, in pinyin', { column: 'owner', isDescending: false }, ['培养教师', '立德树人', '加强督导']],
  ] as const)('%s', (_name, order, expected) => {
    expect(quotes(sortRows(rows, order))).toEqual(expected);
  });
});

test('groups of departments and statuses', () => {
  expect(
    groupTasks(rows, 'department', ({ annotation }) => annotation.task.department).map(({ key, members }) => [
      key,
      members.length,
    ]),
  ).toEqual([
    ['德育处', 2],
    ['督导室', 1],
  ]);
  expect(groupTasks(rows, 'status', ({ annotation }) => annotation.task.status).map(({ key }) => key)).toEqual([
    'pending',
    'active',
    'done',
  ]);
});

test('names that were typed before, the most frequent first', () => {
  expect(knownNames(tasks.map(({ task }) => task))).toEqual({
    departments: ['德育处', '督导室', '教务处'],
    people: ['赵', '王', '李'],
  });
});
