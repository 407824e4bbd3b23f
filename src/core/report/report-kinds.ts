/**
 * What a report is about: the notes under the headings of the plan, the ledger as a table, a draft of the midterm assessment
 * made from the ledger, or the text of the plan itself.
 */
export const reportContents = ['notes', 'ledger', 'midterm', 'plan'] as const;
export type ReportContent = (typeof reportContents)[number];

/** It is about tasks and nothing else, and is written as tables. */
export function isAboutTasks(content: ReportContent): boolean {
  return content === 'ledger' || content === 'midterm';
}

/** `official`: official writing after GB/T 9704—2012; `plain`: a calm modern page; `table`: sheets lying on their side. */
export const reportLayouts = ['official', 'plain', 'table'] as const;
export type ReportLayout = (typeof reportLayouts)[number];
