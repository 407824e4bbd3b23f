/** How long a text is for a reader: its characters (code points), without blanks and line breaks. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!blank.test(character)) count += 1;
  return count;
}

const blank = /\s/u;
