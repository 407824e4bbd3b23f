/** A stretch of a text that agrees with a stretch of a pattern, `[from, to)` of the text and `[first, last)` of the pattern. */
export interface Alignment {
  from: number;
  to: number;
  first: number;
  last: number;
  /** One point for each equal character, one off for each other, missing or inserted one. */
  score: number;
  /** For each character of the pattern the character of the text that stands for it, -1 for none. */
  partners: Int32Array;
}

const begin = 0;
const diagonal = 1;
const patternOnly = 2;
const textOnly = 3;

/** Room for a comparison, used again by the next one: one is needed thousands of times a second. */
let room = { steps: new Uint8Array(0), row: new Int32Array(0), characters: new Uint16Array(0) };

/**
 * The best local alignment of `pattern` with `text`; undefined when they have no character in common. Only partners are
 * compared whose distance differs by at most `band` from `offset`, where the pattern is expected to begin in the text.
 */
export function align(
  pattern: string,
  text: string,
  offset = 0,
  band = Number.POSITIVE_INFINITY,
): Alignment | undefined {
  const width = text.length + 1;
  const { steps, row, characters } = roomFor(pattern.length + 1, width);
  for (let column = 1; column < width; column += 1) characters[column] = text.charCodeAt(column - 1);
  let score = 0;
  let place = 0;
  for (let at = 1; at <= pattern.length; at += 1) {
    const character = pattern.charCodeAt(at - 1);
    const base = at * width;
    steps[base] = begin;
    const first = Math.max(1, at + offset - band);
    const last = Math.min(width - 1, at + offset + band);
    let above = row[first - 1] ?? 0;
    let left = 0;
    for (let column = first; column <= last; column += 1) {
      const up = row[column] ?? 0;
      let value = above + (characters[column] === character ? 1 : -1);
      let step = diagonal;
      if (up - 1 > value) {
        value = up - 1;
        step = patternOnly;
      }
      if (left - 1 > value) {
        value = left - 1;
        step = textOnly;
      }
      if (value <= 0) {
        value = 0;
        step = begin;
      }
      above = up;
      left = value;
      row[column] = value;
      steps[base + column] = step;
      if (value > score) {
        score = value;
        place = base + column;
      }
    }
  }
  return score === 0 ? undefined : trace(steps, width, place, score, pattern.length);
}

function roomFor(height: number, width: number): typeof room {
  if (room.row.length < width || room.steps.length < height * width) {
    room = {
      steps: new Uint8Array(2 * height * width),
      row: new Int32Array(2 * width),
      characters: new Uint16Array(2 * width),
    };
  }
  room.row.fill(0, 0, width);
  room.steps.fill(begin, 0, width);
  return room;
}

function trace(steps: Uint8Array, width: number, end: number, score: number, length: number): Alignment {
  const partners = new Int32Array(length).fill(-1);
  let place = end;
  for (let step = steps[place]; step !== begin; step = steps[place]) {
    if (step === diagonal) partners[Math.floor(place / width) - 1] = (place % width) - 1;
    place -= step === diagonal ? width + 1 : step === patternOnly ? width : 1;
  }
  return {
    from: place % width,
    to: end % width,
    first: Math.floor(place / width),
    last: Math.floor(end / width),
    score,
    partners,
  };
}
