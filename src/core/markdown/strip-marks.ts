/** Marks at the beginning of a line: headings, quotes, lists, tasks. */
const lineMarks = /^[ \t]{0,8}(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)+/gmu;
const link = /!?\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/gu;
const emphasis = /\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/**
 * The words of a note without the marks of Markdown, line by line: roughly, but of thousands of notes at once, which takes a
 * parser (`plainText`) many seconds.
 */
export function stripMarks(source: string): string {
  return source.replace(lineMarks, '').replace(link, '$1').replace(emphasis, '');
}
