import { type LedgerColumn, ledgerColumns } from '../ledger/ledger-rows.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { type LedgerTextOptions, ledgerText } from './ledger-text.ts';
import { midtermTable, midtermText } from './midterm-text.ts';
import { notesText } from './notes-text.ts';
import { planText } from './plan-text.ts';
import { entriesByNumber, entriesOf, type Report } from './report.ts';
import type { ReportContent } from './report-kinds.ts';
import { ledgerTable, notesTable, type ReportTable } from './report-table.ts';
import type { ReportText } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

export interface ContentOptions extends LedgerTextOptions {
  plan: PlanDocument;
  /** Id of the chapter that the report is limited to. */
  section?: string;
}

interface ContentKind {
  /** As a workbook it is filled in and taken back. */
  comesBack: boolean;
  /** It says something even when no annotation is in it. */
  canBeBare: boolean;
  toText: (report: Report, options: ContentOptions, words: ReportWords) => ReportText;
  /** All that is known, for spreadsheets. */
  toTable: (report: Report, words: ReportWords) => ReportTable;
}

const allColumns: readonly LedgerColumn[] = ledgerColumns;
const ledgerSheet: ContentKind['toTable'] = (report, words) => ledgerTable(entriesByNumber(report), allColumns, words);

export const contentKinds: Record<ReportContent, ContentKind> = {
  notes: {
    comesBack: false,
    canBeBare: false,
    toText: (report, _options, words) => notesText(report, words),
    toTable: (report, words) => notesTable(entriesOf(report), words),
  },
  ledger: { comesBack: true, canBeBare: false, toText: ledgerText, toTable: ledgerSheet },
  midterm: {
    comesBack: false,
    canBeBare: false,
    toText: (report, _options, words) => midtermText(report, words),
    toTable: midtermTable,
  },
  plan: {
    comesBack: false,
    canBeBare: true,
    toText: planText,
    toTable: (report, words) => notesTable(entriesOf(report), words),
  },
};
