/** What a numbering style recognised at the beginning of a line. */
export interface HeadingMark {
  /** Numbers from the outermost that the mark itself names: [3] for 三、, [1, 2] for 1.2. */
  path: readonly [number, ...number[]];
  /** The mark as printed, without the blanks and separators that set it off from the heading. */
  ordinal: string;
  /** UTF-16 units up to where the words begin. */
  length: number;
  /** The same characters also begin ordinary sentences (一、二年级): a heading only if its number is the next one. */
  doubtful?: true;
}

/** One way of numbering headings. */
export interface HeadingStyle {
  read(line: string): HeadingMark | undefined;
  /** The ordinal for `path`, in the form (width, brackets, numerals) of `like`, an ordinal of the same style. */
  print(path: readonly number[], like: string): string;
  /** Where words follow on the same line: 条 is a mark before its text, all others are a heading up to the first 。 */
  wordsAre: 'heading' | 'text';
}
