import { basename } from 'node:path';
import { formatTimestamp } from '#core/annotation/timestamp';
import { comparisonTableHtml } from '#core/report/comparison-table';
import { toCsv } from '#core/text/csv';
import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import type { ReportPages } from '../../export/report-pages.ts';
import type { SavedFiles } from '../../export/saved-files.ts';
import type { AtomicWriter } from '../../storage/atomic-file.ts';
import { safeFileName } from '../../storage/safe-file-name.ts';
import { asExportError } from './export.ts';

export interface ComparisonDependencies {
  writer: Pick<AtomicWriter, 'write'>;
  savedFiles: SavedFiles;
  /** Asks the reader where to save, proposing this name. */
  showSaveDialog: (fileName: string) => Promise<string | undefined>;
  pages: Pick<ReportPages, 'add'>;
  /** The address of the style sheet for reports. */
  styleSheet: () => Promise<string>;
  now: () => Date;
}

export function comparisonHandlers({
  writer,
  savedFiles,
  showSaveDialog,
  pages,
  styleSheet,
  now,
}: ComparisonDependencies): Pick<Handlers, 'comparison.saveTable' | 'comparison.prepareTable'> {
  return {
    'comparison.prepareTable': async (table) => {
      const { printed } = messages.comparison;
      const created = formatTimestamp(now());
      const sheet = await styleSheet();
      const html = comparisonTableHtml({ ...table, created }, { words: printed, styleSheet: sheet });
      const title = messages.comparison.table.fileTitle(table.required, table.answering);
      const name = messages.comparison.pdfName(safeFileName(title, messages.exporting.untitled), created.slice(0, 10));
      return success({
        report: pages.add({
          html: () => html,
          title,
          layout: 'table',
          outline: [],
          hasContents: false,
          styleSheet: sheet,
          name,
        }).id,
      });
    },
    'comparison.saveTable': async ({ title, rows }) => {
      const name = safeFileName(title, messages.exporting.untitled);
      const path = await showSaveDialog(messages.comparison.fileName(name, formatTimestamp(now()).slice(0, 10)));
      if (path === undefined) return success({ cancelled: true });
      const written = await writer.write(path, toCsv(rows));
      if (!written.ok) return failure(asExportError(written.error));
      return success({ file: savedFiles.add(path), name: basename(path), entries: rows.length - 1 });
    },
  };
}
