/**
 * A text as an array of UTF-16 units, and for each unit that is in it where it stands. A word is looked for where its rarest
 * character is, so that most searches look at a few thousand places of a text of millions. Flat arrays, made in two passes.
 */
export interface UnitIndex {
  units: Uint16Array;
  /** The places of each unit that is there, in order. */
  places: ReadonlyMap<number, Int32Array>;
}

/** Shared by all that are built: for each unit how often it is there, then where its next place is written. */
const next = new Int32Array(0x10000);

export function indexUnits(text: string): UnitIndex {
  const units = new Uint16Array(text.length);
  next.fill(0);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[at] = unit;
    next[unit] = (next[unit] ?? 0) + 1;
  }
  const places = new Int32Array(units.length);
  const lists = new Map<number, Int32Array>();
  let from = 0;
  for (let unit = 0; unit < next.length; unit += 1) {
    const count = next[unit] ?? 0;
    if (count === 0) continue;
    lists.set(unit, places.subarray(from, from + count));
    next[unit] = from;
    from += count;
  }
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    const place = next[unit] ?? 0;
    places[place] = at;
    next[unit] = place + 1;
  }
  return { units, places: lists };
}
