/** A character that keeps its identity while the text around it is edited. */
export interface MarkedCharacter {
  character: string;
  /** Number of the character in the first edition; absent for what an edit wrote. */
  mark?: number;
}

export type MarkedLine = MarkedCharacter[];

/** Every character that is not blank gets a mark: the parser drops and adds blanks, and nothing else. */
export function markText(text: string): MarkedLine[] {
  let next = 0;
  return text.split('\n').map((line) =>
    [...line].map((character) => {
      if (/\s/u.test(character)) return { character };
      next += 1;
      return { character, mark: next - 1 };
    }),
  );
}

export function written(text: string): MarkedLine {
  return [...text].map((character) => ({ character }));
}

export function lineText(line: MarkedLine): string {
  return line.map(({ character }) => character).join('');
}

export function linesText(lines: readonly MarkedLine[]): string {
  return lines.map(lineText).join('\n');
}

/** The code points of `canonical` (the text of `lines` with other blanks), each with the mark that it still bears. */
export function marksOf(lines: readonly MarkedLine[], canonical: string): (number | undefined)[] {
  const characters = lines.flat().filter(({ character }) => !/\s/u.test(character));
  let next = 0;
  return [...canonical].map((character) => {
    if (/\s/u.test(character)) return undefined;
    const marked = characters[next];
    next += 1;
    if (marked?.character !== character) throw new Error(`the plan is not its text at character ${next}`);
    return marked.mark;
  });
}
