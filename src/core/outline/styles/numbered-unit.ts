import type { HeadingStyle } from '../heading-style.ts';
import { arabicNumeral, chineseNumeral, printLike, readNumeral } from '../numeral.ts';

const setOff = /^(?:[\s：:、．.]+|$)/u;
const sentenceMarks = /[，。；！？：]/u;
/** Longest heading, in UTF-16 units, that may follow its ordinal without a blank. */
const longestUnseparated = 40;

interface UnitRules {
  unit: '编' | '章' | '节' | '条';
  wordsAre: HeadingStyle['wordsAre'];
  /** Characters that make another word of the unit, as in 第一节课; the unit needs a blank after it where absent. */
  notBefore?: string;
}

function numberedUnit({ unit, wordsAre, notBefore }: UnitRules): HeadingStyle {
  const mark = new RegExp(`^第\\s*(${chineseNumeral}|${arabicNumeral})\\s*${unit}`, 'u');
  const begins = (words: string) => {
    if (setOff.test(words)) return true;
    if (notBefore === undefined) return /^[【（(]/u.test(words);
    return words.length <= longestUnseparated && !sentenceMarks.test(words) && !notBefore.includes(words.charAt(0));
  };
  return {
    wordsAre,
    read(line) {
      const match = mark.exec(line);
      const number = match?.[1] === undefined ? undefined : readNumeral(match[1]);
      if (!match || number === undefined) return undefined;
      const words = line.slice(match[0].length);
      if (!begins(words)) return undefined;
      return { path: [number], ordinal: match[0], length: match[0].length + (setOff.exec(words)?.[0].length ?? 0) };
    },
    print: (path, like) => printLike(like || `第一${unit}`, path.at(-1) ?? 1),
  };
}

/** 第一编 */
export const part = numberedUnit({ unit: '编', wordsAre: 'heading', notBefore: '辑制号写排的中' });
/** 第一章, 第1章 */
export const chapter = numberedUnit({ unit: '章', wordsAre: 'heading', notBefore: '程的中所规' });
/** 第一节 */
export const section = numberedUnit({ unit: '节', wordsAre: 'heading', notBefore: '课日目约的中所规' });
/** 第一条: a mark before its text */
export const article = numberedUnit({ unit: '条', wordsAre: 'text' });
