import { marks } from './loosen.ts';
import table from './tables/pinyin-table.json' with { type: 'json' };

/**
 * Finds what a run of letters spells in a long text, whatever quotes and brackets stand in between; `findSpelled` does the same
 * in short ones, without tables for each query. The ways to cut the letters into syllables are followed all at once: the set of offsets
 * reached so far is a number with one bit for each, so that a character costs a few operations however many ways there are.
 *
 * A spelling calls `found` for one span after the other, none of which overlap, until it returns false. Each begins with a
 * character that has a reading.
 */
export type Spelling = (units: Uint16Array, found: (start: number, end: number) => boolean) => void;

const twoLetterInitial = /^[zcs]h/;
const first = 'a'.charCodeAt(0);

interface Readings {
  syllables: readonly string[];
  /** For each unit one bit for each letter with which it can be read. */
  initials: Int32Array;
  /** For each unit the syllables as which it can be read: `list[from[unit]]` to before `list[from[unit + 1]]`. */
  from: Int32Array;
  list: Uint16Array;
  /** The units that can be read. */
  readable: readonly number[];
}

let known: Readings | undefined;

/** End of what is spelled from `start` on; 0 when nothing is. */
type Ending = (units: Uint16Array, start: number) => number;

/** Offsets as bits of so many numbers: a number has 31 that are safe. */
const bitsPerWord = 31;

const mayBegin = 1;
const mayFollow = 2;

export function spellingOf(letters: string): Spelling {
  known ??= readTable();
  const endFrom = letters.length < bitsPerWord ? shortSpelling(known, letters) : longSpelling(known, letters);
  const roles = rolesOf(known, letters);
  return (units, found) => {
    const { length } = units;
    let role = length > 0 ? (roles[units[0] ?? 0] ?? 0) : 0;
    for (let at = 0; at < length; at += 1) {
      const here = role;
      role = at + 1 < length ? (roles[units[at + 1] ?? 0] ?? 0) : mayFollow;
      if ((here & mayBegin) === 0 || (role & mayFollow) === 0) continue;
      const end = endFrom(units, at);
      if (end === 0) continue;
      if (!found(at, end)) return;
      at = end - 1;
      role = end < length ? (roles[units[end] ?? 0] ?? 0) : 0;
    }
  };
}

/**
 * For each unit whether what is spelled may begin with it, and whether it may be the second character: by these two bytes most
 * places are passed over.
 */
function rolesOf({ syllables, initials, readable }: Readings, letters: string): Uint8Array {
  const firstBit = initialBit(letters.charCodeAt(0));
  let secondBits = 0;
  for (const syllable of syllables) {
    const steps = stepsOf(syllable, letters, 0);
    if (steps === 'end') secondBits = -1;
    else for (const offset of steps) secondBits |= initialBit(letters.charCodeAt(offset));
  }
  // what has no reading may be a digit or letter that stands for itself, or a mark that is passed over
  const roles = new Uint8Array(0x10000).fill(mayFollow);
  for (const unit of readable) {
    const bits = initials[unit] ?? 0;
    roles[unit] = ((bits & firstBit) === 0 ? 0 : mayBegin) | ((bits & secondBits) === 0 ? 0 : mayFollow);
  }
  return roles;
}

/** The steps of one syllable from one offset: the offsets after it, or that the letters end within it. */
function stepsOf(syllable: string, letters: string, offset: number): number[] | 'end' {
  if (syllable[0] !== letters[offset]) return [];
  const left = letters.length - offset;
  if (left <= syllable.length && syllable.startsWith(letters.slice(offset))) return 'end';
  const steps = [offset + 1];
  if (twoLetterInitial.test(syllable) && letters[offset + 1] === 'h') steps.push(offset + 2);
  if (letters.startsWith(syllable, offset)) steps.push(offset + syllable.length);
  return steps;
}

function shortSpelling({ syllables, from, list }: Readings, letters: string): Ending {
  const length = letters.length;
  const end = 1 << length;
  /** For each syllable and offset the offsets after it, as bits. */
  const steps = new Int32Array(syllables.length * length);
  for (const [index, syllable] of syllables.entries()) {
    for (let offset = 0; offset < length; offset += 1) {
      const next = stepsOf(syllable, letters, offset);
      steps[index * length + offset] = next === 'end' ? end : next.reduce((bits, after) => bits | (1 << after), 0);
    }
  }
  const lettersAt = Uint16Array.from({ length }, (_, offset) => letters.charCodeAt(offset));
  return (units, start) => {
    let reached = 1;
    for (let at = start; at < units.length; at += 1) {
      const unit = units[at] ?? 0;
      if (marks[unit] === 1) continue;
      let next = 0;
      const until = from[unit + 1] ?? 0;
      for (let bits = reached; bits !== 0; bits &= bits - 1) {
        const offset = 31 - Math.clz32(bits & -bits);
        if (lettersAt[offset] === unit) next |= 1 << (offset + 1);
        for (let reading = from[unit] ?? 0; reading < until; reading += 1) {
          next |= steps[(list[reading] ?? 0) * length + offset] ?? 0;
        }
      }
      if ((next & end) !== 0) return at + 1;
      if (next === 0) return 0;
      reached = next;
    }
    return 0;
  };
}

/** The same for more letters than a number has bits, which nobody types twice. */
function longSpelling({ syllables, from, list }: Readings, letters: string): Ending {
  const after = (unit: number, reached: ReadonlySet<number>): Set<number> | 'end' => {
    const next = new Set<number>();
    for (const offset of reached) {
      if (letters.charCodeAt(offset) === unit) next.add(offset + 1);
      for (let reading = from[unit] ?? 0; reading < (from[unit + 1] ?? 0); reading += 1) {
        const steps = stepsOf(syllables[list[reading] ?? 0] ?? '', letters, offset);
        if (steps === 'end') return 'end';
        for (const step of steps) next.add(step);
      }
    }
    return next.has(letters.length) ? 'end' : next;
  };
  return (units, start) => {
    let reached: ReadonlySet<number> = new Set([0]);
    for (let at = start; at < units.length && reached.size > 0; at += 1) {
      const unit = units[at] ?? 0;
      if (marks[unit] === 1) continue;
      const next = after(unit, reached);
      if (next === 'end') return at + 1;
      reached = next;
    }
    return 0;
  };
}

/** A digit is no beginning of a syllable. */
function initialBit(unit: number): number {
  return unit >= first && unit < first + 26 ? 1 << (unit - first) : 0;
}

function readTable(): Readings {
  const syllables = Object.keys(table);
  const readings = new Map<number, number[]>();
  for (const [index, characters] of Object.values(table).entries()) {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      const list = readings.get(unit);
      if (list) list.push(index);
      else readings.set(unit, [index]);
    }
  }
  const initials = new Int32Array(0x10000);
  const from = new Int32Array(0x10001);
  const list: number[] = [];
  for (let unit = 0; unit < 0x10000; unit += 1) {
    from[unit] = list.length;
    for (const index of readings.get(unit) ?? []) {
      list.push(index);
      initials[unit] = (initials[unit] ?? 0) | initialBit(syllables[index]?.charCodeAt(0) ?? 0);
    }
  }
  from[0x10000] = list.length;
  return { syllables, initials, from, list: Uint16Array.from(list), readable: [...readings.keys()] };
}
