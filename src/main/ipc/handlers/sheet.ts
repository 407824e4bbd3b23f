import { basename } from 'node:path';
import { workbookLimits } from '#core/sheet/workbook';
import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { ReadWorkbookFile } from '../../import/cell.ts';
import { readChosenFile } from '../../storage/chosen-file.ts';
import type { FileSystem } from '../../storage/file-system.ts';

type SheetOperation = Extract<keyof Handlers, `sheet.${string}`>;

export interface SheetDependencies {
  fileSystem: Pick<FileSystem, 'open'>;
  readWorkbook: ReadWorkbookFile;
  newId: () => string;
  /** Asks the reader for a file; `undefined` when they think better of it. */
  showOpenDialog: () => Promise<string | undefined>;
}

/** Workbooks of others: what stands in them is looked at in a cell only. */
export function sheetHandlers({
  fileSystem,
  readWorkbook,
  newId,
  showOpenDialog,
}: SheetDependencies): Pick<Handlers, SheetOperation> {
  let chosen: { file: string; path: string } | undefined;
  let running: AbortController | undefined;
  return {
    'sheet.choose': async () => {
      const path = await showOpenDialog();
      if (path === undefined) return success({ cancelled: true });
      chosen = { file: newId(), path };
      return success({ file: chosen.file, name: basename(path) });
    },
    'sheet.read': async ({ file }) => {
      if (chosen?.file !== file) return failure({ code: 'not-found' });
      const { path } = chosen;
      running?.abort();
      running = new AbortController();
      const { signal } = running;
      const bytes = await readChosenFile(fileSystem, path, workbookLimits.bytes);
      if (typeof bytes === 'string') return success({ problem: { code: bytes } });
      const outcome = await readWorkbook({ name: basename(path), bytes }, { onProgress: () => undefined, signal });
      return success(outcome.ok ? { workbook: outcome.value } : { problem: outcome.error });
    },
    'sheet.cancel': async () => {
      running?.abort();
      return success(null);
    },
  };
}
