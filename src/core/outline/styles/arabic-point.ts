import type { HeadingStyle } from '../heading-style.ts';
import {
  arabicNumeral,
  type EnclosedRun,
  highestOrdinal,
  printEnclosed,
  printLike,
  rareOrdinal,
  readEnclosed,
  readNumeral,
} from '../numeral.ts';

const mark = new RegExp(`^((${arabicNumeral})\\s*([.．、])|[⒈-⒛])\\s*`, 'u');
const leadingNumeral = new RegExp(`^${arabicNumeral}`, 'u');
const enclosed: readonly EnclosedRun[] = [{ first: 0x2488, from: 1, count: 20 }];

/** 1. 2. … also 1． 1、 １． and the single characters ⒈ to ⒛ */
export const arabicPoint: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    if (!match) return undefined;
    const [whole, ordinal = '', numeral, separator] = match;
    const number = numeral === undefined ? readEnclosed(enclosed, ordinal) : readNumeral(numeral);
    if (number === undefined || number > highestOrdinal) return undefined;
    const following = leadingNumeral.exec(line.slice(ordinal.length))?.[0];
    // 1.5 万人 is a quantity, 1.5.2 a decimal heading
    if (following !== undefined && separator !== '、') return undefined;
    const enumerates = following !== undefined && readNumeral(following) === number + 1;
    return {
      path: [number],
      ordinal,
      length: whole.length,
      ...((enumerates || number >= rareOrdinal) && { doubtful: true }),
    };
  },
  print(path, like) {
    const number = path.at(-1) ?? 1;
    const single = readEnclosed(enclosed, like) === undefined ? undefined : printEnclosed(enclosed, number);
    return single ?? printLike(like.length > 1 ? like : '1.', number);
  },
};
