import { expect, test } from 'vitest';
import { citation } from '#core/plan/citation';
import { bundledPlan } from '../search/bundled-plan.ts';

const title = '《吉林市“十四五”教育发展规划》';

test.each([
  { section: '2.3', quote: '深化体育教育改革。', expected: `${title}二（三）：“深化体育教育改革。”` },
  { section: '10', quote: '加快教育数字化转型升级', expected: `${title}十：“加快教育数字化转型升级”` },
  { section: undefined, quote: '教育发展规划', expected: `${title}：“教育发展规划”` },
  { section: '3.4', quote: '深化“双创”教育', expected: `${title}三（四）：“深化‘双创’教育”` },
  { section: '4.2', quote: '改革。\n完善', expected: `${title}四（二）：“改革。完善”` },
])('$quote', ({ section, quote, expected }) => {
  expect(citation(bundledPlan, section, quote)).toBe(expected);
});
