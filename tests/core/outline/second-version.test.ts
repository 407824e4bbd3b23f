import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';

test('the second version of the bundled plan is complete: chapter 三 and every cut sentence are there', () => {
  const text = readFileSync(new URL('../../fixtures/plans/jilin-145-second-version.txt', import.meta.url), 'utf8');
  const plan = planFromText('jilin-145-education', text);
  expect(plan.title).toBe('吉林市“十四五”教育发展规划');
  expect(plan.diagnostics).toEqual([]);
  expect(plan.sections.filter(({ level }) => level === 1).map(({ number }) => number)).toEqual(
    Array.from({ length: 13 }, (_, chapter) => chapter + 1),
  );
  expect(plan.sections.find(({ id }) => id === '3.1')?.heading).toBe('优化人才培养结构');
});
