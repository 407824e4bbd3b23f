import { type LedgerColumn, ledgerColumns } from '../ledger/ledger-rows.ts';
import { type LedgerTextOptions, ledgerText } from './ledger-text.ts';
import { notesText } from './notes-text.ts';
import { entriesOf, type Report } from './report.ts';
import { ledgerTable, notesTable, type ReportTable } from './report-table.ts';
import type { ReportText } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

/** What a report is about: the notes under the headings of the plan, or the ledger as a table. */
export const reportContents = ['notes', 'ledger'] as const;
export type ReportContent = (typeof reportContents)[number];

interface ContentKind {
  /** Everything but tasks is left aside. */
  tasksOnly: boolean;
  toText: (report: Report, options: LedgerTextOptions, words: ReportWords) => ReportText;
  /** All that is known, for spreadsheets. */
  toTable: (report: Report, words: ReportWords) => ReportTable;
}

const allColumns: readonly LedgerColumn[] = ledgerColumns;
const ledgerSheet: ContentKind['toTable'] = (report, words) => ledgerTable(entriesOf(report), allColumns, words);

export const contentKinds: Record<ReportContent, ContentKind> = {
  notes: {
    tasksOnly: false,
    toText: (report, _options, words) => notesText(report, words),
    toTable: (report, words) => notesTable(entriesOf(report), words),
  },
  ledger: { tasksOnly: true, toText: ledgerText, toTable: ledgerSheet },
};
