import { type DocumentFormat, documentLimits, type ReadDocument } from '#core/importing/read-document';
import { failure, success } from '#core/text/result';
import { decodeText } from './readers/decode-text.ts';
import { type ReadOutcome, type SourceFile, Unreadable } from './readers/reader.ts';
import { readers } from './readers/registry.ts';
import { sniffFormat, sniffText } from './sniff-format.ts';

/** Turns the bytes of any file into plain blocks. Never throws: whatever happens in a reader is a problem of the file. */
export async function readFile(file: SourceFile): Promise<ReadOutcome> {
  try {
    if (file.bytes.length > documentLimits.bytes) throw new Unreadable('too-large');
    const read = readers[formatOf(file)];
    const document = await read(file);
    checkSize(document);
    return success(withoutControls(document));
  } catch (error) {
    return failure(error instanceof Unreadable ? error.problem : { code: isTooDeep(error) ? 'too-deep' : 'broken' });
  }
}

function formatOf(file: SourceFile): DocumentFormat {
  const sniffed = sniffFormat(file.bytes, file.name);
  if ('problem' in sniffed) throw new Unreadable(sniffed.problem);
  if (sniffed.format === 'pdf') return 'pdf';
  if (sniffed.format === 'zip') return 'docx';
  // The beginning is enough to tell what it is.
  const head = decodeText(file.bytes.subarray(0, 65_536), file.encoding === undefined ? {} : { chosen: file.encoding });
  const text = sniffText(head.text, file.name);
  if ('problem' in text) throw new Unreadable(text.problem);
  return text.format;
}

function checkSize({ blocks }: ReadDocument): void {
  if (blocks.length === 0) throw new Unreadable('no-text');
  if (blocks.length > documentLimits.blocks) throw new Unreadable('too-many-parts');
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > documentLimits.characters) throw new Unreadable('too-much-text');
}

const controls = /(?![\t\n\v\f\r])\p{Cc}/gu;

/** Characters without a picture are what a font could not be read for; they are shown as unknown, and that is said. */
function withoutControls(document: ReadDocument): ReadDocument {
  if (!document.blocks.some(({ text }) => text.search(controls) >= 0)) return document;
  return {
    ...document,
    blocks: document.blocks.map((block) => ({ ...block, text: block.text.replace(controls, '\ufffd') })),
    remarks: [...new Set([...document.remarks, 'characters-unknown' as const])],
  };
}

/** The stack ended: only a file that nests without measure comes that far. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
