import type { ExportFormat } from '#core/report/export-format';
import { departmentParts } from '#core/report/report-parts';
import { messages } from '#messages/zh-CN';
import { safeFileName } from '../storage/safe-file-name.ts';
import { writeZip, type ZippedFile } from '../storage/zip-file.ts';
import type { FileJob, FileMaker, MadeFile } from './file-makers.ts';
import type { ReportPage } from './report-pages.ts';

interface DepartmentJob extends FileJob {
  format: ExportFormat;
  make: FileMaker;
}

/** The ledger as one file for each department, in one zip; `undefined` when the reader cancelled. */
export async function makeDepartmentFiles(page: ReportPage, job: DepartmentJob): Promise<MadeFile | undefined> {
  const { source, rewrite } = page;
  if (source === undefined || rewrite === undefined) throw new Error('this page cannot be taken apart');
  const { format, make, signal, onProgress } = job;
  const words = messages.exporting.departments;
  const files: ZippedFile[] = [];
  const parts = departmentParts(source.report);
  const nameFor = uniqueNames();
  for (const { department, report } of parts) {
    const name = department === '' ? messages.report.ledger.noDepartment : department;
    const written = rewrite(report, (title) => words.title(title, name));
    const part = { ...page, ...written, source: { ...source, report, text: written.text } };
    const done = files.length;
    const made = await make(part, { ...job, onProgress: (share) => onProgress((done + share) / parts.length) });
    if (made === undefined || signal.aborted) return undefined;
    const bytes = typeof made.bytes === 'string' ? Buffer.from(made.bytes) : made.bytes;
    const day = report.created.slice(0, 10);
    const fileName = nameFor(words.fileName(safeFileName(name, messages.report.ledger.noDepartment), day));
    files.push({ name: `${fileName}.${format}`, bytes });
  }
  const bytes = await writeZip(files);
  return signal.aborted ? undefined : { bytes, files: files.length };
}

/** Names that no file system takes for the same; the second of a name is numbered. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${name} (${number})`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}
