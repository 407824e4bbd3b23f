import type { Report } from './report.ts';
import type { ReportText } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

/** What stands above a report, whatever it is about. */
export function headOf(
  { created, scope, counts: { leftOut } }: Report,
  words: ReportWords,
  { title, counts }: { title: string; counts: string },
): Pick<ReportText, 'title' | 'day' | 'counts' | 'remarks'> {
  const [year = 0, month = 0, day = 0] = created.slice(0, 10).split('-').map(Number);
  const remarks = [scope === undefined ? '' : words.scope(scope.number, scope.heading ?? ''), words.leftOut(leftOut)];
  return { title, day: words.day(year, month, day), counts, remarks: remarks.filter((remark) => remark !== '') };
}
