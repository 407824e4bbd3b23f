import type { ExportFormat } from '#core/report/export-format';
import { departmentParts } from '#core/report/report-parts';
import { messages } from '#messages/zh-CN';
import { safeFileName } from '../storage/safe-file-name.ts';
import { writeZip, type ZippedFile } from '../storage/zip-file.ts';
import type { MadeFile, OnProgress } from './made-file.ts';
import type { ReportPage, ReportSource } from './report-pages.ts';
import { writeReport } from './write-report.ts';

type SourcedPage = ReportPage & { source: ReportSource };

interface DepartmentJob<Made> {
  format: ExportFormat;
  /** Makes the file of one department. */
  make: (part: SourcedPage, onProgress: OnProgress) => Promise<Made>;
  onProgress: OnProgress;
}

/** The ledger as one file for each department, in one zip; `undefined` when one of them was not made. */
export async function makeDepartmentFiles<Made extends MadeFile | undefined>(
  page: SourcedPage,
  { format, make, onProgress }: DepartmentJob<Made>,
): Promise<MadeFile | Exclude<Made, MadeFile>> {
  const { source } = page;
  const words = messages.exporting.departments;
  const files: ZippedFile[] = [];
  const parts = departmentParts(source.report);
  const nameFor = uniqueNames();
  for (const { department, report } of parts) {
    const name = department === '' ? messages.report.ledger.noDepartment : department;
    const { text, ...written } = writeReport(report, source, { retitle: (title) => words.title(title, name) });
    const done = files.length;
    const made = await make({ ...page, ...written, source: { ...source, report, text } }, (share) =>
      onProgress((done + share) / parts.length),
    );
    if (made === undefined) return made as Exclude<Made, MadeFile>;
    const bytes = typeof made.bytes === 'string' ? Buffer.from(made.bytes) : made.bytes;
    const day = report.created.slice(0, 10);
    const fileName = nameFor(words.fileName(safeFileName(name, messages.report.ledger.noDepartment), day));
    files.push({ name: `${fileName}.${format}`, bytes });
  }
  return { bytes: await writeZip(files), files: files.length };
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
