import { expect, test } from 'vitest';
import { type Anchoring, anchorSelectors } from '#core/anchoring/anchor';
import { describeRange } from '#core/anchoring/describe';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalSlice, canonicalText } from '#core/plan/canonical-text';
import { codePointLength } from '#core/text/code-points';

/** Sentences as plans have them: each differs from the next in little, and all have the same phrases. */
const subjects = '德育 体育 美育 劳动 语言 数字 安全 督导 经费 师资 课程 评价 招生 社区 家庭 心理'.split(' ');
const phrases = (count: number) =>
  subjects.map(
    (subject, number) => `市教育局会同有关部门负责${subject}第${number * 7 + count}项工作，按年度公布结果。`,
  );
const own = '建成覆盖城乡的青少年活动中心，全天向学生免费开放，由志愿者值守，配备图书和器材。';

function anchor(before: readonly string[], quote: string, after: readonly string[]): Anchoring & { found?: string } {
  const plan = planFromText('one', before.join('\n'));
  const start = codePointLength(canonicalText(plan).split(quote)[0] ?? '');
  const selectors = describeRange(plan, { start, end: start + codePointLength(quote) });
  const changed = planFromText('one', after.join('\n'));
  const anchoring = anchorSelectors(changed, selectors);
  return anchoring.range ? { ...anchoring, found: canonicalSlice(changed, anchoring.range) } : anchoring;
}

test('a passage is not stretched to a set phrase that stands farther on by chance', () => {
  const quote = `${own}\n市教育局会同有关部门负责卫生工作，按年度公布`;
  const many = [1, 2, 3, 4, 5, 6].flatMap(phrases);
  const before = ['一、甲', ...many, `${quote}名单。`, ...many];
  const after = [
    '一、甲',
    ...many,
    own,
    '另行规定的事项由各地自定，不再统一要求，备案和核查同时取消，改为自愿。',
    ...many,
  ];
  expect(anchor(before, quote, after)).toMatchObject({ state: 'review', found: own.slice(0, -1) });
});

test('both parts of a passage into which text was inserted are found, where both are its own', () => {
  const quote = `${own}馆长由县级人民政府聘任，任期三年。`;
  const inserted = `${own}${phrases(3).slice(0, 4).join('')}馆长由县级人民政府聘任，任期三年。`;
  const before = ['一、甲', ...phrases(1), quote, ...phrases(2)];
  const { found } = anchor(before, quote, ['一、甲', ...phrases(1), inserted, ...phrases(2)]);
  expect(found).toBe(inserted);
});

test('the copy of a section, heading and all, is not taken for the section in which an error was made', () => {
  const section = ['（一）青少年活动中心。', own];
  const before = ['一、甲', ...phrases(1), ...section, ...phrases(2)];
  const edited = ['（一）青少年动中心。', own.replace('全天', '全夭').replace('图书', '图画')];
  const after = ['一、甲', ...phrases(1), ...edited, ...phrases(2), '二、乙', ...section, ...phrases(3)];
  const anchoring = anchor(before, '全天向学生免费开放，由志愿者', after);
  expect(anchoring).toMatchObject({ state: 'orphaned', reason: 'duplicate' });
  expect(anchoring.suggestions).toHaveLength(2);
});

test('a word that stands again near its place, with nothing beside it that was there, is another one', () => {
  const before = ['一、甲', ...phrases(1), `${own}办好活动，公布办法。`, '二、乙', ...phrases(2)];
  const after = [
    '一、甲',
    ...phrases(1),
    `${own}另行组织活动由各地自定，不再由市里统一安排经费和时间。`,
    '二、乙',
    ...phrases(2),
  ];
  const plan = planFromText('one', before.join('\n'));
  const start = codePointLength(canonicalText(plan).split('活动，公')[0] ?? '');
  const selectors = describeRange(plan, { start, end: start + 2 });
  expect(anchorSelectors(planFromText('one', after.join('\n')), selectors).state).toBe('orphaned');
});

test('a heading that was selected with the end of its line is a heading', () => {
  const before = ['一、甲', ...phrases(1), '（一）组织保障。', '（二）活动经费。', ...phrases(2)];
  const after = ['一、甲', ...phrases(3), '（三）组织保障。', '另行规定。', ...phrases(4)];
  expect(anchor(before, '组织保障。\n', after)).toMatchObject({ state: 'anchored' });
});

test('a place that holds only a few characters of a passage is not offered', () => {
  const quote = '深入推进义务教育优质均衡发展，完善教育经费稳定增长机制';
  const before = ['一、甲', ...phrases(1), `${quote}。`, ...phrases(2)];
  const shortened = '推进义务教育优质均衡发展';
  const after = [
    '一、甲',
    ...phrases(1),
    `要完善教育，办好活动。`,
    ...phrases(2),
    '二、乙',
    `今后${shortened}。`,
    ...phrases(3),
  ];
  const { suggestions } = anchor(before, quote, after);
  const changed = planFromText('one', after.join('\n'));
  const offered = suggestions.map((range) => canonicalSlice(changed, range));
  expect(offered).toEqual([shortened]);
});
