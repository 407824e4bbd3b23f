import { randomUUID } from 'node:crypto';
import type { PlanDocument } from '#core/plan/plan';
import type { LedgerTextOptions } from '#core/report/ledger-text';
import type { Report } from '#core/report/report';
import type { ReportContent, ReportLayout } from '#core/report/report-kinds';
import type { OutlineItem, ReportText } from '#core/report/report-text';
import type { Settings } from '#core/settings/settings';

/** A report that can be shown, printed and saved. */
export interface ReportPage {
  id: string;
  html: () => string;
  /** Title of the PDF. */
  title: string;
  layout: ReportLayout;
  outline: OutlineItem[];
  /** Pages with contents are put before it. */
  hasContents: boolean;
  /** The address of the style sheet. */
  styleSheet: string;
  /** Name of the file that the save dialog proposes, without its extension. */
  name: string;
  /** What other formats than PDF are made of; absent for a page that is only printed. */
  source?: ReportSource;
}

/** A report and how it is written out. Plain data: files are made of it in another thread. */
export interface ReportSource {
  content: ReportContent;
  report: Report;
  text: ReportText;
  writing: ReportWriting;
}

/** How the reader wants a report written. */
export interface ReportWriting {
  plan: PlanDocument;
  /** The chapter that the report is limited to. */
  section?: string;
  table: LedgerTextOptions;
  signature: boolean;
  /** Absent: where there is much to be found. */
  hasContents?: boolean;
  layout: ReportLayout;
  /** The address of the style sheet. */
  styleSheet: string;
  /** Names the reader gave to the built-in labels. */
  labelNames: Settings['labelNames'];
}

export interface ReportPages {
  add(page: Omit<ReportPage, 'id'>): ReportPage;
  find(id: string): ReportPage | undefined;
  /** Serves a page that belongs to a report until `end` is called. */
  show(html: string): { id: string; end: () => void };
  /** The HTML for `app://report/<id>/`. */
  get(id: string): string | undefined;
}

/** A preview may still be on its way in the frame while the next one is prepared. */
const kept = 4;

/** Holds the latest reports in memory. Ids are random: a page cannot guess one. */
export function createReportPages(): ReportPages {
  const pages = new Map<string, ReportPage>();
  const shown = new Map<string, string>();
  return {
    add: (page) => {
      const added = { ...page, id: randomUUID() };
      pages.set(added.id, added);
      for (const id of [...pages.keys()].slice(0, -kept)) pages.delete(id);
      return added;
    },
    find: (id) => pages.get(id),
    show: (html) => {
      const id = randomUUID();
      shown.set(id, html);
      return { id, end: () => void shown.delete(id) };
    },
    get: (id) => pages.get(id)?.html() ?? shown.get(id),
  };
}

export function reportUrl(id: string): string {
  return `app://report/${id}/`;
}
