import type { ReadDocument } from '#core/importing/read-document';
import { blocksFromText } from '#core/outline/text-block';
import { type DecodedText, decodeText } from './decode-text.ts';
import type { SourceFile } from './reader.ts';
import { Unreadable } from './reader.ts';

const layout = new Set('\t\n\v\f\r\x1b');

/** A text without any layout: each line is a block. */
export function readPlainText({ bytes, encoding }: SourceFile): ReadDocument {
  return plainTextDocument(decodeText(bytes, encoding === undefined ? {} : { chosen: encoding }));
}

/** The document that a decoded text is. */
export function plainTextDocument({ text, encoding, hasUnknownCharacters }: DecodedText): ReadDocument {
  if (!isWritten(text)) throw new Unreadable('binary');
  const blocks = blocksFromText(text).filter((block) => block.text.trim() !== '');
  if (blocks.length === 0) throw new Unreadable('empty');
  return { blocks, format: 'text', encoding, remarks: hasUnknownCharacters ? ['characters-unknown'] : [] };
}

/** Whether a text holds next to no control characters besides those of layout. */
function isWritten(text: string): boolean {
  const head = text.slice(0, 100_000);
  const controls = [...head].filter((character) => character < ' ' && !layout.has(character)).length;
  return !text.includes('\0') && controls <= head.length / 200;
}
