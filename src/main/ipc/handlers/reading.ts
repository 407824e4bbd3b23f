import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { Readings } from '../../import/readings.ts';
import type { RequestedFile } from '../../import/requested-files.ts';

type ReadingOperation = Extract<keyof Handlers, `reading.${string}`>;

export interface ReadingDependencies {
  readings: Readings;
  requestedFile: Pick<RequestedFile, 'take'>;
  /** Asks the reader for a file; `undefined` when they think better of it. */
  chooseDocument: () => Promise<string | undefined>;
}

export function readingHandlers({
  readings,
  requestedFile,
  chooseDocument,
}: ReadingDependencies): Pick<Handlers, ReadingOperation> {
  const openPath = async (path: string | undefined) =>
    success(path === undefined ? { cancelled: true as const } : await readings.openPath(path));
  return {
    'reading.open': async () => openPath(await chooseDocument()),
    'reading.openDropped': async ({ fileName, bytes }) => success(await readings.openBytes(fileName, bytes)),
    'reading.openRequested': () => openPath(requestedFile.take()),
    'reading.again': async ({ reading, encoding }) => {
      const opened = await readings.again(reading, encoding);
      return opened === undefined ? failure({ code: 'not-found', detail: reading }) : success(opened);
    },
    'reading.cancel': async () => {
      readings.cancel();
      return success(null);
    },
  };
}
