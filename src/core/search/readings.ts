import { marks } from './loosen.ts';
import table from './tables/pinyin-table.json' with { type: 'json' };

/** How characters are read. Those that are read alike are one class. */
export interface Readings {
  /** For each UTF-16 unit its class; `unreadable` for all that nothing is spelled with. */
  classOf: Uint16Array;
  /** For each class its syllables; none for marks, and for letters and digits, which stand for themselves. */
  syllables: readonly (readonly string[])[];
  everySyllable: readonly string[];
  /** For each class of a letter or digit that one. */
  character: ReadonlyMap<number, string>;
  /** For each class the bits of what its syllables begin with, or of the letter or digit. */
  initials: Int32Array;
}

export const unreadable = 0;
/** The class of the marks that are passed over. */
export const mark = 1;
export const marksBit = 1 << 27;

const firstLetter = 'a'.charCodeAt(0);
const digitBit = 1 << 26;
const none: readonly string[] = [];

let known: Readings | undefined;

/** Read from the table when they are first asked for. */
export function readings(): Readings {
  known ??= readTable();
  return known;
}

/** One bit for each letter; digits share one. */
export function initialBit(character: string | undefined): number {
  if (character === undefined) return 0;
  const letter = character.charCodeAt(0) - firstLetter;
  return letter >= 0 ? 1 << letter : digitBit;
}

function readTable(): Readings {
  const read = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table)) {
    for (const character of characters) {
      const others = read.get(character);
      if (others) others.push(syllable);
      else read.set(character, [syllable]);
    }
  }
  const classOf = new Uint16Array(0x10000);
  for (let unit = 0; unit < marks.length; unit += 1) if (marks[unit] === 1) classOf[unit] = mark;
  const syllables: (readonly string[])[] = [none, none];
  const character = new Map<number, string>();
  for (const each of 'abcdefghijklmnopqrstuvwxyz0123456789') {
    const number = syllables.push(none) - 1;
    character.set(number, each);
    classOf[each.charCodeAt(0)] = number;
  }
  const numbers = new Map<string, number>();
  for (const [each, ofCharacter] of read) {
    const name = ofCharacter.join(' ');
    const number = numbers.get(name) ?? syllables.push(ofCharacter) - 1;
    numbers.set(name, number);
    classOf[each.charCodeAt(0)] = number;
  }
  const initials = Int32Array.from(syllables, (each, number) =>
    [...each, character.get(number) ?? ''].reduce((bits, syllable) => bits | initialBit(syllable[0]), 0),
  );
  initials[mark] = marksBit;
  const everySyllable = Object.keys(table);
  return { classOf, syllables, everySyllable, character, initials };
}
