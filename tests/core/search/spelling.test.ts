import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#core/search/fold';
import { loosen } from '#core/search/loosen';
import { findSpelled } from '#core/search/pinyin';
import { rangesOf } from '#core/search/place-list';
import { spellableText } from '#core/search/spellable-text';
import { spellingOf } from '#core/search/spelling';
import { indexUnits } from '#core/search/unit-index';

test('every place, each once', () => {
  expect(spelledIn('教育发展与教育公平', 'jiaoyu')).toEqual(['教育', '教育']);
  expect(spelledIn('资资资资', 'zz')).toEqual(['资资', '资资']);
});

test('marks in between are passed over', () => {
  expect(spelledIn('深化“双创”教育', 'scjy')).toEqual(['双创"教育']);
  expect(spelledIn('深化“双创”', 'scjy')).toEqual([]);
});

test('more letters than a number has bits', () => {
  const text = '吉林全面贯彻党的教育方针落实立德树人根本任务';
  const letters = 'quanmianguanchedangdejiaoyufangzhenluoshi';
  expect(spelledIn(text, letters)).toEqual(['全面贯彻党的教育方针落实']);
  expect(spelledIn(text, `${letters}lideshurenx`)).toEqual([]);
  for (const length of [29, 30, 31, 32, 33]) {
    expect(spelledIn('资'.repeat(40), 'z'.repeat(length))).toEqual(['资'.repeat(length)]);
  }
});

test('many ways to cut a query do not multiply the work', () => {
  expect(spelledIn('资'.repeat(5000), `${'z'.repeat(99)}x`)).toEqual([]);
});

test('of a short text the first ones', () => {
  expect(spellingOf('jy').inUnits(indexUnits('教育教育教育').units, 2).length).toBe(4);
});

test('nothing in nothing', () => {
  expect(spelledIn('', 'jy')).toEqual([]);
  expect(spelledIn('教', 'jy')).toEqual([]);
});

test('a query that ends within its first or second character', () => {
  expect(spelledIn('高中', 'zho')).toEqual(['中']);
  expect(spelledIn('中“', 'zho')).toEqual(['中']);
  expect(spelledIn('高中', 'gzh')).toEqual(['高中']);
  expect(spelledIn('高“中', 'gzh')).toEqual(['高"中']);
});

test('the same as in short texts', () => {
  const text = fc.array(fc.constantFrom(...'教育发展资质师行乐重长西安先a2b，“（'), { maxLength: 40 });
  const letters = fc.array(fc.constantFrom(...'jyfzshxlcaniuoge2'), { minLength: 1, maxLength: 34 });
  fc.assert(
    fc.property(text, letters, (characters, typed) => {
      const folded = loosen(fold(characters.join('')));
      const query = typed.join('');
      expect(spelledIn(folded, query)).toEqual(
        findSpelled(folded, query, Number.POSITIVE_INFINITY).map(({ start, end }) => folded.slice(start, end)),
      );
    }),
    { numRuns: 500 },
  );
});

function spelledIn(text: string, letters: string): string[] {
  const folded = fold(text);
  const index = indexUnits(folded);
  const spelling = spellingOf(letters);
  const inText = rangesOf(spelling.inText(spellableText(index)).taken());
  expect(rangesOf(spelling.inUnits(index.units, Number.POSITIVE_INFINITY).taken())).toEqual(inText);
  return inText.map(({ start, end }) => folded.slice(start, end));
}
