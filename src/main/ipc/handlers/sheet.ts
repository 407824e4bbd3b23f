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
  readWorkbooks: ReadWorkbookFile;
  newId: () => string;
  /** Asks the reader for files; none when they think better of it. */
  showOpenDialog: () => Promise<readonly string[]>;
}

/** Workbooks of others: what stands in them is looked at in a cell only. */
export function sheetHandlers({
  fileSystem,
  readWorkbooks,
  newId,
  showOpenDialog,
}: SheetDependencies): Pick<Handlers, SheetOperation> {
  let chosen: ReadonlyMap<string, string> = new Map();
  let running: AbortController | undefined;
  return {
    'sheet.choose': async () => {
      const paths = await showOpenDialog();
      if (paths.length === 0) return success({ cancelled: true });
      chosen = new Map(paths.map((path) => [newId(), path]));
      return success({ files: [...chosen].map(([file, path]) => ({ file, name: basename(path) })) });
    },
    'sheet.read': async ({ file }) => {
      const path = chosen.get(file);
      if (path === undefined) return failure({ code: 'not-found' });
      running?.abort();
      running = new AbortController();
      const { signal } = running;
      const bytes = await readChosenFile(fileSystem, path, workbookLimits.bytes);
      if (typeof bytes === 'string') return success({ problem: { code: bytes } });
      const outcome = await readWorkbooks({ name: basename(path), bytes }, { onProgress: () => undefined, signal });
      return success(outcome.ok ? { workbooks: outcome.value } : { problem: outcome.error });
    },
    'sheet.cancel': async () => {
      running?.abort();
      return success(null);
    },
  };
}
