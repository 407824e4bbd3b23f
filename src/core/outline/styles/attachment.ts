import type { HeadingStyle } from '../heading-style.ts';
import { arabicNumeral, chineseNumeral, printLike, readNumeral } from '../numeral.ts';

const mark = new RegExp(`^附\\s*[件录]\\s*(${chineseNumeral}|${arabicNumeral}|[A-ZＡ-Ｚ](?![A-Za-z]))?`, 'u');
const setOff = /^(?:[\s：:．.]+|、(?!\s*(?:附|第|[0-9０-９]))|$)/u;
const sentenceMarks = /[，。；！？]/u;
/** 附件1所列 and 附件1、附件2 speak of attachments, they do not begin one. */
const continuesSentence = /^[的中为所规列和与及至或、，。；！？)）》]/u;
/** Longest heading, in UTF-16 units, that may follow its ordinal without a colon. */
const longestUnseparated = 60;
/** Longest heading at all, in UTF-16 units. */
const longestHeading = 80;

/** 附件 附件1 附件： 附录 附录A */
export const attachment: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    if (!match) return undefined;
    const [ordinal, numeral] = match;
    const words = line.slice(ordinal.length);
    const gap = setOff.exec(words)?.[0];
    if (gap === undefined && (numeral === undefined || continuesSentence.test(words))) return undefined;
    const isSentence = sentenceMarks.test(words) || words.length > longestUnseparated;
    if (isSentence && !/[：:]/u.test(gap ?? '')) return undefined;
    if ((/^[^。]*/u.exec(words)?.[0].length ?? 0) > longestHeading) return undefined;
    const number = numeral === undefined ? 0 : (readNumeral(numeral) ?? letterNumber(numeral));
    if (number > 99) return undefined;
    return { path: [number], ordinal: ordinal.trimEnd(), length: ordinal.length + (gap?.length ?? 0) };
  },
  print: (path, like) => printLike(like || '附件1', path.at(-1) ?? 1),
};

/** 1 for A. */
function letterNumber(letter: string): number {
  return (letter.normalize('NFKC').codePointAt(0) ?? 0x40) - 0x40;
}
