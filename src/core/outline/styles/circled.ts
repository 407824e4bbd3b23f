import type { HeadingStyle } from '../heading-style.ts';
import { type EnclosedRun, printEnclosed, readEnclosed } from '../numeral.ts';

const circles: readonly EnclosedRun[] = [
  { first: 0x2460, from: 1, count: 20 },
  { first: 0x3251, from: 21, count: 15 },
  { first: 0x32b1, from: 36, count: 15 },
];
const mark = /^([①-⑳㉑-㉟㊱-㊿])[、．.]?\s*/u;
/** ①②两项 and ①至③ speak of items, they do not begin one. */
const continuesList = /^(?:[①-⑳㉑-㉟㊱-㊿]|[至和或与及])/u;

/** ① ② … ㊿ */
export const circled: HeadingStyle = {
  wordsAre: 'heading',
  read(line) {
    const match = mark.exec(line);
    const number = match?.[1] === undefined ? undefined : readEnclosed(circles, match[1]);
    if (!match?.[1] || number === undefined || continuesList.test(line.slice(match[1].length))) return undefined;
    return { path: [number], ordinal: match[1], length: match[0].length };
  },
  print: (path) => printEnclosed(circles, path.at(-1) ?? 1) ?? String(path.at(-1)),
};
