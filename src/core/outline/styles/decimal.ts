import type { HeadingStyle } from '../heading-style.ts';

const digits = '[0-9０-９]{1,2}';
const mark = new RegExp(`^(${digits}(?:(?:[.．]${digits}){1,5}[.．]?)?)(?![0-9０-９.．])(\\s*)`, 'u');
/** 1.5 亿元 and 12 月 are quantities. */
const unit =
  /^(?:[%％‰℃°·:：/／~～\-－—–+＋×xX、，。；）)”"]|[万亿千百十元角分倍个名所人年月日号时秒天周岁届次条项处台套辆间栋座吨克米亩级点]|平方|公里|小时|分钟|以[上下内外]|[至到和或与及])/u;
/** Longest heading, in UTF-16 units, after a number without any mark. */
const longestChapter = 40;

/** 1.1 1.1.1 … and, in a document that has those, 1 before a blank */
export const decimal: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    if (!match?.[1]) return undefined;
    const ordinal = match[1].replace(/[.．]$/u, '');
    const [first, ...rest] = ordinal.normalize('NFKC').split('.').map(Number);
    const words = line.slice(match[0].length);
    if (!first || rest.some((number) => number === 0) || unit.test(words)) return undefined;
    const isSetOff = match[2] !== '' || words === '';
    if (rest.length === 0 && (!isSetOff || words === '' || words.length > longestChapter || /[。；]/u.test(words))) {
      return undefined;
    }
    return {
      path: [first, ...rest],
      ordinal,
      length: match[0].length,
      ...((!isSetOff || rest.length === 0) && { doubtful: true }),
    };
  },
  print: (path, like) => path.join(/．/u.test(like) ? '．' : '.'),
};
