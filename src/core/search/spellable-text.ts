import { mark, marksBit, readings } from './readings.ts';
import type { UnitIndex } from './unit-index.ts';

/**
 * A long text made ready for being spelled: its places by the initials of the three characters that begin there. What is spelled
 * is looked for at some thousand places of a text of millions.
 */
export interface SpellableText {
  units: Uint16Array;
  /** For each group of characters the bits of their initials; the first is of what is not spelled, the second of marks. */
  groups: readonly number[];
  /** The places of key `n` are those from `starts[n]` to before `starts[n + 1]`, in reading order. */
  places: Int32Array;
  starts: Int32Array;
}

/** The group of the marks that are passed over; what is after the end of the text is in it too. */
export const markGroup = 1;
const mostGroups = 32;

/** The key of places that begin with characters of these groups. */
export function initialsKey(first: number, second: number, third: number): number {
  return (first * mostGroups + second) * mostGroups + third;
}

export function spellableText({ units, places: placesOf }: UnitIndex): SpellableText {
  const { groupOf, groups } = grouped(placesOf);
  const { length } = units;
  const starts = new Int32Array(mostGroups ** 3 + 1);
  const groupAt = (at: number) => (at < length ? (groupOf[units[at] ?? 0] ?? 0) : markGroup);
  const eachKey = (found: (key: number, at: number) => void) => {
    let first = groupAt(0);
    let second = groupAt(1);
    for (let at = 0; at < length; at += 1) {
      const third = groupAt(at + 2);
      found(initialsKey(first, second, third), at);
      first = second;
      second = third;
    }
  };
  eachKey((key) => {
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  });
  for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const next = starts.slice();
  const places = new Int32Array(length);
  eachKey((key, at) => {
    const place = next[key] ?? 0;
    places[place] = at;
    next[key] = place + 1;
  });
  return { units, groups, places, starts };
}

/** Characters with the same initials are one group; those of the rarest initials share the last one. */
function grouped(placesOf: ReadonlyMap<number, Int32Array>): { groupOf: Uint8Array; groups: number[] } {
  const { classOf, initials } = readings();
  const initialsOf = (unit: number) => (classOf[unit] === mark ? marksBit : (initials[classOf[unit] ?? 0] ?? 0));
  const counts = new Map<number, number>();
  for (const [unit, { length }] of placesOf) counts.set(initialsOf(unit), (counts.get(initialsOf(unit)) ?? 0) + length);
  const groups = [0, marksBit];
  const numbers = new Map(groups.map((bits, group) => [bits, group]));
  for (const [bits] of [...counts].sort(([, left], [, right]) => right - left)) {
    if (numbers.has(bits)) continue;
    const group = Math.min(groups.length, mostGroups - 1);
    numbers.set(bits, group);
    groups[group] = (groups[group] ?? 0) | bits;
  }
  const groupOf = new Uint8Array(0x10000);
  for (const unit of placesOf.keys()) groupOf[unit] = numbers.get(initialsOf(unit)) ?? 0;
  return { groupOf, groups };
}
