import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldQuery, foldWithSources, lineBarrier } from '#core/search/fold';
import { codePointLength } from '#core/text/code-points';

test.each([
  ['full width', 'ＡＢＣ１２３', 'abc123'],
  ['case', 'Education', 'education'],
  ['traditional characters', '教育發展', '教育发展'],
  ['a simplified form that is also a traditional one', '薴苧苎', '苎苎苎'],
  ['Kangxi radicals', '⼯⾐', '工衣'],
  ['radicals of the supplement', '⻓⻅⻢⻔', '长见马门'],
  ['a radical with a traditional ideograph', '⻑', '长'],
  ['compatibility ideographs', '\uf92c\ufa5b', '郎者'],
  ['double quotes', '“双创”「双创」〝双创〞', '"双创""双创""双创"'],
  ['single quotes', '‘双创’『双创』', "'双创''双创'"],
  ['dashes', '—–－‐', '----'],
  ['dots', '·•・', '···'],
  ['full-width punctuation', '（一）：，；！？', '(一):,;!?'],
  ['enclosed and composed characters', '①㎡ﬁ½℃', '1m2fi1⁄2°c'],
  ['zero-width characters', '教\u200b育\ufeff发\u00ad展', '教育发展'],
  ['variation selectors', '葛\u{e0100}', '葛'],
  ['control characters', '教\u0000\u0001育', '教育'],
  ['lone surrogates', '教\ud83d育\ude00', '教育'],
  ['characters beyond the basic plane', '𠮷😀𝐀', '𠮷😀a'],
  ['blanks between Chinese characters', '中共中央　国 务 院', '中共中央国务院'],
  ['blanks between Latin words', 'to  the \t point', 'to the point'],
  ['blanks between Latin and Chinese', '建设 5G 网络', '建设5g网络'],
  ['a blank and a zero-width character between letters', 'a \u200b b', 'a b'],
  ['blanks at the ends', '  教育 ', '教育'],
  ['line breaks', '教育\r\n\n  发展', `教育${lineBarrier}发展`],
  ['line breaks at the ends', '\n教育\n', '教育'],
  ['nothing', '', ''],
])('%s', (_, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('a query is cut at its line breaks', () => {
  expect(foldQuery('\n教育\n 发展\n')).toEqual(['教育', '发展']);
  expect(foldQuery(' \u200b\n')).toEqual([]);
});

const noise = fc.constantFrom(
  ...[
    '①',
    '㎡',
    'ﬁ',
    '½',
    '℃',
    '😀',
    '𠮷',
    '⼯',
    '⻓',
    '\u200b',
    'Ａ',
    'b',
    ' ',
    '　',
    '\n',
    '“',
    '—',
    '發',
    '\ud83d',
    'é',
    'ß',
    'İ',
  ],
);
const anyText = fc
  .array(fc.oneof(noise, fc.constantFrom(...'深化教育评价改革，的。'), fc.string({ unit: 'binary' })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('sources', () => {
  test('one for each unit, in order, inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWithSources(text);
        expect(folded.text).toBe(fold(text));
        expect(folded.sources.length).toBe(folded.text.length);
        const length = codePointLength(text);
        let last = 0;
        for (const source of folded.sources) {
          expect(source).toBeGreaterThanOrEqual(last);
          expect(source).toBeLessThan(length);
          last = source;
        }
      }),
    );
  });

  test('lead back to a slice with the same fold', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, from, size) => {
        const characters = [...text];
        const start = from % (characters.length + 1);
        const query = fold(characters.slice(start, start + 1 + (size % 12)).join(''));
        const { text: folded, sources } = foldWithSources(text);
        for (let at = folded.indexOf(query); at >= 0 && query !== ''; at = folded.indexOf(query, at + 1)) {
          const first = sources[at] ?? -1;
          const end = (sources[at + query.length - 1] ?? -1) + 1;
          expect(fold(characters.slice(first, end).join(''))).toContain(query);
        }
      }),
    );
  });
});

test('the fold of a slice is found in the fold of the text, at its place', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, from, size) => {
      const characters = [...text];
      const start = from % (characters.length + 1);
      const end = Math.min(characters.length, start + 1 + (size % 12));
      const query = fold(characters.slice(start, end).join(''));
      if (query === '') return;
      const { text: folded, sources } = foldWithSources(text);
      const places = [...folded].length === 0 ? [] : occurrences(folded, query);
      expect(places.some((at) => (sources[at] ?? -1) >= start && (sources[at + query.length - 1] ?? end) < end)).toBe(
        true,
      );
    }),
    { numRuns: 2000 },
  );
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = fold(text).replaceAll(lineBarrier, '\n');
      expect(fold(once).replaceAll(lineBarrier, '\n')).toBe(once);
    }),
  );
});

function occurrences(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
