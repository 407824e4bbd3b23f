import type { HeadingStyle } from '../heading-style.ts';

const digits = '[0-9０-９]{1,2}';
const mark = new RegExp(`^(${digits}(?:(?:[.．]${digits}){1,5}[.．]?)?)(?![0-9０-９.．])(\\s*)`, 'u');
/** What follows a quantity (1.5 亿元, 3.2%, 1.1～1.5) and not the number of a heading. */
const quantity =
  /^(?:[%％‰℃°·:：/／~～\-－—–+＋×、，。；）)”"]|[万亿元倍岁秒吨亩米]|年(?![度级轻])|个百分点|百分|千[米克]|平方|公里|公斤|公顷|小时|分钟|以[上下内外]|[至到和或与及](?=[0-9０-９]))/u;
/** A longer sentence after a decimal number is text with a number before it. */
const heading = /^[^。]{1,60}(?:。|$)/u;

/** 1.1 1.1.1 … and, in a document that has those, 1 before a blank */
export const decimal: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    if (!match?.[1]) return undefined;
    const ordinal = match[1].replace(/[.．]$/u, '');
    const [first, ...rest] = ordinal.normalize('NFKC').split('.').map(Number);
    const words = line.slice(match[0].length);
    if (!first || rest.some((number) => number === 0) || quantity.test(words) || !heading.test(words)) return undefined;
    const isBare = rest.length === 0;
    const isSetOff = match[2] !== '';
    if (isBare && !isSetOff) return undefined;
    return {
      path: [first, ...rest],
      ordinal,
      length: match[0].length,
      ...((isBare || !isSetOff) && { doubtful: true }),
    };
  },
  print: (path, like) => path.join(/．/u.test(like) ? '．' : '.'),
};
