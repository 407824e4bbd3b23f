import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { taskStatusIds } from '#core/annotation/task-status';
import { contentKinds } from '#core/report/report-content';
import { recordRows, recordSheet } from '#core/sheet/sheet-record';
import { messages } from '#messages/zh-CN';
import type { FileWork } from '../make-file.ts';
import type { ReportSource } from '../report-pages.ts';
import { withGrowingRows } from './growing-rows.ts';
import { hiddenSheet, tableSheet } from './worksheet.ts';

/** A report as a workbook. Of the ledger it remembers the values, so that what is filled in can be told when it comes back. */
export async function makeXlsx(
  { content, report, text }: Pick<ReportSource, 'content' | 'report' | 'text'>,
  { words, author, created, onProgress }: FileWork,
): Promise<Uint8Array> {
  const { toTable, comesBack } = contentKinds[content];
  const table = toTable(report, words);
  const { file, names } = messages.sheet;
  const statuses = taskStatusIds.map((id) => words.status(id));
  const sheets: WriteSheet[] = [tableSheet(names[content], { table, statuses, words: file })];
  if (comesBack) sheets.push(hiddenSheet(recordSheet, recordRows(report, table, file.cut)));
  onProgress(0.3);
  const workbook = await writeXlsx({
    sheets,
    defaultFont: { name: file.font, size: 11 },
    properties: {
      title: text.title,
      created,
      modified: created,
      ...(author !== '' && { creator: author, lastModifiedBy: author }),
    },
  });
  onProgress(0.8);
  return withGrowingRows(workbook);
}
