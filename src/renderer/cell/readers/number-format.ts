import { formatChineseNumeral, formatFormalNumeral } from '#core/text/chinese-numerals';

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const ideographDigits = '〇一二三四五六七八九';
const largestChinese = 9_999;

const plainChinese = (value: number) => (value <= largestChinese ? formatChineseNumeral(value) : String(value));

/** Written by how Word calls them; what is not here is written in digits. */
const formats: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  chineseCounting: plainChinese,
  chineseCountingThousand: plainChinese,
  taiwaneseCounting: plainChinese,
  taiwaneseCountingThousand: plainChinese,
  japaneseCounting: plainChinese,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: (value) => (value <= largestChinese ? formatFormalNumeral(value) : String(value)),
  ideographLegalTraditional: (value) => (value <= largestChinese ? formatFormalNumeral(value) : String(value)),
  ideographTraditional: (value) => nth(stems, value),
  ideographZodiac: (value) => nth(branches, value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => signFrom(0x2488, 20, value),
  decimalEnclosedParen: (value) => signFrom(0x2474, 20, value),
  ideographEnclosedCircle: (value) => signFrom(0x3280, 10, value),
  decimalFullWidth: (value) => wide(String(value)),
  decimalFullWidth2: (value) => wide(String(value)),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  none: () => '',
};

/** A number as a list writes it. */
export function formatNumber(value: number, format: string): string {
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return write === undefined || value < 1 ? (format === 'none' ? '' : String(value)) : write(value);
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => ideographDigits.charAt(Number(digit)));
}

function nth(characters: string, value: number): string {
  return value <= characters.length ? characters.charAt(value - 1) : String(value);
}

function signFrom(first: number, count: number, value: number): string {
  return value <= count ? String.fromCodePoint(first + value - 1) : String(value);
}

function circled(value: number): string {
  if (value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value);
}

function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

const romanSigns: [value: number, sign: string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value > 3_999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of romanSigns) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

/** A to Z, then AA, BB and so on. */
function letters(value: number): string {
  const count = Math.ceil(value / 26);
  return count > 10 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(count);
}
