import {
  chineseNumeralCharacters,
  formatChineseNumeral,
  formatFormalNumeral,
  parseChineseNumeral,
} from '../text/chinese-numerals.ts';

/** Sources of regular expressions for the numerals that ordinals are made of. */
export const chineseNumeral = `[${chineseNumeralCharacters}](?:[ \\t\u3000]?[${chineseNumeralCharacters}]){0,6}`;
export const arabicNumeral = '[0-9０-９]{1,4}';

/** A heading's number is not higher; what is, is a year or an amount. */
export const highestOrdinal = 199;
/** From here on a number is a heading's only where it is the next of its sequence. */
export const rareOrdinal = 100;

const fullWidthZero = 0xff10;
const anyNumeral = new RegExp(`${chineseNumeral}|${arabicNumeral}`, 'u');

/** The value of a numeral in Chinese characters, ASCII digits or full-width digits, if it can be an ordinal at all. */
export function readNumeral(numeral: string): number | undefined {
  const compact = numeral.replace(/\s/gu, '');
  const halfWidth = compact.normalize('NFKC');
  const value = /^\d+$/u.test(halfWidth) ? Number(halfWidth) : parseChineseNumeral(compact);
  return value !== undefined && value >= 1 ? value : undefined;
}

/** The number that a person types as 3, ３ or 三, also as （三） or 第三章; undefined where no heading could have it. */
export function readTypedNumber(typed: string): number | undefined {
  const number = readNumeral(anyNumeral.exec(typed)?.[0] ?? '');
  return number !== undefined && number <= highestOrdinal ? number : undefined;
}

/** `like` with its first numeral replaced by `value`, in the same kind of digits. */
export function printLike(like: string, value: number): string {
  return like.replace(anyNumeral, (numeral) => {
    if (/[0-9]/u.test(numeral)) return String(value);
    if (/[０-９]/u.test(numeral)) {
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(fullWidthZero + Number(digit)));
    }
    return /[壹贰叁肆伍陆柒捌玖拾佰仟]/u.test(numeral) ? formatFormalNumeral(value) : formatChineseNumeral(value);
  });
}

/** A run of single characters that are ordinals by themselves, such as ① to ⑳. */
export interface EnclosedRun {
  /** Code point of the first character. */
  first: number;
  /** What the first character stands for. */
  from: number;
  count: number;
}

export function readEnclosed(runs: readonly EnclosedRun[], character: string): number | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  const run = runs.find(({ first, count }) => codePoint >= first && codePoint < first + count);
  return run && run.from + codePoint - run.first;
}

export function printEnclosed(runs: readonly EnclosedRun[], value: number): string | undefined {
  const run = runs.find(({ from, count }) => value >= from && value < from + count);
  return run && String.fromCodePoint(run.first + value - run.from);
}
