/** One paragraph or line of a document, as an importer delivers it: plain text and what the file format knew about it. */
export interface TextBlock {
  text: string;
  hint?: TextBlockHint;
}

/** What a file format says about a block. Every part is a hint only: the outline is the judge. */
export interface TextBlockHint {
  /** The format says that this block is a heading; 1 is the outermost level. */
  headingLevel?: number;
  /** Size of most of its characters, in points, where the format has sizes but no headings (PDF). */
  fontSize?: number;
  /** Most of its characters are bold, where the format has no headings. */
  isBold?: true;
  /** The page that the block begins on, from 1. */
  page?: number;
  /**
   * `row`: a row of a table, its cells joined by tabs. `contents`: an entry of a table of contents. `box`: text of a frame
   * or a box beside the text (专栏). `note`: a footnote or endnote.
   */
  role?: 'row' | 'contents' | 'box' | 'note';
  /** What the reader decided about this block; it goes before every other hint and before its own mark. */
  decided?: { level: number } | 'text' | DecidedRole;
  /** The number that the reader says its heading has, whatever is printed. */
  number?: number;
}

/**
 * What the reader can say that a line is, beside a heading of some level and ordinary text. `attachment`: the heading of one;
 * `dropped`: nothing that belongs to the document, such as the mark of the printer.
 */
export const decidedRoles = ['title', 'contents', 'row', 'note', 'box', 'attachment', 'dropped'] as const;
export type DecidedRole = (typeof decidedRoles)[number];

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** The lines of a plain text, blank ones included. */
export function blocksFromText(text: string): TextBlock[] {
  return text.split(lineBreak).map((line) => ({ text: line }));
}

/**
 * Blocks without layout: none holds a line break, none is blank, none begins or ends with white space. White space inside
 * a line stays. A hint speaks for the first line of its block.
 */
export function withoutLayout(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.flatMap((block) =>
    block.text
      .split(lineBreak)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text, index) => (index === 0 && block.hint ? { text, hint: block.hint } : { text })),
  );
}
