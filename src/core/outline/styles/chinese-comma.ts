import type { HeadingStyle } from '../heading-style.ts';
import { chineseNumeral, highestOrdinal, printLike, rareOrdinal, readNumeral } from '../numeral.ts';

const mark = new RegExp(`^(${chineseNumeral})\\s*[、．.]\\s*`, 'u');
const leadingNumeral = new RegExp(`^${chineseNumeral}`, 'u');

/** 一、 二、 … also 一． and the formal 壹、 */
export const chineseComma: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    const number = match?.[1] === undefined ? undefined : readNumeral(match[1]);
    if (!match || number === undefined || number > highestOrdinal) return undefined;
    // 一、二年级不布置书面作业: two numbers in a row are more often an enumeration than a heading
    const next = readNumeral(leadingNumeral.exec(line.slice(match[0].length))?.[0] ?? '');
    return {
      path: [number],
      ordinal: match[0].trim(),
      length: match[0].length,
      ...((next === number + 1 || number >= rareOrdinal) && { doubtful: true }),
    };
  },
  print: (path, like) => printLike(like || '一、', path.at(-1) ?? 1),
};
