import { Inflate } from 'fflate';
import { Unreadable } from '../reader.ts';

/** What an archive may be at most: entries, bytes of all that is read and of one part, and how far it may have been pressed. */
const zipLimits = {
  entries: 5_000,
  bytes: 200 * 1024 * 1024,
  partBytes: 100 * 1024 * 1024,
  ratio: 200,
  /** Below this many bytes a part may be pressed as far as it likes. */
  ratioFrom: 10 * 1024 * 1024,
} as const;

/** So many pressed bytes are opened at a time: what comes out of them is at most a thousand times as much. */
const step = 16_384;

const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;

interface Entry {
  name: string;
  isEncrypted: boolean;
  method: number;
  size: number;
  offset: number;
}

/** The parts of an archive by name. Names are only compared, never used as paths. */
export interface ZipParts {
  names: readonly string[];
  /** Two parts have the same name. */
  isDoubled: boolean;
  /** How many bytes have been opened, of this archive and of those inside it. */
  opened: { bytes: number };
  /** A password is asked for some of them. */
  isLocked: boolean;
  /** Hands over a part piece by piece; sizes are counted as they come out, whatever the archive says they are. */
  read: (name: string, onPiece: (piece: Uint8Array, done: number, total: number) => void) => void;
}

/** Opens an archive by its directory; `opened` is that of the archive that it came out of. Throws `Unreadable`. */
export function openZip(bytes: Uint8Array, opened: ZipParts['opened'] = { bytes: 0 }): ZipParts {
  const directory = directoryOf(bytes);
  const entries = new Map(directory.map((entry) => [entry.name, entry]));
  const count = (size: number) => {
    opened.bytes += size;
    if (opened.bytes > zipLimits.bytes) throw new Unreadable('zip-bomb');
  };
  return {
    names: [...entries.keys()],
    isDoubled: entries.size < directory.length,
    opened,
    isLocked: [...entries.values()].some(({ isEncrypted }) => isEncrypted),
    read: (name, onPiece) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Unreadable('broken');
      readEntry(bytes, entry, { onPiece, count });
    },
  };
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) throw new Unreadable('truncated');
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.entries) throw new Unreadable('too-many-parts');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signature.central) throw new Unreadable('broken');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Archives made on Chinese Windows have their names in GBK, whatever they say. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Where the directory says that it ends: before a remark of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === signature.end) return at;
  }
  return undefined;
}

interface Reading {
  onPiece: (piece: Uint8Array, done: number, total: number) => void;
  count: (size: number) => void;
}

function readEntry(bytes: Uint8Array, entry: Entry, { onPiece, count }: Reading): void {
  if (entry.isEncrypted) throw new Unreadable('encrypted');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== signature.local) throw new Unreadable('broken');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.size > bytes.length) throw new Unreadable('truncated');
  const pressed = bytes.subarray(start, start + entry.size);
  let opened = 0;
  let done = 0;
  const take = (piece: Uint8Array) => {
    opened += piece.length;
    count(piece.length);
    const isTooThin = opened > zipLimits.ratioFrom && opened > done * zipLimits.ratio;
    if (opened > zipLimits.partBytes || isTooThin) throw new Unreadable('zip-bomb');
    onPiece(piece, done, pressed.length);
  };
  const open = opener(entry.method, take);
  for (let from = 0; from < pressed.length; from += step) {
    const piece = pressed.subarray(from, from + step);
    done = from + piece.length;
    open(piece, done === pressed.length);
  }
}

function opener(method: number, take: (piece: Uint8Array) => void): (piece: Uint8Array, isLast: boolean) => void {
  if (method === 0) return take;
  if (method !== 8) throw new Unreadable('broken');
  const inflate = new Inflate(take);
  return (piece, isLast) => {
    try {
      inflate.push(piece, isLast);
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('broken');
    }
  };
}
