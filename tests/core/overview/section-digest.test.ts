import { expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { sectionDigests } from '#core/overview/section-digest';
import type { PlanDocument } from '#core/plan/plan';
import { bundledPlan } from '../search/bundled-plan.ts';

const digestOf = (plan: PlanDocument, heading: string) =>
  sectionDigests(plan).get(plan.sections.find((section) => section.heading === heading)?.id ?? '');

test('a section keeps its name when it gets another number, not when its words change', () => {
  const plan = planFromText('school', '规划\n一、总则\n（一）目标。立德树人。\n（二）队伍。培养教师。');
  const renumbered = planFromText(
    'school',
    '规划\n一、总则\n（一）原则。坚持公平。\n（二）目标。立德树人。\n（三）队伍。培养好教师。',
  );
  expect(digestOf(plan, '目标')).toMatch(/^[0-9a-f]{16}$/);
  expect(digestOf(renumbered, '目标')).toBe(digestOf(plan, '目标'));
  expect(digestOf(renumbered, '队伍')).not.toBe(digestOf(plan, '队伍'));
});

test('what the source lacks has none, and no two sections of the plan share one', () => {
  const digests = sectionDigests(bundledPlan);
  const missing = bundledPlan.sections.filter(
    ({ headingBlock, bodyBlocks }) => headingBlock === undefined && bodyBlocks.length === 0,
  );
  expect(missing.length).toBeGreaterThan(0);
  for (const { id } of missing) expect(digests.has(id)).toBe(false);
  expect(digests.size).toBe(bundledPlan.sections.length - missing.length);
  expect(new Set(digests.values()).size).toBe(digests.size);
});
