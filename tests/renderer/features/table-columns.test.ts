import { expect, test } from 'vitest';
import type { PlanDocument } from '#core/plan/plan';
import { tableColumns } from '../../../src/renderer/features/reading/table-columns.ts';

const plan: PlanDocument = {
  schema: 'plan/1',
  id: 'sample',
  title: '规划',
  blocks: [
    { kind: 'title', text: '规划' },
    { kind: 'row', text: '序号\t工作内容' },
    { kind: 'row', text: '1\t新建体育场地并配齐器材，开足开齐体育课' },
    { kind: 'paragraph', text: '说明' },
    { kind: 'row', text: '甲\t乙\t丙' },
  ],
  sections: [],
  diagnostics: [],
};

test('rows that follow one another share their columns, by the longest cell of each within bounds', () => {
  expect([...tableColumns(plan)]).toEqual([
    [1, 'minmax(0, 3fr) minmax(0, 16fr)'],
    [2, 'minmax(0, 3fr) minmax(0, 16fr)'],
    [4, 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 3fr)'],
  ]);
});
