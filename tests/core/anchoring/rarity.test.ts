import { describe, expect, test } from 'vitest';
import { anchorSelectors } from '#core/anchoring/anchor';
import { describeRange } from '#core/anchoring/describe';
import { wordsOf } from '#core/anchoring/plan-words';
import { rarity, rarityOfWords } from '#core/anchoring/rarity';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalText } from '#core/plan/canonical-text';

const setPhrase = '市教育局会同有关部门';
const subjects =
  '德育 体育 美育 劳动 语言 数字 安全 督导 经费 师资 课程 评价 招生 社区 家庭 心理 营养 阅读 科技 艺术'.split(' ');
const lines = subjects.map((subject, number) => `${setPhrase}负责${subject}第${number * 7}项工作，按年度公布结果。`);
const own = '建成覆盖城乡的青少年活动中心，全天向学生免费开放，由志愿者值守，配备图书和器材，周末延长时间。';

describe('how rare what agrees is', () => {
  const plan = planFromText('one', ['一、甲', ...lines, own, ...lines].join('\n'));
  const words = wordsOf(plan);
  const placeOf = (text: string) => ({ from: words.text.indexOf(text), to: words.text.indexOf(text) + text.length });

  test('a set phrase is expected anywhere, a sentence that stands once is not', () => {
    expect(rarityOfWords(words, setPhrase, placeOf(setPhrase))).toBeLessThan(5);
    const once = '建成覆盖城乡的青少年活动中心';
    expect(rarityOfWords(words, once, placeOf(once))).toBeGreaterThan(20);
  });

  test('what does not agree counts for nothing', () => {
    expect(rarityOfWords(words, '完全不同的另一句话', placeOf(setPhrase))).toBeLessThan(0);
  });

  test('what stood before a passage counts before a place, not behind it', () => {
    const surroundings = { prefix: '建成覆盖城乡的青少年活动中心', quote: '', suffix: '' };
    const { from, to } = placeOf(surroundings.prefix);
    expect(rarity(words, surroundings, { from: to, to })).toBeGreaterThan(20);
    expect(rarity(words, surroundings, { from, to: from })).toBeLessThan(0);
  });
});

test('of two copies, the one that was edited less is not the one that is meant', () => {
  const before = planFromText('one', ['一、甲', ...lines, own, ...lines].join('\n'));
  const start = [...canonicalText(before)].join('').indexOf('全天向学生免费开放');
  const selectors = describeRange(before, { start, end: start + 9 });
  const edited = own.replace('中心', '中央').replace('由志愿者', '有志愿者');
  const after = planFromText('one', ['一、甲', ...lines, edited, ...lines, own, ...lines.slice(3)].join('\n'));
  expect(anchorSelectors(after, selectors)).toMatchObject({ state: 'orphaned', reason: 'duplicate' });
  expect(anchorSelectors(after, selectors).suggestions).toHaveLength(2);
});
