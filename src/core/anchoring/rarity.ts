import type { Passage } from './passage.ts';
import type { PlanWords, Span } from './plan-words.ts';

/** How often the pairs and the triples of characters of a text stand in it, by hash. */
interface Frequencies {
  pairs: Int32Array;
  triples: Int32Array;
}

/** Bits below which what agrees is a set phrase that stands at many places. */
export const leastRarity = 25;

const fewestSlotBits = 16;
const mostSlotBits = 21;
/** Characters beside a place in which its surroundings are looked for: those of a passage, and what was inserted there. */
const reach = 40;
/** What is counted is an estimate: a triple that stands nowhere else may yet follow in one of so many cases. */
const unseenTriples = 0.5;
const unseenPairs = 2;

const frequenciesInPlans = new WeakMap<PlanWords, Frequencies>();

/**
 * How surprising it is, in bits, that what `passage` has in common with the place stands together in the text, each of its
 * parts on its own side: below 0 it would be expected by chance. Set phrases count for next to nothing, however long they are,
 * and words of which each is frequent count where they seldom follow each other.
 */
export function rarity(
  plan: PlanWords,
  { prefix, quote, suffix }: Pick<Passage, 'prefix' | 'quote' | 'suffix'>,
  { from, to }: Span,
): number {
  const { pairs, triples } = frequenciesOf(plan);
  const wanted = prefix + quote + suffix;
  const before = triplesIn(plan.text, from - reach, from + 2);
  const within = triplesIn(plan.text, from - 2, to + 2);
  const after = triplesIn(plan.text, to - 2, to + reach);
  let bits = -Math.log2(plan.text.length);
  let goesOn = false;
  for (let at = 0; at + 3 <= wanted.length; at += 1) {
    const middle = at + 1 - prefix.length;
    const there = middle < 0 ? before : middle < quote.length ? within : after;
    const isThere = there.has(wanted.slice(at, at + 3));
    if (isThere) {
      // the place itself is not counted
      const triple = (triples[slotOf(triples, wanted, at, 3)] ?? 0) - 1 + unseenTriples;
      const all = goesOn ? (pairs[slotOf(pairs, wanted, at, 2)] ?? 0) - 1 + unseenPairs : plan.text.length;
      bits += Math.max(0, Math.log2(all / triple));
    }
    goesOn = isThere;
  }
  return bits;
}

/** {@link rarity} of words without surroundings. */
export function rarityOfWords(plan: PlanWords, words: string, place: Span): number {
  return rarity(plan, { prefix: '', quote: words, suffix: '' }, place);
}

function triplesIn(text: string, from: number, to: number): Set<string> {
  const there = new Set<string>();
  const last = Math.min(text.length, to);
  for (let at = Math.max(0, from); at + 3 <= last; at += 1) there.add(text.slice(at, at + 3));
  return there;
}

function frequenciesOf(plan: PlanWords): Frequencies {
  let known = frequenciesInPlans.get(plan);
  if (known === undefined) {
    known = { pairs: countSequences(plan.text, 2), triples: countSequences(plan.text, 3) };
    frequenciesInPlans.set(plan, known);
  }
  return known;
}

/** The slots are so many that two sequences seldom share one; where they do, both count as more frequent than they are. */
function countSequences(text: string, length: number): Int32Array {
  const slotBits = Math.min(mostSlotBits, Math.max(fewestSlotBits, Math.ceil(Math.log2(text.length + 1)) + 2));
  const counts = new Int32Array(1 << slotBits);
  for (let at = 0; at + length <= text.length; at += 1) {
    const slot = slotOf(counts, text, at, length);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

function slotOf(counts: Int32Array, text: string, at: number, length: number): number {
  let mixed = 0;
  for (let offset = 0; offset < length; offset += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(at + offset), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed & (counts.length - 1);
}
