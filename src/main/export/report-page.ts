import { isLabelId } from '#core/annotation/label';
import { buildReport, type ReportInput } from '#core/report/build-report';
import type { ReportCounts } from '#core/report/report';
import { reportOutline } from '#core/report/report-outline';
import type { ReportWords } from '#core/report/report-words';
import { type ReportLayout, toHtml } from '#core/report/to-html';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { safeFileName } from '../storage/safe-file-name.ts';
import type { ReportPage } from './report-pages.ts';

export interface ReportPageInput extends ReportInput {
  layout: ReportLayout;
  /** Names the reader gave to the built-in labels. */
  labelNames: Settings['labelNames'];
  /** Address of the style sheet. */
  styleSheet: string;
}

/** A report in Chinese, ready to be shown and printed. */
export function reportPage(input: ReportPageInput): { page: Omit<ReportPage, 'id'>; counts: ReportCounts } {
  const { layout, labelNames, styleSheet } = input;
  const report = buildReport(input);
  const words = wordsWith(labelNames);
  const { title } = report.document;
  const name = safeFileName(title, messages.exporting.untitled);
  return {
    counts: report.counts,
    page: {
      html: toHtml(report, { layout, words, styleSheet }),
      title: words.title(title),
      layout,
      outline: reportOutline(report, words),
      fileName: messages.exporting.fileName(name, report.created.slice(0, 10)),
    },
  };
}

function wordsWith(labelNames: Settings['labelNames']): ReportWords {
  const label = (id: string) => (isLabelId(id) ? (labelNames[id] ?? messages.labels[id]) : id);
  return { ...messages.report, label };
}
