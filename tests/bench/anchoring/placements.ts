import { planFromText } from '#core/outline/plan-from-text';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { linesText, marksOf, markText } from './marked-text.ts';
import { createRandom, type Random } from './random.ts';
import type { Scenario } from './scenarios.ts';
import { writePlan } from './write-plan.ts';

/** What became of a selected passage: as it was; changed, but half of it is there; a rest of less than half; gone. */
export type Fate = 'intact' | 'altered' | 'remnant' | 'deleted';

export interface Placement {
  range: TextRange;
  fate: Fate;
  /**
   * Where the passage stands in the second edition; none when it is gone. There are two answers where text was inserted into
   * it: all of it with what was inserted, and its largest part.
   */
  truths: TextRange[];
  /** Every part that is left: a place that meets none of them is wrong. */
  parts: TextRange[];
}

export interface Trial {
  before: PlanDocument;
  after: PlanDocument;
  placements: Placement[];
}

/** Two editions and `count` selections of the first, with what became of each. */
export function createTrial(excerpt: string, scenario: Scenario, seed: number, count: number, length = 31_000): Trial {
  const random = createRandom(seed * 1000 + scenario.name.length * 7 + scenario.edits.length);
  const size = length === 31_000 ? random.between(28_000, 35_000) : length;
  const source = scenario.from === 'excerpt' ? excerpt : writePlan(excerpt, size, random);
  const lines = markText(source);
  const edited = scenario.edits.reduce((current, edit) => edit(current, random), lines);
  const before = planFromText('bench', source);
  const after = planFromText('bench', linesText(edited));
  const marksBefore = marksOf(lines, canonicalText(before));
  const marksAfter = marksOf(edited, canonicalText(after));
  const places = new Map<number, number>();
  const twins = new Map<number, number>();
  marksAfter.forEach(({ mark, twin }, place) => {
    if (mark !== undefined) places.set(mark, place);
    if (twin !== undefined) twins.set(twin, place);
  });
  const texts = { before: [...canonicalText(before)], after: [...canonicalText(after)] };
  const ranges = select(before, texts.before, count, random);
  const placements = ranges.map((range) => judgeFate(range, texts, marksBefore, { places, twins }));
  return { before, after, placements };
}

/** A quarter are phrases that stand at least three times in the text, a tenth are in headings, the rest anywhere. */
function select(plan: PlanDocument, characters: readonly string[], count: number, random: Random): TextRange[] {
  const headings = headingRanges(plan);
  const ranges: TextRange[] = [];
  while (ranges.length < count) {
    const dice = random.share();
    const range =
      dice < 0.25
        ? frequentPhrase(characters, random)
        : dice < 0.35
          ? within(random.pick(headings), random)
          : anywhere(characters, random);
    const words = characters.slice(range.start, range.end).join('');
    if (/[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(words)) ranges.push(range);
  }
  return ranges;
}

function headingRanges({ blocks }: PlanDocument): TextRange[] {
  let start = 0;
  return blocks.flatMap(({ kind, text }) => {
    const range = { start, end: start + [...text].length };
    start = range.end + 1;
    return kind === 'heading' && range.end - range.start > 5 ? [range] : [];
  });
}

function within({ start, end }: TextRange, random: Random): TextRange {
  if (random.chance(0.5)) return { start, end };
  const from = random.between(start, end - 3);
  return { start: from, end: random.between(from + 2, end) };
}

function anywhere(characters: readonly string[], random: Random): TextRange {
  const start = random.between(0, characters.length - 3);
  return { start, end: Math.min(characters.length, start + random.between(2, 60)) };
}

function frequentPhrase(characters: readonly string[], random: Random): TextRange {
  const text = characters.join('');
  for (;;) {
    const start = random.between(0, characters.length - 8);
    const end = start + random.between(2, 6);
    const phrase = characters.slice(start, end).join('');
    if (/^[\p{L}\p{N}]+$/u.test(phrase) && text.split(phrase).length > 3) return { start, end };
  }
}

function judgeFate(
  range: TextRange,
  texts: { before: string[]; after: string[] },
  marks: readonly { mark?: number }[],
  { places, twins }: { places: ReadonlyMap<number, number>; twins: ReadonlyMap<number, number> },
): Placement {
  const wanted = marks.slice(range.start, range.end).flatMap(({ mark }) => mark ?? []);
  const left = wanted.flatMap((mark) => places.get(mark) ?? []);
  const read = wanted.flatMap((mark) => places.get(mark) ?? twins.get(mark) ?? []);
  // words in common with what stands there now are the passage when they are all of it, but for a typing error
  const found = read.length >= wanted.length * 0.8 ? read : left;
  const parts = partsOf(found, nearby);
  const [piece] = parts;
  if (piece === undefined) return { range, fate: 'deleted', truths: [], parts: [] };
  const truths = [boundsOf(piece)];
  const whole = partsOf(found, insertedInside)[0];
  const isInOrder = whole?.every((place, index) => index === 0 || place > (whole[index - 1] ?? 0) - swapped);
  if (whole && isInOrder && whole.length > piece.length) truths.unshift(boundsOf(whole));
  const [truth = { start: 0, end: 0 }] = truths;
  const is = texts.after.slice(truth.start, truth.end).join('').replace(/\s/gu, '');
  const was = texts.before.slice(range.start, range.end).join('').replace(/\s/gu, '');
  const fate = is === was ? 'intact' : piece.length >= wanted.length / 2 ? 'altered' : 'remnant';
  return { range, fate, truths, parts: parts.map(boundsOf) };
}

/** Characters that may stand between two of a passage without parting it: a typing error, a page number. */
const nearby = 20;
/** By how much a character that changed places with its neighbour, and a line break, come before their predecessor. */
const swapped = 4;
/** The longest text that may have been inserted into a passage that is still looked at as one. */
const insertedInside = 1000;

/** The runs of `places` in which none is farther than `reach` from the one before, longest first. */
function partsOf(places: readonly number[], reach: number): number[][] {
  const parts: number[][] = [];
  for (const place of places) {
    const last = parts.at(-1);
    if (last !== undefined && Math.abs(place - (last.at(-1) ?? 0)) < reach) last.push(place);
    else parts.push([place]);
  }
  return parts.sort((left, right) => right.length - left.length);
}

function boundsOf(places: readonly number[]): TextRange {
  return { start: Math.min(...places), end: Math.max(...places) + 1 };
}
