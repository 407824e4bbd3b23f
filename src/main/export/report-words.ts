import { isLabelId } from '#core/annotation/label';
import { isTaskStatus } from '#core/annotation/task-status';
import type { ReportWords } from '#core/report/report-words';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';

/** The words of reports in Chinese, with the names that the reader gave to the built-in labels. */
export function reportWords(labelNames: Settings['labelNames']): ReportWords {
  const label = (id: string) => (isLabelId(id) ? (labelNames[id] ?? messages.labels[id]) : id);
  const status = (id: string) => (isTaskStatus(id) ? messages.ledger.statuses[id] : id);
  return { ...messages.report, label, status };
}
