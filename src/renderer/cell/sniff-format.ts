import type { DocumentFormat, ReadProblem, UnsupportedKind } from '#core/importing/read-document';
import { latinLetters } from './readers/latin-letters.ts';

/** What a file is by its first bytes; `zip` and `text` have to be looked into further. */
export type Sniffed = { format: 'pdf' | 'zip' | 'text' } | { problem: ReadProblem };

type Signature = [kind: UnsupportedKind, ...marks: (string | ((head: string) => boolean))[]];

/** By their first bytes, as Latin letters. Those that a text could begin with ask for more than two of them. */
const signatures: Signature[] = [
  ['rtf', '{\\rtf'],
  ['archive', 'Rar!\x1a\x07', "7z\xbc\xaf'\x1c", '\x1f\x8b\x08', 'BZh91AY', '\xfd7zXZ\0', 'PK\x05\x06', 'PK\x07\x08'],
  ['image', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*', isBitmap],
  ['image', (head) => isRiff(head, 'WEBP'), (head) => isMedia(head) && /^(?:hei|mif|avif)/.test(head.slice(8))],
  ['media', isMedia, (head) => isRiff(head, 'AVI '), (head) => isRiff(head, 'WAVE')],
  ['media', 'ID3\x02', 'ID3\x03', 'ID3\x04', 'OggS', 'fLaC', '\x1aE\xdf\xa3'],
  ['program', isWindowsProgram, '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe'],
  ['caj', 'CAJ\0', 'HN\0', 'KDH ', 'TEB\0', 'C8\0'],
];

function isBitmap(head: string): boolean {
  return head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0';
}

function isMedia(head: string): boolean {
  return head.startsWith('ftyp', 4);
}

function isRiff(head: string, kind: string): boolean {
  return head.startsWith('RIFF') && head.startsWith(kind, 8);
}

function isWindowsProgram(head: string): boolean {
  return head.startsWith('MZ') && head.slice(0, 200).includes('\0\0');
}

const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What a file is, decided by its bytes; a name says only whether an old document is one of Word or of WPS. */
export function sniffFormat(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.length === 0) return { problem: { code: 'empty' } };
  const head = latinLetters(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return { format: 'pdf' };
  if (head.startsWith('PK\x03\x04')) return { format: 'zip' };
  if (head.startsWith(compoundFile)) return { problem: compoundProblem(bytes, name) };
  const found = signatures.find(([, ...marks]) =>
    marks.some((mark) => (typeof mark === 'string' ? head.startsWith(mark) : mark(head))),
  );
  if (found !== undefined) return { problem: { code: 'unsupported', kind: found[0] } };
  return { format: 'text' };
}

/** Files of the old Office are small file systems: the names of what is inside tell them apart. */
function compoundProblem(bytes: Uint8Array, name: string): ReadProblem {
  const holds = (stream: string) => indexOfWide(bytes, stream) >= 0;
  if (holds('EncryptedPackage') || holds('EncryptionInfo') || holds('\x06DataSpaces')) return { code: 'encrypted' };
  if (holds('WpsDocument')) return { code: 'wps' };
  if (holds('WordDocument')) return { code: /\.wp[st]$/i.test(name) ? 'wps' : 'old-doc' };
  if (holds('Workbook') || holds('Book')) return { code: 'unsupported', kind: 'spreadsheet' };
  if (holds('PowerPoint Document')) return { code: 'unsupported', kind: 'presentation' };
  if (/\.wp[st]$/i.test(name)) return { code: 'wps' };
  return /\.do[ct]$/i.test(name) ? { code: 'old-doc' } : { code: 'unsupported', kind: 'other-office' };
}

/** Where a name in UTF-16 begins, or -1. Names lie at multiples of 128 bytes. */
function indexOfWide(bytes: Uint8Array, name: string): number {
  for (let start = 512; start + name.length * 2 + 2 <= bytes.length; start += 128) {
    let length = 0;
    while (length < name.length && isWide(bytes, start + length * 2, name.charCodeAt(length))) length += 1;
    if (length === name.length && isWide(bytes, start + length * 2, 0)) return start;
  }
  return -1;
}

function isWide(bytes: Uint8Array, at: number, code: number): boolean {
  return bytes[at] === code && bytes[at + 1] === 0;
}

/** What a text is: HTML and its relatives say so at their beginning; Markdown can be told from plain text by name only. */
export function sniffText(text: string, name: string): { format: DocumentFormat } | { problem: ReadProblem } {
  const head = text.slice(0, 4096).replace(/^[\s\ufeff]+/, '');
  if (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*MIME-Version:/i.test(head) &&
    /multipart\/related|text\/html/i.test(head)
  ) {
    return { problem: { code: 'unsupported', kind: 'mhtml' } };
  }
  if (/^<\?xml/i.test(head) && /<(?:w:wordDocument|pkg:package|office:document)\b/.test(head)) {
    return { problem: { code: 'unsupported', kind: 'word-xml' } };
  }
  const start = head.replace(/^(?:<\?[^>]*\?>|<!--.*?-->|\s)+/s, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return { format: 'html' };
  if (
    /\.x?html?$/i.test(name) &&
    /<(?:p|div|table|h[1-6]|br|body|span|meta|title|ul|ol)\b/i.test(text.slice(0, 65_536))
  ) {
    return { format: 'html' };
  }
  return { format: /\.(?:md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'text' };
}
