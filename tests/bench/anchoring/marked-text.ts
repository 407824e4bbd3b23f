/** A character that keeps its identity while the text around it is edited. */
export interface MarkedCharacter {
  character: string;
  /** Number of the character in the first edition; absent for what an edit wrote. */
  mark?: number;
  /** Number of a character that is gone and whose place this one takes without a difference to be read. */
  twin?: number;
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

/** The code points of `canonical` (the text of `lines` with other blanks), each with the marks that it still bears. */
export function marksOf(lines: readonly MarkedLine[], canonical: string): Omit<MarkedCharacter, 'character'>[] {
  const characters = lines.flat().filter(isPrinted);
  let next = 0;
  return [...canonical].map((character) => {
    if (/\s/u.test(character)) return {};
    const marked = characters[next];
    next += 1;
    if (marked?.character !== character) throw new Error(`the plan is not its text at character ${next}`);
    return marked;
  });
}

/**
 * `after` with the twins of what an edit of `before` took away. Where a sentence is replaced by one that begins with the same
 * words, or goes and the next one begins as it did, those words still stand behind what stood before them: no reader of the
 * two editions could say that they are others, so that it would be unjust to count them as deleted. The same holds for last
 * words, in front of what followed them.
 */
export function withTwins(before: readonly MarkedLine[], after: readonly MarkedLine[]): MarkedLine[] {
  const old = before.flat().filter(isPrinted);
  const now = after.flat().filter(isPrinted);
  const places = new Map(now.map(({ mark }, place) => [mark, place]));
  const placeOf = (at: number) => (old[at]?.mark === undefined ? undefined : places.get(old[at]?.mark));
  const twins = new Map<MarkedCharacter | undefined, number>();
  // once with each gap from its left end on, once from its right end back
  for (const step of [1, -1]) {
    let place: number | undefined;
    for (let count = 0; count < old.length; count += 1) {
      const at = step > 0 ? count : old.length - 1 - count;
      const gone = old[at];
      const stands = placeOf(at);
      if (stands !== undefined) place = stands + step;
      else if (place !== undefined && gone?.mark !== undefined && now[place]?.character === gone.character) {
        if (!twins.has(now[place])) twins.set(now[place], gone.mark);
        place += step;
      } else place = undefined;
    }
  }
  return after.map((line) =>
    line.map((character) => {
      const twin = twins.get(character);
      return twin === undefined ? character : { ...character, twin };
    }),
  );
}

function isPrinted({ character }: MarkedCharacter): boolean {
  return !/\s/u.test(character);
}
