import { basename } from 'node:path';
import { documentLimits, type EncodingLabel, type ReadDocument } from '#core/importing/read-document';
import type { FileProblem, OpenedFile } from '#ipc/contract/reading-contract';
import { readChosenFile } from '../storage/chosen-file.ts';
import type { FileSystem } from '../storage/file-system.ts';
import type { ReadDocumentFile } from './cell.ts';

/** A file that was read and may be kept. */
export interface Reading {
  fileName: string;
  bytes: Uint8Array;
  document: Omit<ReadDocument, 'blocks'>;
}

/** Files on their way into the library. The page knows them by names given here, never by paths. */
export interface Readings {
  openPath(path: string): Promise<OpenedFile>;
  openBytes(fileName: string, bytes: Uint8Array): Promise<OpenedFile>;
  /** Reads a file once more in another encoding; `undefined` when it is not known any more. */
  again(reading: string, encoding: EncodingLabel): Promise<OpenedFile> | undefined;
  /** Ends what is being read. */
  cancel(): void;
  find(reading: string): Reading | undefined;
  /** Lets go of a file that is kept by now. */
  forget(reading: string): void;
}

export interface ReadingsOptions {
  read: ReadDocumentFile;
  fileSystem: Pick<FileSystem, 'open'>;
  newId: () => string;
  onProgress: (fileName: string, done: number, total: number) => void;
}

const mostKept = 2;

export function createReadings({ read, fileSystem, newId, onProgress }: ReadingsOptions): Readings {
  // The last ones only: each holds a whole file. One may be put by while another is read.
  const kept = new Map<string, Reading>();
  let running: AbortController | undefined;
  const begin = (fileName: string): AbortController => {
    running?.abort();
    running = new AbortController();
    onProgress(fileName, 0, 0);
    return running;
  };
  const open = async (
    name: string,
    bytes: Uint8Array,
    { encoding, mine = begin(shownName(name)) }: { encoding?: EncodingLabel; mine?: AbortController } = {},
  ): Promise<OpenedFile> => {
    const fileName = shownName(name);
    const file = { name, bytes, ...(encoding === undefined ? {} : { encoding }) };
    const outcome = await read(file, {
      onProgress: (done, total) => onProgress(fileName, done, total),
      signal: mine.signal,
    });
    if (running === mine) running = undefined;
    if (!outcome.ok) return refused(fileName, outcome.error);
    const id = newId();
    const { blocks, ...document } = outcome.value;
    kept.set(id, { fileName, bytes, document });
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    return { reading: id, fileName, document: { ...document, blocks: JSON.stringify(blocks) } };
  };
  return {
    openPath: async (path) => {
      const fileName = basename(path);
      // From here on it can be cancelled: the file may lie on a slow drive.
      const mine = begin(shownName(fileName));
      const bytes = await Promise.race([
        readChosenFile(fileSystem, path, documentLimits.bytes),
        abortOf(mine.signal).then(() => 'cancelled' as const),
      ]);
      return typeof bytes === 'string'
        ? refused(shownName(fileName), { code: bytes })
        : open(fileName, bytes, { mine });
    },
    openBytes: (fileName, bytes) => open(fileName, bytes),
    again: (id, encoding) => {
      const reading = kept.get(id);
      return reading === undefined ? undefined : open(reading.fileName, reading.bytes, { encoding });
    },
    cancel: () => running?.abort(),
    find: (id) => kept.get(id),
    forget: (id) => void kept.delete(id),
  };
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function refused(fileName: string, problem: FileProblem): OpenedFile {
  return problem.code === 'cancelled' ? { cancelled: true } : { fileName, problem };
}

/** Without signs that nobody sees, such as those that turn the writing round: a name must not look like another one. */
function shownName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}
