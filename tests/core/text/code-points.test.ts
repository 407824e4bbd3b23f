import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterAt, codePointLength, codePointOffset, sliceByCodePoints, utf16Offset } from '#core/text/code-points';

const pair = '𠮷';
const high = '\uD842';
const low = '\uDFB7';

describe('lengths and offsets', () => {
  test.each([
    { name: 'empty', text: '', length: 0 },
    { name: 'Chinese', text: '教育', length: 2 },
    { name: 'outside the basic plane', text: `a${pair}b😀`, length: 4 },
    { name: 'lone high surrogate', text: `a${high}b`, length: 3 },
    { name: 'lone low surrogate', text: `a${low}b`, length: 3 },
    { name: 'surrogates in the wrong order', text: low + high, length: 2 },
    { name: 'a lone one before a pair', text: high + pair, length: 2 },
  ])('$name', ({ text, length }) => {
    expect(codePointLength(text)).toBe(length);
    expect(codePointOffset(text, text.length)).toBe(length);
    expect(utf16Offset(text, length)).toBe(text.length);
  });

  test('an index inside a pair counts the pair as before it', () => {
    expect([0, 1, 2, 3].map((units) => codePointOffset(`${pair}字`, units))).toEqual([0, 1, 1, 2]);
  });

  test.each([
    { name: 'in the basic plane', units: 0, from: 0, to: 1 },
    { name: 'first half of a pair', units: 1, from: 1, to: 3 },
    { name: 'second half of a pair', units: 2, from: 1, to: 3 },
    { name: 'after a pair', units: 3, from: 3, to: 4 },
    { name: 'lone half', units: 4, from: 4, to: 5 },
  ])('the character at an index: $name', ({ units, from, to }) => {
    expect(characterAt(`a${pair}b${low}`, units)).toEqual({ from, to });
  });

  test('offsets beyond the end are at the end', () => {
    expect(utf16Offset(pair, 5)).toBe(2);
    expect(codePointOffset(pair, 9)).toBe(1);
    expect(sliceByCodePoints(pair, { start: 0, end: 7 })).toBe(pair);
    expect(sliceByCodePoints(pair, { start: 3, end: 7 })).toBe('');
  });

  test.each([
    { name: 'all', start: 0, end: 4, slice: `a${pair}b😀` },
    { name: 'one outside the basic plane', start: 1, end: 2, slice: pair },
    { name: 'the end', start: 3, end: 4, slice: '😀' },
    { name: 'nothing', start: 2, end: 2, slice: '' },
  ])('slice: $name', ({ start, end, slice }) => {
    expect(sliceByCodePoints(`a${pair}b😀`, { start, end })).toBe(slice);
  });
});

/** Every kind of UTF-16 unit in any order, so that lone surrogates occur. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom('a', '教', pair, '😀', high, low, '\n'), fc.string({ unit: 'binary', maxLength: 2 })))
  .map((parts) => parts.join(''));

describe('of any text', () => {
  test('every offset in code points goes to UTF-16 and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const offsets = Array.from({ length: codePointLength(text) + 1 }, (_, offset) => offset);
        expect(offsets.map((offset) => codePointOffset(text, utf16Offset(text, offset)))).toEqual(offsets);
      }),
    );
  });

  test('a slice is the same as a slice of the list of code points', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, one, other) => {
        const range = { start: Math.min(one, other), end: Math.max(one, other) };
        expect(sliceByCodePoints(text, range)).toBe([...text].slice(range.start, range.end).join(''));
      }),
    );
  });

  test('slices at any place put together are the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, cut) => {
        const end = codePointLength(text);
        const middle = Math.min(cut, end);
        const parts = [
          sliceByCodePoints(text, { start: 0, end: middle }),
          sliceByCodePoints(text, { start: middle, end }),
        ];
        expect(parts.join('')).toBe(text);
      }),
    );
  });
});
