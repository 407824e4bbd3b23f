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

/** What is shown first: all of a short text, of a long one what fills the window from section `id` on. */
export function firstSections(plan: PlanDocument, id: string | undefined): SectionRange {
  const count = plan.sections.length;
  if (!isLong(plan)) return { from: 0, to: count };
  const from = Math.max(
    0,
    plan.sections.findIndex((section) => section.id === id),
  );
  return { from, to: forward(plan, from) };
}

/** The same with some more: first to the end of the text, then to its beginning. */
export function moreSections(plan: PlanDocument, { from, to }: SectionRange): SectionRange {
  if (to < plan.sections.length) return { from, to: forward(plan, to) };
  let start = from;
  for (let blocks = 0; start > 0 && blocks < step; start -= 1) blocks += blocksOf(plan.sections[start - 1]);
  return { from: start, to };
}

function forward(plan: PlanDocument, from: number): number {
  let end = from;
  for (let blocks = 0; end < plan.sections.length && blocks < step; end += 1) blocks += blocksOf(plan.sections[end]);
  return end;
}

function blocksOf(section: PlanSection | undefined): number {
  return 1 + (section?.bodyBlocks.length ?? 0);
}
