import type { HeadingStyle } from '../heading-style.ts';
import {
  chineseNumeral,
  type EnclosedRun,
  highestOrdinal,
  printEnclosed,
  printLike,
  rareOrdinal,
  readEnclosed,
  readNumeral,
} from '../numeral.ts';
import { continuesReference } from '../reference.ts';

const mark = new RegExp(`^([（(]\\s*(${chineseNumeral})\\s*[）)]|[㈠-㈩])[、．.]?\\s*`, 'u');
const enclosed: readonly EnclosedRun[] = [{ first: 0x3220, from: 1, count: 10 }];

/** （一） （二） … also (一) and the single characters ㈠ to ㈩ */
export const chineseParenthesised: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    if (!match) return undefined;
    const [whole, ordinal = '', numeral] = match;
    const number = numeral === undefined ? readEnclosed(enclosed, ordinal) : readNumeral(numeral);
    if (number === undefined || number > highestOrdinal || continuesReference(line.slice(whole.length)))
      return undefined;
    return { path: [number], ordinal, length: whole.length, ...(number >= rareOrdinal && { doubtful: true }) };
  },
  print(path, like) {
    const number = path.at(-1) ?? 1;
    const single = readEnclosed(enclosed, like) === undefined ? undefined : printEnclosed(enclosed, number);
    return single ?? printLike(like.length > 1 ? like : '（一）', number);
  },
};
