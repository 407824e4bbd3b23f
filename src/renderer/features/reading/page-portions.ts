import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { type SectionNode, sectionTree } from '#core/plan/section-tree';

/** What comes into the page at once: a section with its heading and its first blocks, or some more of its blocks. */
export interface Portion {
  /** Index of the section; -1 for what precedes the first one. */
  section: number;
  /** Indices of the blocks, the heading not counted. */
  blocks: readonly number[];
}

/** Portions by their index, from `from` up to but without `to`. */
export interface PortionRange {
  from: number;
  to: number;
}

/** A section of the page with those inside it, and which portions they take up. */
export interface PageNode extends PortionRange {
  section: PlanSection;
  children: PageNode[];
  /** Where its own portions end and those of the sections inside it begin. */
  ownTo: number;
}

/** Up to so many blocks a text is shown at once; above, so many more at a time, so that the window answers meanwhile. */
const wholeUpTo = 400;
const step = 150;
/** So many blocks above a place, or below it, may be in the window with it. */
const around = 60;
/** A section with more blocks than that comes in parts. */
const longest = 75;

const portionsOfPlans = new WeakMap<PlanDocument, readonly Portion[]>();

/** The text in reading order; what precedes the first section is one portion at least. */
export function portionsOf(plan: PlanDocument): readonly Portion[] {
  let portions = portionsOfPlans.get(plan);
  if (portions === undefined) {
    const lead = plan.blocks.flatMap(({ section }, index) => (section === undefined ? [index] : []));
    portions = [
      ...cut(plan, lead).map((blocks) => ({ section: -1, blocks })),
      ...plan.sections.flatMap(({ bodyBlocks }, section) =>
        cut(plan, bodyBlocks).map((blocks) => ({ section, blocks })),
      ),
    ];
    portionsOfPlans.set(plan, portions);
  }
  return portions;
}

/** How many portions precede the first section. */
export function leadPortions(plan: PlanDocument): number {
  const portions = portionsOf(plan);
  const first = portions.findIndex(({ section }) => section >= 0);
  return first < 0 ? portions.length : first;
}

export function pageNodes(plan: PlanDocument): PageNode[] {
  const portions = portionsOf(plan);
  let index = 0;
  let next = leadPortions(plan);
  const nodeOf = ({ section, children }: SectionNode): PageNode => {
    const from = next;
    while (portions[next]?.section === index) next += 1;
    index += 1;
    const ownTo = next;
    const inner = children.map(nodeOf);
    return { section, children: inner, from, ownTo, to: next };
  };
  return sectionTree(plan).map(nodeOf);
}

export function isWhole(plan: PlanDocument, { from, to }: PortionRange): boolean {
  return from === 0 && to === portionsOf(plan).length;
}

export function isLong(plan: PlanDocument): boolean {
  return plan.blocks.length > wholeUpTo;
}

/** Index of the portion that holds a block, or else the heading of a section; undefined where there is neither. */
export function portionAt(
  plan: PlanDocument,
  { section: id, block }: { section?: string | undefined; block?: number | undefined },
): number | undefined {
  const portions = portionsOf(plan);
  const own = block === undefined ? -1 : portions.findIndex(({ blocks }) => blocks.includes(block));
  if (own >= 0) return own;
  const index = plan.sections.findIndex((section) => section.id === id);
  return index < 0 ? undefined : portions.findIndex(({ section }) => section === index);
}

/** What is shown first: all of a short text, of a long one what fills the window around a portion. */
export function firstPortions(plan: PlanDocument, at: number): PortionRange {
  if (!isLong(plan)) return { from: 0, to: portionsOf(plan).length };
  return { from: backward(plan, at, around), to: forward(plan, at, around) };
}

/** The same with some more: first to the end of the text, then to its beginning. */
export function morePortions(plan: PlanDocument, { from, to }: PortionRange): PortionRange {
  if (to < portionsOf(plan).length) return { from, to: forward(plan, to, step) };
  return { from: backward(plan, from, step), to };
}

function backward(plan: PlanDocument, from: number, least: number): number {
  const portions = portionsOf(plan);
  let start = from;
  for (let blocks = 0; start > 0 && blocks < least; start -= 1) blocks += blocksOf(portions[start - 1]);
  return start;
}

function forward(plan: PlanDocument, from: number, least: number): number {
  const portions = portionsOf(plan);
  let end = from;
  for (let blocks = 0; end < portions.length && blocks < least; end += 1) blocks += blocksOf(portions[end]);
  return end;
}

function blocksOf(portion: Portion | undefined): number {
  return 1 + (portion?.blocks.length ?? 0);
}

/** A short text stays whole, and rows of a table stay together as long as the table is not a text by itself. */
function cut(plan: PlanDocument, blocks: readonly number[]): number[][] {
  if (!isLong(plan) || blocks.length <= longest) return [[...blocks]];
  const cuts: number[][] = [];
  let start = 0;
  for (const [at, block] of blocks.entries()) {
    const length = at - start;
    const isWithin = plan.blocks[block]?.kind !== 'paragraph' && length < 2 * longest;
    if (length < longest || isWithin) continue;
    cuts.push(blocks.slice(start, at));
    start = at;
  }
  return [...cuts, blocks.slice(start)];
}
