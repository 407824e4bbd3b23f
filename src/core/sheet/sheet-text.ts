import { printableText } from '../text/html.ts';

/** Most UTF-16 units that a cell of a spreadsheet holds. */
export const longestCell = 32_767;

/** A text as a cell can hold it; one that is longer ends with `cut`, which says so. */
export function sheetText(value: string | number, cut: string): string {
  const text = printableText(String(value).replaceAll(/\r\n?/g, '\n'));
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - cut.length).replace(/[\uD800-\uDBFF]$/, '')}${cut}`;
}

/** A cell takes `_x0041_` for a character by its number, so that the first underscore of a text that reads so is written as one. */
export function escapedText(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

const millisecondsPerDay = 86_400_000;
/** The day before the first one; the sheet believes that 1900 was a leap year, so that it holds from March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = 61;

/** The number by which a spreadsheet knows a day, `2026-11-26`; `undefined` for what is no day that it knows. */
export function dayNumber(day: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const number = (time - dayZero) / millisecondsPerDay;
  return number >= firstDay ? number : undefined;
}

/** The day of such a number, its time of day left out; `undefined` for what is none. */
export function dayOfNumber(number: number): string | undefined {
  if (!(number >= firstDay && number < 2_958_466)) return undefined;
  return new Date(dayZero + Math.floor(number) * millisecondsPerDay).toISOString().slice(0, 10);
}
