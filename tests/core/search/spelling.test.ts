import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#core/search/fold';
import { loosen } from '#core/search/loosen';
import { findSpelled } from '#core/search/pinyin';
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

test('it ends when it is told to', () => {
  let count = 0;
  spellingOf('jy')(indexUnits('教育教育教育').units, () => {
    count += 1;
    return count < 2;
  });
  expect(count).toBe(2);
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
  const spans: string[] = [];
  spellingOf(letters)(indexUnits(folded).units, (start, end) => {
    spans.push(folded.slice(start, end));
    return true;
  });
  return spans;
}
