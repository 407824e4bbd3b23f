import { type EncodingLabel, encodingLabels, type TextEncoding } from '#core/importing/read-document';
import { commonShare } from './frequent-characters.ts';
import { Unreadable } from './reader.ts';

/** The text of a file, and how its bytes were read. */
export interface DecodedText {
  text: string;
  encoding: TextEncoding;
  /** Bytes that stand for nothing in this encoding. */
  hasUnknownCharacters: boolean;
}

/** As much of a text as shows what it is written in, in bytes. */
const sampleLength = 65_536;
const previewLength = 160;
/** How much likelier the best encoding must be than the next one, to be taken without asking. */
const sureLead = 0.15;
/** Share of bytes that stand for nothing, above which a file is no text in that encoding. */
const mostUnknown = 0.01;

interface Candidate {
  label: EncodingLabel;
  score: number;
}

/**
 * Reads bytes as text, in strict order: the encoding that a person chose, the byte order mark, what the file says of itself
 * if it holds, UTF-8 if it is that from beginning to end, and else what makes the most common characters.
 */
export function decodeText(bytes: Uint8Array, choice: { chosen?: EncodingLabel; declared?: string } = {}): DecodedText {
  if (choice.chosen !== undefined) {
    const others = ranked(bytes).filter(({ label }) => label !== choice.chosen);
    return decoded(bytes, choice.chosen, true, others);
  }
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decoded(bytes, marked, true, []);
  const declared = labelOf(choice.declared);
  if (declared !== undefined && strictly(bytes, declared) !== undefined) return decoded(bytes, declared, true, []);
  const asUtf8 = bytes.includes(0) ? undefined : strictly(bytes, 'utf-8');
  // Two bytes of GB 18030 can by chance be a letter of Europe or the Near East in UTF-8, but hardly ever a Chinese one.
  if (asUtf8 !== undefined && (/[\u0800-\u{10ffff}]/u.test(asUtf8) || isAscii(asUtf8))) {
    return decoded(bytes, 'utf-8', true, []);
  }
  const [best, ...others] = ranked(bytes);
  if (best === undefined) throw new Unreadable('binary');
  return decoded(bytes, best.label, best.score - (others[0]?.score ?? -1) >= sureLead && best.score > 0.3, others);
}

function byteOrderMark([first, second, third, fourth]: Uint8Array): EncodingLabel | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The encoding that a file names, by any of its names; GB 2312 and GBK are parts of GB 18030. */
function labelOf(declared: string | undefined): EncodingLabel | undefined {
  if (declared === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(declared.trim());
    const label = encoding === 'gbk' ? 'gb18030' : encoding;
    return encodingLabels.find((each) => each === label);
  } catch {
    return undefined;
  }
}

/** The encodings that these bytes can have, the likeliest first; none when they are no text. */
function ranked(bytes: Uint8Array): Candidate[] {
  const sample = bytes.subarray(0, sampleLength);
  const labels = sample.includes(0) ? (['utf-16le', 'utf-16be'] as const) : encodingLabels;
  return labels
    .filter((label) => !label.startsWith('utf-16') || bytes.length % 2 === 0 || sample.includes(0))
    .map((label): Candidate & { unknown: number } => {
      const text = leniently(sample, label);
      return { label, score: likelihood(text, label), unknown: unknownShare(text) };
    })
    .filter(({ score, unknown }) => unknown <= mostUnknown && score > -0.5)
    .sort((one, other) => other.score - one.score)
    .map(({ label, score }) => ({ label, score }));
}

function likelihood(text: string, label: EncodingLabel): number {
  if (text.includes('\0')) return -1;
  // Any two letters make some character of UTF-16: that says little about the likelihood of a text without any letters.
  const isOnlyAscii = label.startsWith('utf-16') && isAscii(text);
  return isOnlyAscii ? 1 : commonShare(text);
}

function isAscii(text: string): boolean {
  return !/[\u0080-\u{10ffff}]/u.test(text);
}

function unknownShare(text: string): number {
  return (text.split('\ufffd').length - 1) / Math.max(1, text.length);
}

function decoded(bytes: Uint8Array, label: EncodingLabel, isSure: boolean, others: readonly Candidate[]): DecodedText {
  const text = leniently(bytes, label);
  const preview = (other: EncodingLabel) =>
    leniently(bytes.subarray(0, previewLength * 4), other)
      .trim()
      .slice(0, previewLength);
  return {
    text,
    encoding: {
      label,
      isSure,
      alternatives: others.map((other) => ({ label: other.label, preview: preview(other.label) })),
    },
    hasUnknownCharacters: text.includes('\ufffd'),
  };
}

/** Cut last characters are forgiven, as of a file that was not copied to its end. */
function strictly(bytes: Uint8Array, label: EncodingLabel): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function leniently(bytes: Uint8Array, label: EncodingLabel): string {
  return new TextDecoder(label).decode(bytes, { stream: true });
}
