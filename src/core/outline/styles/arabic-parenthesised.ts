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
import { continuesReference } from '../reference.ts';

const mark = new RegExp(`^([（(]\\s*(${arabicNumeral})\\s*[）)]|[⑴-⒇])[、．.]?\\s*`, 'u');
const enclosed: readonly EnclosedRun[] = [{ first: 0x2474, from: 1, count: 20 }];

/** （1） （2） … also (1) and the single characters ⑴ to ⒇ */
export const arabicParenthesised: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    if (!match) return undefined;
    const [whole, ordinal = '', numeral] = match;
    const number = numeral === undefined ? readEnclosed(enclosed, ordinal) : readNumeral(numeral);
    // （2021）12号 is a file number
    if (number === undefined || number > highestOrdinal || continuesReference(line.slice(whole.length)))
      return undefined;
    return { path: [number], ordinal, length: whole.length, ...(number >= rareOrdinal && { doubtful: true }) };
  },
  print(path, like) {
    const number = path.at(-1) ?? 1;
    const single = readEnclosed(enclosed, like) === undefined ? undefined : printEnclosed(enclosed, number);
    return single ?? printLike(like.length > 1 ? like : '（1）', number);
  },
};
