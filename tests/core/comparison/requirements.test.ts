import { expect, test } from 'vitest';
import { comparePlans } from '#core/comparison/compare-plans';
import { requirementsOf } from '#core/comparison/requirements';
import { planFromText } from '#core/outline/plan-from-text';

const above = planFromText(
  'above',
  [
    '教育发展规划',
    '一、重点任务',
    '（一）推进学前教育普及普惠',
    '扩大普惠性学前教育资源供给，完善普惠性学前教育保障机制。',
    '（二）建设高素质教师队伍',
    '健全师德师风长效机制，深化教师管理综合改革，提升教师教书育人能力素质。',
    '（三）加快教育数字化转型',
    '建设智慧教育平台，推动信息技术与教育教学深度融合应用。',
  ].join('\n'),
);
const ours = planFromText(
  'ours',
  [
    '我校发展规划',
    '一、工作安排',
    '（一）推进学前教育普及普惠',
    '办好附属幼儿园。',
    '（二）人事与培训',
    '学校每学期组织研修。健全师德师风长效机制，提升教师教书育人能力素质，评选骨干教师若干名。',
  ].join('\n'),
);

test('a counterpart is found by its heading, suggested by its words, or missing', () => {
  expect(requirementsOf(above, ours, comparePlans(above, ours))).toEqual([
    { section: '1.1', answer: '1.1', match: 'found' },
    { section: '1.2', answer: '1.2', match: 'possible' },
    { section: '1.3', answer: null, match: 'missing' },
  ]);
});

test('a chapter without text asks for nothing, unless nothing stands below it', () => {
  const bare = planFromText('bare', '一、总则\n二、任务\n（一）课程\n开齐课程。');
  const sections = requirementsOf(bare, ours, comparePlans(bare, ours)).map(({ section }) => section);
  expect(sections).toEqual(['1', '2.1']);
});

test('what a source lacks asks for nothing and answers nothing', () => {
  const city = planFromText('city', '规划\n一、甲\n（一）构建评价体系。全面改革。\n三、丙\n（一）加强督导。督促落实。');
  const school = planFromText('school', '规划\n一、总则\n（一）本校概况。办学历史。\n（三）食堂建设。改善伙食。');
  expect(city.sections.some(({ headingBlock }) => headingBlock === undefined)).toBe(true);
  const asked = requirementsOf(city, school, comparePlans(city, school));
  const isKnown = (plan: typeof city, id: string | null) =>
    plan.sections.some((section) => section.id === id && section.headingBlock !== undefined);
  expect(asked.every(({ section }) => isKnown(city, section))).toBe(true);
  expect(asked.every(({ answer }) => answer === null || isKnown(school, answer))).toBe(true);
  const back = requirementsOf(school, city, comparePlans(school, city));
  expect(back.every(({ section }) => isKnown(school, section))).toBe(true);
});
