import { initialBit, mark, marksBit, type Readings, readings, unreadable } from './readings.ts';
import { Spans } from './spans.ts';
import { initialsKey, markGroup, type SpellableText } from './spellable-text.ts';

/**
 * Finds what a run of letters spells, whatever quotes and brackets stand in between: spans that do not overlap, each of which
 * begins with a character that has a reading. The ways to cut the letters into syllables are followed all at once: the set of
 * offsets reached so far is a state, and what a character leads to from there is worked out once for all characters that are read
 * alike. So a character costs one look into a table however many ways there are.
 */
export interface Spelling {
  /** Every span of a long text. */
  inText: (text: SpellableText) => Spans;
  /** The first `most` spans of a short one. */
  inUnits: (units: Uint16Array, most: number) => Spans;
}

const twoLetterInitial = /^[zcs]h/;
const none: readonly string[] = [];

/** For small letters and digits, at least one. */
export function spellingOf(letters: string): Spelling {
  const known = readings();
  const { classOf } = known;
  const states = new States(known, letters);
  const endFrom = (units: Uint16Array, from: number): number => {
    let state = begun;
    for (let at = from; at < units.length; at += 1) {
      state = states.next(state, classOf[units[at] ?? 0] ?? unreadable);
      if (state === dead) return 0;
      if (state === spelled) return at + 1;
    }
    return 0;
  };
  return {
    inText: ({ units, groups, places, starts }) => {
      const found = new Bits(units.length);
      for (const key of keysOf(groups, known.everySyllable, letters)) {
        const until = starts[key + 1] ?? 0;
        for (let each = starts[key] ?? 0; each < until; each += 1) {
          const at = places[each] ?? 0;
          if (endFrom(units, at) > 0) found.set(at);
        }
      }
      const spans = new Spans();
      let last = 0;
      found.each((at) => {
        if (at < last) return;
        last = endFrom(units, at);
        spans.add(at, last);
      });
      return spans;
    },
    inUnits: (units, most) => {
      const spans = new Spans();
      for (let at = 0; at < units.length && spans.length < 2 * most; at += 1) {
        const end = endFrom(units, at);
        if (end === 0) continue;
        spans.add(at, end);
        at = end - 1;
      }
      return spans;
    },
  };
}

/** After the last letter anything may come. */
const anyBits = -1;

/** The keys of all places where `letters` may be spelled. */
function keysOf(groups: readonly number[], everySyllable: readonly string[], letters: string): number[] {
  const after = (offsets: ReadonlySet<number>): Set<number> => {
    const reached = new Set<number>();
    for (const offset of offsets) {
      // a letter or digit that stands for itself
      reached.add(offset + 1);
      for (const syllable of everySyllable) {
        const steps = stepsOf(syllable, letters, offset);
        for (const step of steps === 'end' ? [letters.length] : steps) reached.add(step);
      }
    }
    return reached;
  };
  const bitsAt = (offsets: ReadonlySet<number>) =>
    offsets.has(letters.length)
      ? anyBits
      : [...offsets].reduce((sum, offset) => sum | initialBit(letters[offset]), marksBit);
  const fitting = (bits: number) =>
    Array.from(groups.keys()).filter((group) => bits === anyBits || ((groups[group] ?? 0) & bits) !== 0);
  const reached = after(new Set([0]));
  const second = bitsAt(reached);
  const third = fitting(second === anyBits ? anyBits : bitsAt(after(reached)));
  const any = fitting(anyBits);
  return fitting(initialBit(letters[0])).flatMap((one) =>
    fitting(second).flatMap((two) => (two === markGroup ? any : third).map((three) => initialsKey(one, two, three))),
  );
}

/** No way leads on from here. */
const dead = 0;
/** All letters are used up. */
const spelled = 1;
/** Nothing was read yet. */
const begun = 2;
const notKnown = -1;

/** Sets of offsets in the letters, by numbers; which one follows is worked out when it is first asked for. */
class States {
  readonly #readings: Readings;
  readonly #letters: string;
  readonly #offsets: (readonly number[])[] = [[], [], [0]];
  /** For each state the bits of the letters that come next. */
  readonly #initials: number[];
  readonly #numbers = new Map<string, number>();
  readonly #width: number;
  /** For each state and class the next state. */
  #table: Int16Array;

  constructor(readings: Readings, letters: string) {
    this.#readings = readings;
    this.#letters = letters;
    this.#initials = [0, 0, initialBit(letters[0])];
    this.#width = readings.syllables.length;
    this.#table = new Int16Array(8 * this.#width).fill(notKnown);
  }

  next(state: number, ofClass: number): number {
    const next = this.#table[state * this.#width + ofClass] ?? dead;
    return next === notKnown ? this.#learn(state, ofClass) : next;
  }

  #learn(state: number, ofClass: number): number {
    const next = ofClass === mark && state !== begun ? state : this.#follow(state, ofClass);
    this.#table[state * this.#width + ofClass] = next;
    return next;
  }

  #follow(state: number, ofClass: number): number {
    if (((this.#initials[state] ?? 0) & (this.#readings.initials[ofClass] ?? 0)) === 0) return dead;
    const letters = this.#letters;
    const character = state === begun ? undefined : this.#readings.character.get(ofClass);
    const syllables = this.#readings.syllables[ofClass] ?? none;
    const reached = new Set<number>();
    for (const offset of this.#offsets[state] ?? []) {
      if (letters[offset] === character) reached.add(offset + 1);
      for (const syllable of syllables) {
        const steps = stepsOf(syllable, letters, offset);
        if (steps === 'end') return spelled;
        for (const step of steps) reached.add(step);
      }
    }
    if (reached.has(letters.length)) return spelled;
    return reached.size === 0 ? dead : this.#numberOf([...reached].sort((left, right) => left - right));
  }

  #numberOf(offsets: readonly number[]): number {
    const name = offsets.join(' ');
    const before = this.#numbers.get(name);
    if (before !== undefined) return before;
    const number = this.#offsets.push(offsets) - 1;
    this.#numbers.set(name, number);
    this.#initials.push(offsets.reduce((bits, offset) => bits | initialBit(this.#letters[offset]), 0));
    if ((number + 1) * this.#width > this.#table.length) {
      const larger = new Int16Array(2 * this.#table.length).fill(notKnown);
      larger.set(this.#table);
      this.#table = larger;
    }
    return number;
  }
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

/** A set of places in a text, from which they come in reading order. */
class Bits {
  readonly #words: Int32Array;

  constructor(size: number) {
    this.#words = new Int32Array((size >> 5) + 1);
  }

  set(at: number): void {
    this.#words[at >> 5] = (this.#words[at >> 5] ?? 0) | (1 << (at & 31));
  }

  each(found: (at: number) => void): void {
    const words = this.#words;
    for (let word = 0; word < words.length; word += 1) {
      for (let bits = words[word] ?? 0; bits !== 0; bits &= bits - 1) found(32 * word + 31 - Math.clz32(bits & -bits));
    }
  }
}
