import { describe, expect, test } from 'vitest';
import { type DeadlineRule, deadlineOf, deadlinePresets } from '#core/ledger/deadline';

const since = '2026-11-01';
const at = (today: string, rule: DeadlineRule, task: { start?: string; due?: string; status?: string }) =>
  deadlineOf({ status: 'active', start: '', due: '2026-11-30', ...task }, { rule, since, today });

describe('how near the end of a task is', () => {
  test.each([
    ['by days, far', '2026-11-22', deadlinePresets.days, {}, { level: 'ample', daysLeft: 8 }],
    ['a week before', '2026-11-23', deadlinePresets.days, {}, { level: 'soon', daysLeft: 7 }],
    ['three days before', '2026-11-27', deadlinePresets.days, {}, { level: 'urgent', daysLeft: 3 }],
    ['on the last day', '2026-11-30', deadlinePresets.days, {}, { level: 'urgent', daysLeft: 0 }],
    ['the day after', '2026-12-01', deadlinePresets.days, {}, { level: 'overdue', daysLeft: -1 }],
    ['done, however late', '2026-12-09', deadlinePresets.days, { status: 'done' }, { level: 'none', daysLeft: -9 }],
    ['resting', '2026-12-09', deadlinePresets.days, { status: 'paused' }, { level: 'none', daysLeft: -9 }],
    [
      'late by its own word',
      '2026-11-10',
      deadlinePresets.days,
      { status: 'delayed' },
      { level: 'ample', daysLeft: 20 },
    ],
    ['without a last day', '2026-11-10', deadlinePresets.days, { due: '' }, { level: 'none' }],
    // a hundred days, from 22 August
    ['by share, 31 %', '2026-10-30', deadlinePresets.share, { start: '2026-08-22' }, { level: 'ample', daysLeft: 31 }],
    ['30 %', '2026-10-31', deadlinePresets.share, { start: '2026-08-22' }, { level: 'soon', daysLeft: 30 }],
    ['15 %', '2026-11-15', deadlinePresets.share, { start: '2026-08-22' }, { level: 'urgent', daysLeft: 15 }],
    ['since it was made', '2026-11-21', deadlinePresets.share, {}, { level: 'ample', daysLeft: 9 }],
    ['of a single day', '2026-11-30', deadlinePresets.share, { start: '2026-11-30' }, { level: 'urgent', daysLeft: 0 }],
  ] as const)('%s', (_name, today, rule, task, expected) => {
    expect(at(today, rule, task)).toEqual(expected);
  });
});
