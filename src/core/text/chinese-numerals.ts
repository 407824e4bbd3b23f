const digits = '零一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const units = ['', '十', '百', '千'] as const;
const formalUnits = ['', '拾', '佰', '仟'] as const;

const digitValues = new Map<string, number>([
  ...[...digits].map((digit, value): [string, number] => [digit, value]),
  ...[...formalDigits].map((digit, value): [string, number] => [digit, value]),
  ['〇', 0],
]);
const unitValues = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/** The characters of a Chinese numeral, ordinary (一) and formal (壹), for use inside a character class. */
export const chineseNumeralCharacters = '〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * The value of a Chinese numeral from 1 to 9999: 十二, 一百零三, 贰拾壹, or digit by digit as in 一〇三.
 * `undefined` for anything that is not one.
 */
export function parseChineseNumeral(numeral: string): number | undefined {
  const characters = [...numeral];
  const positional = characters.length > 1 && characters.every((character) => digitValues.has(character));
  const value = positional ? readDigitByDigit(characters) : readWithUnits(characters);
  return value !== undefined && value >= 1 && value <= 9999 ? value : undefined;
}

/** `value` (1 to 9999) as ordinals are written: 十二, 二十, 一百一十, 一千零三. */
export function formatChineseNumeral(value: number): string {
  const numeral = format(value, digits, units);
  return value >= 10 && value < 20 ? numeral.slice(1) : numeral;
}

/** `value` (1 to 9999) in the forms that resist forgery: 壹拾贰. */
export function formatFormalNumeral(value: number): string {
  return format(value, formalDigits, formalUnits);
}

function readDigitByDigit(characters: readonly string[]): number {
  return characters.reduce((value, character) => value * 10 + (digitValues.get(character) ?? 0), 0);
}

/** Digits must each stand before a unit smaller than the last one, or at the end; 零 only bridges. */
function readWithUnits(characters: readonly string[]): number | undefined {
  let value = 0;
  let digit: number | undefined;
  let smallestUnit = 10_000;
  for (const character of characters) {
    const unit = unitValues.get(character);
    const read = digitValues.get(character);
    if (unit !== undefined) {
      if (unit >= smallestUnit || digit === 0) return undefined;
      if (digit === undefined && (unit !== 10 || value !== 0)) return undefined;
      value += (digit ?? 1) * unit;
      smallestUnit = unit;
      digit = undefined;
    } else if (read === undefined || (digit !== undefined && digit !== 0)) {
      return undefined;
    } else {
      digit = read;
    }
  }
  return value + (digit ?? 0);
}

function format(value: number, digitNames: string, unitNames: readonly string[]): string {
  let numeral = '';
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    const isZero = digit === 0;
    const next = isZero ? digitNames.charAt(0) : digitNames.charAt(digit) + unitNames[power];
    if (!isZero || (numeral !== '' && !numeral.endsWith(next))) numeral += next;
  }
  const zero = digitNames.charAt(0);
  return numeral.endsWith(zero) ? numeral.slice(0, -1) : numeral;
}
