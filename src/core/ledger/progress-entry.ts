import { type ProgressEntry, taskSchema } from '../annotation/task.ts';

/** A day in figures, or in words, where the year may be left out. */
const figures =
  /^(?<year>[\d０-９]{4})(?<between>[-./－．／])(?<month>[\d０-９]{1,2})\k<between>(?<day>[\d０-９]{1,2})(?![\d０-９])/u;
const wordsOfDay =
  /^(?:(?<year>[\d０-９]{4})\s*年\s*)?(?<month>[\d０-９]{1,2})\s*月\s*(?<day>[\d０-９]{1,2})\s*[日号]/u;
/** What stands between the day and what was done on it. */
const separators = /^[\s：:，,。；;]*/u;
/** The day belongs to the sentence: to a span, a term, or a list of days. */
const goesOn = /^(?:[至到前后起止以之和及与内底间的、\-－—–~～./]|[\d０-９]{1,2}\s*[日号月])/u;

/**
 * What is typed as an entry of the progress. A day that it begins with is the day of the entry, when it is one of the calendar
 * and not after `today` (`2026-11-26`); without a year it is one of this year. Otherwise the entry is of today, as it was typed.
 */
export function progressEntry(typed: string, today: string): ProgressEntry {
  const whole = typed.trim();
  const found = figures.exec(whole) ?? wordsOfDay.exec(whole);
  const { year = today.slice(0, 4), month = '', day = '' } = found?.groups ?? {};
  const [y, m, d] = [year, month, day].map((part) => part.normalize('NFKC'));
  const date = `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
  const after = whole.slice(found?.[0].length ?? 0);
  const text = after.replace(separators, '');
  const isDay = found !== null && taskSchema.shape.start.safeParse(date).success && date <= today;
  return isDay && text !== '' && !goesOn.test(text) ? { date, text } : { date: today, text: whole };
}
