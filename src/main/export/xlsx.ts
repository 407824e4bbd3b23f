import { taskStatusIds } from '#core/annotation/task-status';
import { contentKinds } from '#core/report/report-content';
import { recordRows, recordSheet } from '#core/sheet/sheet-record';
import { workbookParts } from '#core/sheet/to-xlsx';
import { messages } from '#messages/zh-CN';
import { writeZip, type ZippedFile } from '../storage/zip-file.ts';
import type { FileWork } from './make-file.ts';
import type { ReportSource } from './report-pages.ts';

/** A report as a workbook. Of the ledger it remembers the values, so that what is filled in can be told when it comes back. */
export async function makeXlsx(
  { content, report, text }: Pick<ReportSource, 'content' | 'report' | 'text'>,
  { words, author, created, onProgress }: FileWork,
): Promise<Uint8Array> {
  const { toTable, comesBack } = contentKinds[content];
  const table = toTable(report, words);
  const { sheet } = messages;
  const parts = workbookParts({
    table,
    statuses: taskStatusIds.map((id) => words.status(id)),
    words: sheet.file,
    sheetName: sheet.names[content],
    ...(comesBack && { record: { name: recordSheet, rows: recordRows(report, table, sheet.file.cut) } }),
    title: text.title,
    author,
    created,
  });
  const files: ZippedFile[] = [];
  for (const { name, pieces } of parts) {
    files.push({ name, bytes: Buffer.from([...pieces].join('')) });
    onProgress(files.length / (parts.length + 1));
  }
  return writeZip(files);
}
