import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatChineseNumeral, formatFormalNumeral, parseChineseNumeral } from '#core/text/chinese-numerals';

describe('Chinese numerals', () => {
  test.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十', 110],
    ['一千零三', 1003],
    ['一千零三十', 1030],
    ['九千九百九十九', 9999],
  ])('%s is %d', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
    expect(formatChineseNumeral(value)).toBe(numeral);
  });

  test.each([
    ['壹', 1],
    ['壹拾', 10],
    ['贰拾壹', 21],
    ['叁佰零肆', 304],
    ['玖仟', 9000],
  ])('formal %s is %d', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
    expect(formatFormalNumeral(value)).toBe(numeral);
  });

  test.each([
    ['一〇三', 103],
    ['二〇二一', 2021],
    ['一零', 10],
    ['拾贰', 12],
  ])('%s is read as %d', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
  });

  test.each([
    '',
    '零',
    '〇',
    '百',
    '千一',
    '十十',
    '十百',
    '一十二十',
    '百零一',
    '二十三十',
    '零百',
    '一二三四五',
    '12',
    '一a',
    '两',
    '第一',
  ])('%j is no numeral', (numeral) => {
    expect(parseChineseNumeral(numeral)).toBeUndefined();
  });

  test('every value from 1 to 9999 reads back, in both forms, and no two look alike', () => {
    const values = Array.from({ length: 9999 }, (_, index) => index + 1);
    const ordinary = values.map(formatChineseNumeral);
    const formal = values.map(formatFormalNumeral);
    expect(ordinary.map(parseChineseNumeral)).toEqual(values);
    expect(formal.map(parseChineseNumeral)).toEqual(values);
    expect(new Set([...ordinary, ...formal]).size).toBe(2 * values.length);
  });

  test('any characters give a value from 1 to 9999 or nothing', () => {
    const characters = fc.array(fc.constantFrom(...'零〇一二九十百千壹拾佰仟甲'), { maxLength: 9 });
    fc.assert(
      fc.property(characters, (numeral) => {
        const value = parseChineseNumeral(numeral.join(''));
        expect(value === undefined || (Number.isInteger(value) && value >= 1 && value <= 9999)).toBe(true);
      }),
    );
  });
});
