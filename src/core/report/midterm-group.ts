import type { ReportEntry } from './report.ts';

/** What midterm assessments report on, in their order; every task is in exactly one. */
export const midtermGroups = ['indicator', 'project', 'task'] as const;
/** An indicator that is measured, an undertaking of its own, or a task as all the others. */
export type MidtermGroup = (typeof midtermGroups)[number];

/** Named an indicator; the quota of places that senior schools give to junior ones is only called alike. */
const indicator = /指标(?!到校|生)/u;
/** A share or a rate, or a number to be reached that is not the number of a year. */
const measured =
  /[\d０-９]\s*(?:[%％‰]|个百分点)|百分之|(?:率|比例|比)(?:稳定在|保持在|达到?|不低于|不超过)|达到?\s*(?!20\d\d\s*年)[\d０-９]/u;
/** Named an undertaking. Engineers and engineering, and projects of sports or research, are none. */
const undertaking =
  /工程(?![师学类技硕专])|(?:行动|提升|建设|专项)计划|(?:重大|重点|建设|改造|提升|试点|示范)项目|项目建设/u;

/**
 * The group of a task by the words of its clause alone: its heading first, which says what the clause is about, then what is
 * quoted of it. What is neither an indicator nor an undertaking is a task; nothing is guessed beyond the words.
 */
export function midtermGroupOf({ heading, quote }: Pick<ReportEntry, 'heading' | 'quote'>): MidtermGroup {
  if (indicator.test(heading)) return 'indicator';
  if (undertaking.test(heading)) return 'project';
  const text = quote.map((line) => line.text).join('\n');
  if (indicator.test(text) || measured.test(text)) return 'indicator';
  return undertaking.test(text) ? 'project' : 'task';
}
