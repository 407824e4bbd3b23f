import { messages } from '#messages/zh-CN';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Relative under a day, afterwards the date as 2026-11-23 in the reader's own time zone. */
export function timeInWords(timestamp: string, now: Date): string {
  const then = new Date(timestamp);
  const age = now.getTime() - then.getTime();
  const words = messages.annotations.time;
  if (age >= 0 && age < minute) return words.now;
  if (age >= 0 && age < hour) return words.minutes(Math.floor(age / minute));
  if (age >= 0 && age < day) return words.hours(Math.floor(age / hour));
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${then.getFullYear()}-${pad(then.getMonth() + 1)}-${pad(then.getDate())}`;
}
