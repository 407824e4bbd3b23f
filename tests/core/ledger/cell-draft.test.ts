import { expect, test } from 'vitest';
import { newTask, type Task } from '#core/annotation/task';
import { draftStanding, keepBoth } from '#core/ledger/cell-draft';
import type { TaskColumn } from '#core/ledger/ledger-rows';

const today = '2026-11-26';
const entry = (text: string) => ({ date: '2026-11-25', text });

test.each<[what: string, column: TaskColumn, text: string, seen: Partial<Task>, present: Partial<Task>, string]>([
  ['is new', 'owner', '王老师', {}, {}, 'free'],
  ['was saved', 'owner', ' 王老师 ', {}, { owner: '王老师' }, 'saved'],
  ['is what others wrote as well', 'due', '2027.6.30', {}, { due: '2027-06-30' }, 'saved'],
  ['stands against others', 'owner', '王老师', { owner: '李老师' }, { owner: '赵老师' }, 'contested'],
  ['others changed elsewhere', 'owner', '王老师', {}, { due: '2027-06-30' }, 'free'],
  ['is of a list', 'partners', '甲、乙', { partners: ['甲'] }, { partners: ['甲', '丙'] }, 'free'],
  ['is no date yet', 'due', '2027-', {}, {}, 'free'],
  ['is an entry', 'progress', '开会', { progress: [entry('旧')] }, { progress: [entry('旧')] }, 'free'],
  ['is an entry that was saved', 'progress', '开会', {}, { progress: [entry('开会')] }, 'saved'],
  ['is an entry of a day', 'progress', '11月25日 开会', {}, { progress: [entry('开会')] }, 'saved'],
  [
    'is an entry of a day that was to come',
    'progress',
    '11月25日 开会',
    {},
    { progress: [entry('11月25日 开会')] },
    'saved',
  ],
  [
    'is an entry as one before',
    'progress',
    '开会',
    { progress: [entry('开会')] },
    { progress: [entry('开会')] },
    'free',
  ],
  ['is an empty entry', 'progress', ' ', {}, {}, 'saved'],
])('what was typed and %s', (_what, column, text, seen, present, expected) => {
  const draft = { column, text, seen: { ...newTask, ...seen } };
  expect(draftStanding(draft, { ...newTask, ...present }, today)).toBe(expected);
});

test('both are kept: in a long text one below the other, otherwise in the remark', () => {
  const present = { ...newTask, measure: '同事的', owner: '赵老师', remark: '旧' };
  expect(keepBoth({ column: 'measure', text: ' 我的 ' }, present, '')).toEqual({ measure: '同事的\n我的' });
  expect(keepBoth({ column: 'owner', text: '王老师' }, present, '责任人：王老师')).toEqual({
    remark: '旧\n责任人：王老师',
  });
  expect(keepBoth({ column: 'due', text: '20' }, newTask, '完成时限：20')).toEqual({ remark: '完成时限：20' });
});
