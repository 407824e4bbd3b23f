import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { type SectionNode, sectionTree } from '#core/plan/section-tree';

/** Sections by their index in the plan, from `from` up to but without `to`. */
export interface SectionRange {
  from: number;
  to: number;
}

/** A section of the page with those inside it, and which indices they take up. */
export interface PageNode extends SectionRange {
  section: PlanSection;
  children: PageNode[];
}

/** Up to so many blocks a text is shown at once; above, so many more at a time, so that the window answers meanwhile. */
const wholeUpTo = 400;
const step = 150;
/** So many blocks above a section may be in the window with it. */
const above = 60;

export function pageNodes(plan: PlanDocument): PageNode[] {
  let index = 0;
  const nodeOf = ({ section, children }: SectionNode): PageNode => {
    const from = index;
    index += 1;
    const inner = children.map(nodeOf);
    return { section, children: inner, from, to: index };
  };
  return sectionTree(plan).map(nodeOf);
}

export function isWhole(plan: PlanDocument, { from, to }: SectionRange): boolean {
  return from === 0 && to === plan.sections.length;
}

export function isLong(plan: PlanDocument): boolean {
  return plan.blocks.length > wholeUpTo;
}

/** What is shown first: all of a short text, of a long one what fills the window around section `id`. */
export function firstSections(plan: PlanDocument, id: string | undefined): SectionRange {
  const count = plan.sections.length;
  if (!isLong(plan)) return { from: 0, to: count };
  const at = Math.max(
    0,
    plan.sections.findIndex((section) => section.id === id),
  );
  return { from: backward(plan, at, above), to: forward(plan, at) };
}

/** The same with some more: first to the end of the text, then to its beginning. */
export function moreSections(plan: PlanDocument, { from, to }: SectionRange): SectionRange {
  if (to < plan.sections.length) return { from, to: forward(plan, to) };
  return { from: backward(plan, from, step), to };
}

function backward(plan: PlanDocument, from: number, least: number): number {
  let start = from;
  for (let blocks = 0; start > 0 && blocks < least; start -= 1) blocks += blocksOf(plan.sections[start - 1]);
  return start;
}

function forward(plan: PlanDocument, from: number): number {
  let end = from;
  for (let blocks = 0; end < plan.sections.length && blocks < step; end += 1) blocks += blocksOf(plan.sections[end]);
  return end;
}

function blocksOf(section: PlanSection | undefined): number {
  return 1 + (section?.bodyBlocks.length ?? 0);
}
