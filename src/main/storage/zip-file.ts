import { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { failure, type Result, success } from '#core/text/result';
import { crc32 } from './crc32.ts';

/** A file inside a zip file. */
export interface ZippedFile {
  /** Relative path with `/`. */
  name: string;
  bytes: Uint8Array;
}

/** What the list at the end of a zip file says about a file in it. */
export interface ZippedEntry {
  name: string;
  /** Uncompressed, in bytes. */
  size: number;
  crc: number;
}

/** Why a zip file is refused. */
export type ZipProblem = 'damaged' | 'too-large';

export interface ZipLimits {
  /** Most entries. */
  entries: number;
  /** Most bytes of everything that is unpacked, counted while unpacking. */
  total: number;
  /** Most bytes of one file; `undefined` leaves that file packed. */
  sizeOf: (name: string) => number | undefined;
}

/** The same for every file: equal content makes equal zip files, so that two computers do not quarrel about them. */
const time = new Date(1980, 0, 1);

/** A zip file, packed by the system's threads, one file after the other. */
export async function writeZip(files: readonly ZippedFile[]): Promise<Uint8Array> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  for (const { name, bytes } of files) {
    zip.addReadStreamLazy(name, { mtime: time, mode: 0o100644, forceDosTimestamp: true, size: bytes.length }, (give) =>
      give(null, Readable.from([bytes], { objectMode: false })),
    );
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** What is in a zip file, without unpacking it. */
export async function listZip(bytes: Uint8Array, entries: number): Promise<Result<ZippedEntry[], ZipProblem>> {
  const found: ZippedEntry[] = [];
  const visited = await visit(bytes, entries, async (_zip, { fileName, uncompressedSize, crc32: crc }) => {
    found.push({ name: fileName, size: uncompressedSize, crc });
  });
  return visited.ok ? success(found) : visited;
}

/**
 * Unpacks a zip file that anybody may have made. Refused as a whole: names that lead elsewhere, two files of one name, more
 * or larger files than the limits allow, whatever the file claims, and content that is not what its checksum says.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Result<ZippedFile[], ZipProblem>> {
  const files: ZippedFile[] = [];
  let left = limits.total;
  const visited = await visit(bytes, limits.entries, async (zip, entry) => {
    const most = limits.sizeOf(entry.fileName);
    if (most === undefined) return;
    const unpacked = await unpack(zip, entry, Math.min(most, left));
    if (crc32(unpacked) !== entry.crc32) throw new Error(`${entry.fileName}: checksum`);
    left -= unpacked.length;
    files.push({ name: entry.fileName, bytes: unpacked });
  });
  return visited.ok ? success(files) : visited;
}

class TooLargeError extends Error {}

async function visit(
  bytes: Uint8Array,
  most: number,
  see: (zip: ZipFile, entry: Entry) => Promise<void>,
): Promise<Result<null, ZipProblem>> {
  const names = new Set<string>();
  try {
    const zip = await openZip(bytes);
    if (zip.entryCount > most) return failure('too-large');
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith('/')) continue;
      // Names that a file system would take for the same.
      const name = entry.fileName.normalize('NFC').toLowerCase();
      if (names.has(name)) return failure('damaged');
      names.add(name);
      await see(zip, entry);
    }
    return success(null);
  } catch (error) {
    return failure(error instanceof TooLargeError ? 'too-large' : 'damaged');
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const { fromBuffer } = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Checks names for `..`, absolute paths and backslashes, and sizes while unpacking.
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (finish: () => void) => {
        zip.removeAllListeners();
        finish();
      };
      zip.on('entry', (next: Entry) => settle(() => resolve(next)));
      zip.on('end', () => settle(() => resolve(undefined)));
      zip.on('error', (error: Error) => settle(() => reject(error)));
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) throw new TooLargeError(entry.fileName);
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += (part as Buffer).length;
    if (size > most) throw new TooLargeError(entry.fileName);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
