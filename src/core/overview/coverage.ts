import type { PlacedAnnotation } from '../anchoring/place-annotations.ts';
import type { LedgerRow } from '../ledger/ledger-rows.ts';
import { isMissing, type PlanDocument, type PlanSection } from '../plan/plan.ts';
import { isBranch, type SectionNode, sectionTree } from '../plan/section-tree.ts';
import { sectionDigests } from './section-digest.ts';
import { type TaskParts, taskPartOf } from './task-parts.ts';

/** What there is on something of the text. */
export interface Amounts {
  /** Annotations, tasks among them. */
  notes: number;
  tasks: number;
  /** Tasks whose last day is over. */
  overdue: number;
  /** The tasks by how they stand. */
  parts: TaskParts;
}

/** A section with what there is on its own text, without that on the sections below it. */
export interface CoverageCell extends Amounts {
  section: PlanSection;
  /** It says something of its own: it is no mere heading above others, and the source has it. */
  isClause: boolean;
  /** All of it was on the screen for as long as reading it takes. */
  isRead: boolean;
}

/** A chapter with the sections below it, or a run of sections without any chapter. */
export interface CoverageRow {
  head?: CoverageCell;
  cells: CoverageCell[];
}

/** The whole text as a map of chapters and sections. */
export interface Coverage {
  rows: CoverageRow[];
  /** What belongs to no section: it is lost, or on the title. */
  elsewhere: Amounts;
}

interface CoverageSources {
  /** Annotations without bookmarks. */
  notes: readonly PlacedAnnotation[];
  tasks: readonly LedgerRow[];
  /** Digests of the sections that were read. */
  read: ReadonlySet<string>;
}

const nothing: Amounts = { notes: 0, tasks: 0, overdue: 0, parts: {} };

/** True of what can be annotated for itself: everything in the source but mere headings above other sections. */
export function isClause(plan: PlanDocument, section: PlanSection): boolean {
  return section.bodyBlocks.length > 0 || !(isMissing(section) || isBranch(plan, section.id));
}

/** What there is on each section of the text, in its order; every annotation is counted once. */
export function coverageOf(plan: PlanDocument, { notes, tasks, read }: CoverageSources): Coverage {
  const amounts = new Map<string | undefined, Amounts>();
  const amountsOf = (section: string | undefined) => {
    const known = amounts.get(section) ?? { ...nothing, parts: {} };
    amounts.set(section, known);
    return known;
  };
  for (const { section } of notes) amountsOf(section).notes += 1;
  for (const row of tasks) {
    const own = amountsOf(row.place.section);
    const part = taskPartOf(row);
    own.tasks += 1;
    own.overdue += part === 'overdue' ? 1 : 0;
    own.parts[part] = (own.parts[part] ?? 0) + 1;
  }
  const digests = sectionDigests(plan);
  const cellOf = (section: PlanSection): CoverageCell => ({
    ...(amounts.get(section.id) ?? nothing),
    section,
    isClause: isClause(plan, section),
    isRead: read.has(digests.get(section.id) ?? ''),
  });
  return { rows: rowsOf(sectionTree(plan), cellOf), elsewhere: amounts.get(undefined) ?? nothing };
}

/** Chapters that have no sections and follow one another share a row. */
function rowsOf(chapters: readonly SectionNode[], cellOf: (section: PlanSection) => CoverageCell): CoverageRow[] {
  const rows: CoverageRow[] = [];
  for (const [index, { section, children }] of chapters.entries()) {
    const isAlone = children.length === 0;
    const last = rows.at(-1);
    if (!isAlone) rows.push({ head: cellOf(section), cells: children.flatMap(withAllBelow).map(cellOf) });
    else if (last !== undefined && last.head === undefined) last.cells.push(cellOf(section));
    else if (chapters[index + 1]?.children.length === 0) rows.push({ cells: [cellOf(section)] });
    else rows.push({ head: cellOf(section), cells: [] });
  }
  return rows;
}

function withAllBelow({ section, children }: SectionNode): PlanSection[] {
  return [section, ...children.flatMap(withAllBelow)];
}

/** All of a map in the order of the text. */
export function coverageCells({ rows }: Coverage): CoverageCell[] {
  return rows.flatMap(({ head, cells }) => (head === undefined ? cells : [head, ...cells]));
}
