/** Characters between which a line of a source may end without meaning a blank. */
const wide = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2014\\u2018-\\u201d\\u2026]';
const breakBetweenWide = new RegExp(`(?<=${wide})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${wide})`, 'gu');

/** Text without the white space of its source; `\u2028` stands for a break that is meant. */
export function collapsed(text: string): string {
  return text
    .replaceAll(breakBetweenWide, '')
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .replaceAll(/ ?\u2028 ?/g, '\n')
    .trim();
}
