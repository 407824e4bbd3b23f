import { taskStatusIds } from '#core/annotation/task-status';
import { contentKinds } from '#core/report/report-content';
import { recordRows, recordSheet } from '#core/sheet/sheet-record';
import { workbookParts } from '#core/sheet/to-xlsx';
import { messages } from '#messages/zh-CN';
import { writeZip, type ZippedFile } from '../storage/zip-file.ts';
import type { FileJob, MadeFile } from './file-makers.ts';
import { inSlices } from './in-slices.ts';
import type { ReportSource } from './report-pages.ts';

/** A report as a workbook. Of the ledger it remembers the values, so that what is filled in can be told when it comes back. */
export async function makeXlsx(
  { content, report, text, words }: ReportSource,
  { author, created, signal, onProgress }: FileJob,
): Promise<MadeFile | undefined> {
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
    const written: string[] = [];
    await inSlices(pieces, (piece) => void written.push(piece), signal);
    if (signal.aborted) return undefined;
    files.push({ name, bytes: Buffer.from(written.join('')) });
    onProgress(files.length / (parts.length + 1));
  }
  const bytes = await writeZip(files);
  return signal.aborted ? undefined : { bytes };
}
