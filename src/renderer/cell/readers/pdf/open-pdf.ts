import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Unreadable } from '../reader.ts';

export type CharacterMap = (name: string) => Promise<Uint8Array>;

/** Pages above this number are no document to be read. */
const mostPages = 10_000;
/** Bytes at the end of a file, within which a PDF says that it ends. */
const tail = 2_048;

/**
 * Opens a PDF for its text. Nothing is compiled, fetched, drawn or decoded for it, but the shipped tables that map the
 * codes of fonts that are not in the file.
 */
export async function openPdf(bytes: Uint8Array, characterMap: CharacterMap): Promise<PDFDocumentProxy> {
  makeStreamsIterable();
  // The engine's worker runs here: the cell is a process of its own already.
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  const isWhole = hasEnd(bytes);
  const options = {
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Any picture has more dots than this, and is left alone.
    maxImageSize: 0,
    cMapUrl: 'maps/',
    cMapPacked: true,
    BinaryDataFactory: factoryOf(characterMap),
  };
  const task = pdfjs.getDocument(options);
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw new Unreadable('too-many-parts');
    return document;
  } catch (error) {
    await task.destroy();
    throw problemOf(error, isWhole);
  }
}

/** Whether a file says where it ends. */
export function hasEnd(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - tail)));
  return end.includes('%%EOF');
}

function problemOf(error: unknown, isWhole: boolean): Unreadable {
  if (error instanceof Unreadable) return error;
  if (error instanceof Error && error.name === 'PasswordException') return new Unreadable('encrypted');
  return new Unreadable(isWhole ? 'broken' : 'truncated');
}

/** What the engine asks for the tables; it asks for fonts to draw with as well, which nobody needs for reading. */
function factoryOf(characterMap: CharacterMap) {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error(`${kind} is not shipped`);
      return characterMap(filename.replace(/\.bcmap$/, ''));
    }
  };
}

/** Streams can be read by `for await` only in newer engines than the oldest one that this program runs on. */
function makeStreamsIterable(): void {
  const prototype: { [Symbol.asyncIterator]?: unknown } = ReadableStream.prototype;
  prototype[Symbol.asyncIterator] ??= async function* (this: ReadableStream<unknown>) {
    const reader = this.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      reader.releaseLock();
    }
  };
}
