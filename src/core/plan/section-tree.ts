import { isCutOff, isMissing, type PlanDocument, type PlanSection } from './plan.ts';

/** Sections as a tree, for the outline and for exports. */
export interface SectionNode {
  section: PlanSection;
  children: SectionNode[];
}

interface SectionIndex {
  byId: ReadonlyMap<string, PlanSection>;
  /** Places of the sections in reading order, from 1. */
  places: ReadonlyMap<string, number>;
  /** Ids of the sections that have children. */
  branches: ReadonlySet<string>;
}

const indexes = new WeakMap<PlanDocument, SectionIndex>();

function indexOf(plan: PlanDocument): SectionIndex {
  let index = indexes.get(plan);
  if (index === undefined) {
    index = {
      byId: new Map(plan.sections.map((section) => [section.id, section])),
      places: new Map(plan.sections.map(({ id }, index) => [id, index + 1])),
      branches: new Set(plan.sections.flatMap(({ parent }) => parent ?? [])),
    };
    indexes.set(plan, index);
  }
  return index;
}

export function sectionTree(plan: PlanDocument): SectionNode[] {
  const nodes = new Map<string, SectionNode>();
  const roots: SectionNode[] = [];
  for (const section of plan.sections) {
    const node: SectionNode = { section, children: [] };
    nodes.set(section.id, node);
    const siblings = section.parent === undefined ? roots : nodes.get(section.parent)?.children;
    (siblings ?? roots).push(node);
  }
  return roots;
}

/** The section with this id; `undefined` when there is none. */
export function sectionById(plan: PlanDocument, id: string): PlanSection | undefined {
  return indexOf(plan).byId.get(id);
}

/** A name of a section within its plan that is made of letters, digits and hyphens only, as ids of elements must be. */
export function sectionKey(plan: PlanDocument, id: string): string {
  return `section-${indexOf(plan).places.get(id)}`;
}

/** The sections from the chapter down to `id`, inclusive; empty when there is no such section. */
export function sectionPath(plan: PlanDocument, id: string): PlanSection[] {
  const { byId } = indexOf(plan);
  const path: PlanSection[] = [];
  for (
    let section = byId.get(id);
    section;
    section = section.parent === undefined ? undefined : byId.get(section.parent)
  ) {
    path.unshift(section);
  }
  return path;
}

/**
 * The ordinals from the chapter down to section `id`, without a 、 or point at the end; joined by `/` they are the path that
 * annotations keep.
 */
export function ordinalsTo(plan: PlanDocument, id: string): string[] {
  return sectionPath(plan, id).map(({ ordinal }) => ordinal.replace(/[、.．]$/u, ''));
}

/** Ids of the sections that others stand below, in reading order: what can be folded. */
export function branchIds(plan: PlanDocument): string[] {
  return plan.sections.map(({ id }) => id).filter((id) => isBranch(plan, id));
}

/** True when other sections stand below section `id`. */
export function isBranch(plan: PlanDocument, id: string): boolean {
  return indexOf(plan).branches.has(id);
}

/**
 * How the plan itself names a section: 二（三）; a chapter alone is 十. The 、 of a chapter's ordinal is not part of it. A
 * decimal ordinal (1.2) names its chapter already.
 */
export function sectionNumber(plan: PlanDocument, id: string): string {
  return joined(ordinalsTo(plan, id));
}

/** The same of a path as annotations keep it, 二/（三）: of a section that the plan may not have any more. */
export function numberOfPath(path: string): string {
  return joined(path.split('/'));
}

function joined(ordinals: readonly string[]): string {
  return ordinals.reduce((path, ordinal) => {
    if (/^\p{Nd}+[.．]\p{Nd}/u.test(ordinal)) return ordinal;
    // 附件1 and 2 are not 附件12
    return /\p{Nd}$/u.test(path) && /^\p{Nd}/u.test(ordinal) ? `${path} ${ordinal}` : path + ordinal;
  }, '');
}

/**
 * A section as a list names it: its ordinal with its heading; with the first words of a numbered paragraph that has no heading (第三条);
 * with `missing` where the source lacks the heading.
 */
export function sectionTitle(
  plan: PlanDocument,
  section: PlanSection,
  missing: { chapter: string; section: string },
): string {
  const { ordinal, heading, headingBlock, level } = section;
  if (headingBlock === undefined) return ordinal + (level === 1 ? missing.chapter : missing.section);
  return titleOf(ordinal, heading ?? firstWords(plan, section));
}

/** The same with the number by which the plan names the section, 二（三）深化体育教育改革, where a list has no chapters above it. */
export function numberedTitle(
  plan: PlanDocument,
  section: PlanSection,
  missing: { chapter: string; section: string },
): string {
  const number = sectionNumber(plan, section.id);
  const rest = sectionTitle(plan, section, missing).slice(section.ordinal.length).trimStart();
  return isMissing(section) ? number + rest : titleOf(number, rest);
}

/** Whether the source breaks off behind the heading of a section, so that nothing of it is there. */
export function isHeadingOnly(plan: PlanDocument, section: PlanSection): boolean {
  return isCutOff(plan) && !isMissing(section) && section.bodyBlocks.length === 0 && !isBranch(plan, section.id);
}

/** An ordinal with the words of its heading: 第一章 and 1.1 stand apart from them, 一、 and （一） do not. */
export function titleOf(ordinal: string, words: string): string {
  return /[\p{L}\p{N}]$/u.test(ordinal) && words !== '' ? `${ordinal} ${words}` : ordinal + words;
}

function firstWords(
  { blocks }: PlanDocument,
  { ordinal, headingBlock = -1, bodyBlocks: [first = -1] }: PlanSection,
): string {
  const beside = blocks[headingBlock]?.text.slice(ordinal.length).trimStart();
  return beside || (blocks[first]?.text ?? '');
}
