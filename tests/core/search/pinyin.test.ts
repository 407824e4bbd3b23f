import { expect, test } from 'vitest';
import { findSpelled, matchesPinyin } from '#core/search/pinyin';

const heading = '加强新时代学校健康教育';

test.each([
  ['full pinyin', '教育发展', 'jiaoyufazhan'],
  ['initials', '教育发展', 'jyfz'],
  ['full, then initials', '教育发展', 'jiaoyufz'],
  ['initials, then full', '教育发展', 'jyfazhan'],
  ['unfinished last syllable', '教育发展', 'jiaoyuf'],
  ['unfinished two-letter initial', '教育发展', 'jiaoyufazh'],
  ['two-letter initials', '师德师风', 'shdshf'],
  ['in the middle', heading, 'xxjk'],
  ['one letter', heading, 'x'],
  ['a character with several readings, one', '一行三会', 'hang'],
  ['a character with several readings, other', '一行三会', 'xing'],
  ['apostrophe and blanks', '西安', "xi'an"],
  ['upper case and full width', '西安', 'ＸＩ An'],
  ['one character for xian', '先', 'xian'],
  ['v for ü', '绿色发展', 'lvse'],
  ['ü itself', '绿色发展', 'lüse'],
  ['ve and ue', '战略', 'zhanlue'],
  ['traditional characters', '教育發展', 'jyfz'],
  ['radicals from PDF text', '⻓春', 'changchun'],
  ['quotes between characters', '深化“双创”教育', 'scjy'],
  ['digits beside pinyin', '规划2035年', 'gh2035n'],
])('%s: %s by %s', (_, text, query) => {
  expect(matchesPinyin(text, query)).toBe(true);
});

test.each([
  ['another order', '教育发展', 'fzjy'],
  ['one letter too many', '教育发展', 'jyfzz'],
  ['a syllable cut in the middle of the query', '教育发展', 'jiayufazhan'],
  ['nothing', '教育发展', ''],
  ['blanks only', '教育发展', '  '],
  ['characters', '教育发展', '教育'],
  ['digits only', '教育2035', '2035'],
  ['punctuation', '教育发展', 'jy.'],
  ['lone surrogate', '教育发展', '\ud83d'],
  ['empty text', '', 'jy'],
])('not %s: %s by %s', (_, text, query) => {
  expect(matchesPinyin(text, query)).toBe(false);
});

test('finds every place, each once', () => {
  expect(findSpelled('教育发展与教育公平', 'jiaoyu', 10)).toEqual([
    { start: 0, end: 2 },
    { start: 5, end: 7 },
  ]);
  expect(findSpelled('教育发展与教育公平', 'jy', 1)).toEqual([{ start: 0, end: 2 }]);
});

test('many ways to cut a query do not multiply the work', () => {
  const text = '资'.repeat(5000);
  const query = 'z'.repeat(99);
  expect(findSpelled(text, `${query}x`, 1)).toEqual([]);
  expect(findSpelled(text, query, 1)).toEqual([{ start: 0, end: 99 }]);
});

test('a query longer than any spelling is no pinyin', () => {
  expect(matchesPinyin('教育'.repeat(600), 'jiaoyu'.repeat(200))).toBe(false);
});
