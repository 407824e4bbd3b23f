import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newTask, type Task, taskSchema } from '#core/annotation/task';
import { ledgerColumns, type TaskColumn } from '#core/ledger/ledger-rows';
import { fieldText, typedChange } from '#core/ledger/task-field';

const today = '2026-11-26';
const task: Task = {
  ...newTask,
  start: '2026-09-01',
  partners: ['德育处'],
  progress: [{ date: '2026-11-01', text: '部署' }],
};

describe('what is typed into a field', () => {
  test.each<[TaskColumn, string, unknown]>([
    ['owner', ' 王老师 ', { owner: '王老师' }],
    ['owner', '', null],
    ['measure', '第一行\n第二行', { measure: '第一行\n第二行' }],
    ['partners', '德育处、教务处，总务处；教务处', { partners: ['德育处', '教务处', '总务处'] }],
    ['partners', '德育处', null],
    ['evidence', '简章.pdf\n照片', { evidence: ['简章.pdf', '照片'] }],
    ['due', '2027年6月30日', { due: '2027-06-30' }],
    ['due', '2027.6.30', { due: '2027-06-30' }],
    ['due', '２０２７／６／３０', { due: '2027-06-30' }],
    ['due', '', null],
    ['due', '明年', 'not-a-date'],
    ['due', '2027-02-30', 'not-a-date'],
    ['due', '2026-08-31', 'due-before-start'],
    ['start', '', { start: '' }],
    ['completion', '62.5％', { completion: 62.5 }],
    ['completion', '６０％', { completion: 60 }],
    ['completion', '120', 'not-a-percentage'],
    ['completion', '一半', 'not-a-percentage'],
    ['progress', '已开会', { progress: [...task.progress, { date: today, text: '已开会' }] }],
    ['progress', '11月2日 已开会', { progress: [...task.progress, { date: '2026-11-02', text: '已开会' }] }],
    ['progress', ' ', null],
    ['status', 'done', { status: 'done', completion: 100 }],
    ['status', 'active', { status: 'active' }],
    ['status', '已完成', { status: 'done', completion: 100 }],
    ['status', '差不多了', 'unknown-status'],
    ['owner', '王'.repeat(61), 'too-long'],
    ['partners', Array.from({ length: 21 }, (_, index) => `处${index}`).join('、'), 'too-many'],
  ])('%s: %j', (column, typed, expected) => {
    const outcome = typedChange(task, column, typed, today);
    expect(outcome.ok ? outcome.value : outcome.error).toEqual(expected);
  });

  test('what a field shows, typed again, changes nothing', () => {
    for (const column of ledgerColumns) {
      if (column === 'clause' || column === 'quote') continue;
      expect(typedChange(task, column, fieldText(task, column), today)).toEqual({ ok: true, value: null });
    }
  });

  test('whatever is typed, the task stays one that can be kept', () => {
    const columns = ledgerColumns.filter((column): column is TaskColumn => column !== 'clause' && column !== 'quote');
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.string({ unit: 'binary', maxLength: 100 }), (column, typed) => {
        const outcome = typedChange(task, column, typed, today);
        if (outcome.ok) expect(taskSchema.safeParse({ ...task, ...outcome.value }).success).toBe(true);
      }),
    );
  });
});
