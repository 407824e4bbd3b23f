import { expect, test } from 'vitest';
import type { PlanDocument } from '#core/plan/plan';
import { exportedRows, requirementRows } from '../../../../src/renderer/features/comparison/requirement-rows.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';

const rowOf = (plan: PlanDocument, section: string) =>
  requirementRows(plan, plan, [{ section, answer: null, match: 'missing' }])[0];

test('a table says where the source lacks text or breaks off', () => {
  expect(rowOf(bundledPlan, '2.3')?.required.body).toMatch(/课程标准，开……（节选至此）$/u);
  expect(rowOf(bundledPlan, '2.1')?.required.body).toMatch(/〔此处原文有缺〕/u);
  // Between two pieces of one paragraph the gap alone is told.
  expect(rowOf(bundledPlan, '2.1')?.required.body).not.toMatch(/（节选至此）〔/u);
});

test('what is exported says it as well', () => {
  const [, row] = exportedRows(
    requirementRows(bundledPlan, bundledPlan, [{ section: '2.3', answer: '2.3', match: 'found' }]),
  );
  expect(row?.filter((cell) => cell.endsWith('（节选至此）'))).toHaveLength(2);
});
