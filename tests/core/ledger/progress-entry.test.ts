import { expect, test } from 'vitest';
import { progressEntry } from '#core/ledger/progress-entry';

const today = '2026-11-26';

test.each<[name: string, typed: string, date: string, text: string]>([
  ['a day in figures', '2026-10-08 已召开动员会', '2026-10-08', '已召开动员会'],
  ['with other marks', '2026/10/8：已召开', '2026-10-08', '已召开'],
  ['with dots', '2026.10.8，已召开', '2026-10-08', '已召开'],
  ['of full width', '２０２６－１０－０８　已召开', '2026-10-08', '已召开'],
  ['a day in words', '2026年10月8日已召开', '2026-10-08', '已召开'],
  ['with blanks between', '2026 年 10 月 8 日 已召开', '2026-10-08', '已召开'],
  ['without a year', '10月8日，已召开', '2026-10-08', '已召开'],
  ['as it is said', '10月8号下午召开', '2026-10-08', '下午召开'],
  ['with the hour', '2026-10-08 10:30 开会', '2026-10-08', '10:30 开会'],
  ['with the day of the week', '10月8日（周四）召开', '2026-10-08', '（周四）召开'],
  ['of an earlier year', '2025-12-31 完成摸底', '2025-12-31', '完成摸底'],
  ['today', '11月26日 已召开', today, '已召开'],
  ['several lines', '10月8日\n已召开\n已公示', '2026-10-08', '已召开\n已公示'],
])('takes %s', (_, typed, date, text) => {
  expect(progressEntry(typed, today)).toEqual({ date, text });
});

test.each<[name: string, typed: string]>([
  ['no day', '已召开动员会'],
  ['a day to come', '2026-11-27 召开'],
  ['a day to come without a year', '12月5日召开'],
  ['no day of the calendar', '2026-02-30 召开'],
  ['a month that there is not', '13月8日召开'],
  ['a day alone', '2026-10-08'],
  ['a span in words', '10月8日至10日开展培训'],
  ['a span in figures', '2026-10-08—2026-10-10 培训'],
  ['a span after a blank', '2026-10-08 ~ 10-10 培训'],
  ['several days', '10月8日、9日开会'],
  ['several days in a row', '10月8日，9日开会'],
  ['a term', '10月8日前完成'],
  ['a beginning', '10月8日起实行'],
  ['a number', '2026-10-081 号文件'],
  ['a day further on', '会议于10月8日召开'],
  ['marks of two kinds', '2026-10/08 召开'],
])('keeps as it was typed, for today: %s', (_, typed) => {
  expect(progressEntry(typed, today)).toEqual({ date: today, text: typed });
});
