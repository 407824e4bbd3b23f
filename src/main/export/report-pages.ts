import { randomUUID } from 'node:crypto';
import type { PageLayout } from '#core/report/page-geometry';
import type { OutlineItem } from '#core/report/report-outline';

/** A report that can be shown and printed. */
export interface ReportPage {
  id: string;
  html: string;
  /** Title of the PDF. */
  title: string;
  layout: PageLayout;
  outline: OutlineItem[];
  /** Name of the file that the save dialog proposes. */
  fileName: string;
}

export interface ReportPages {
  add(page: Omit<ReportPage, 'id'>): ReportPage;
  find(id: string): ReportPage | undefined;
  /** The HTML for `app://report/<id>/`. */
  get(id: string): string | undefined;
}

/** A preview may still be on its way in the frame while the next one is prepared. */
const kept = 4;

/** Holds the latest reports in memory. Ids are random: a page cannot guess one. */
export function createReportPages(): ReportPages {
  const pages = new Map<string, ReportPage>();
  return {
    add: (page) => {
      const added = { ...page, id: randomUUID() };
      pages.set(added.id, added);
      for (const id of [...pages.keys()].slice(0, -kept)) pages.delete(id);
      return added;
    },
    find: (id) => pages.get(id),
    get: (id) => pages.get(id)?.html,
  };
}

export function reportUrl(id: string): string {
  return `app://report/${id}/`;
}
