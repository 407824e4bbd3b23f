import { basename } from 'node:path';
import { formatTimestamp } from '#core/annotation/timestamp';
import { toCsv } from '#core/text/csv';
import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import type { SavedFiles } from '../../export/saved-files.ts';
import type { AtomicWriter } from '../../storage/atomic-file.ts';
import { safeFileName } from '../../storage/safe-file-name.ts';
import { asExportError } from './export.ts';

export interface ComparisonDependencies {
  writer: Pick<AtomicWriter, 'write'>;
  savedFiles: SavedFiles;
  /** Asks the reader where to save, proposing this name. */
  showSaveDialog: (fileName: string) => Promise<string | undefined>;
  now: () => Date;
}

export function comparisonHandlers({
  writer,
  savedFiles,
  showSaveDialog,
  now,
}: ComparisonDependencies): Pick<Handlers, 'comparison.saveTable'> {
  return {
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
