import { type PlacedAnnotation, placeAnnotations } from '../anchoring/place-annotations.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { isBookmark } from '../annotation/bookmark.ts';
import { isTask, newTask } from '../annotation/task.ts';
import { type DeadlineRule, deadlineOf } from '../ledger/deadline.ts';
import { type LedgerOrder, sortTasks } from '../ledger/ledger-rows.ts';
import { blockRanges } from '../plan/canonical-text.ts';
import { isMissing, type PlanDocument } from '../plan/plan.ts';
import {
  numberOfPath,
  ordinalsTo,
  type SectionNode,
  sectionById,
  sectionKey,
  sectionNumber,
  sectionPath,
  sectionTree,
} from '../plan/section-tree.ts';
import { missingParts } from './missing-parts.ts';
import { quoteLines } from './quote-lines.ts';
import type { Report, ReportEntry, ReportSection } from './report.ts';

export interface ReportOptions {
  /** Id of the chapter to report on; absent for the whole document. */
  section?: string;
  /** Ids of the annotations to report on; absent for all. */
  annotations?: readonly string[];
  /** Also list highlights that carry no note; tasks are always listed. */
  includeHighlights: boolean;
  /** Report on nothing but tasks. */
  tasksOnly?: boolean;
  /** What tasks are numbered by; absent: the order of the text. Those whose clause is lost come last. */
  order?: LedgerOrder;
}

export interface ReportInput {
  plan: PlanDocument;
  annotations: readonly Annotation[];
  /** How many note files could not be read. */
  unreadable: number;
  options: ReportOptions;
  /** When a task is near its end. */
  rule: DeadlineRule;
  /** ISO 8601 with the local offset. */
  now: string;
}

/** The one content of every export: each annotation is listed exactly once or counted as left out. */
export function buildReport({ plan, annotations, unreadable, options, rule, now }: ReportInput): Report {
  // A bookmark only marks a place: there is nothing in it to report.
  const placed = placeAnnotations(
    plan,
    annotations.filter((annotation) => (options.tasksOnly ? isTask(annotation) : !isBookmark(annotation))),
  );
  const wanted = options.annotations === undefined ? undefined : new Set(options.annotations);
  const asked = wanted === undefined ? placed : placed.filter(({ annotation }) => wanted.has(annotation.id));
  const here = options.section === undefined ? asked : asked.filter((one) => isIn(plan, one, options.section ?? ''));
  const chosen = options.includeHighlights
    ? here
    : here.filter(({ annotation }) => annotation.body.trim() !== '' || isTask(annotation));
  const toEntry = entryMaker(plan, { rule, today: now.slice(0, 10) });
  const entries = inOrder(chosen, options.order).map((one, index) => ({
    section: one.section,
    entry: toEntry(one, index + 1),
  }));
  const located = entries.filter(({ entry }) => entry.state !== 'orphaned');
  const orphans = entries.filter(({ entry }) => entry.state === 'orphaned').map(({ entry }) => entry);
  const bySection = groupBySection(located);
  const chapters = sectionTree(plan).flatMap((node) => reportSection(plan, node, bySection));
  return {
    document: { id: plan.id, title: plan.title },
    created: now,
    ...(options.section === undefined ? {} : { scope: scopeOf(plan, options.section) }),
    counts: {
      ...countsOf(entries.map(({ entry }) => entry)),
      leftOut: { highlights: here.length - chosen.length, elsewhere: placed.length - here.length, unreadable },
    },
    front: bySection.get(undefined) ?? [],
    chapters,
    orphans,
    missing: missingParts(plan, sectionIds(plan, [...bySection.keys()])),
  };
}

function inOrder(placed: readonly PlacedAnnotation[], order: LedgerOrder | undefined): readonly PlacedAnnotation[] {
  if (order === undefined) return placed;
  const positions = new Map(placed.map((one, index) => [one, index]));
  const isLost = ({ anchoring }: PlacedAnnotation) => anchoring.range === undefined;
  const sorted = sortTasks(placed, order, (one) => ({
    task: one.annotation.task ?? newTask,
    quote: one.annotation.target.exact,
    position: positions.get(one) ?? 0,
  }));
  return [...sorted.filter((one) => !isLost(one)), ...sorted.filter(isLost)];
}

/** How many there are of each kind. */
export function countsOf(entries: readonly ReportEntry[]): Omit<Report['counts'], 'leftOut'> {
  const count = (isCounted: (entry: ReportEntry) => boolean) => entries.filter(isCounted).length;
  return {
    entries: entries.length,
    notes: count(({ note }) => note.trim() !== ''),
    review: count(({ state }) => state === 'review'),
    orphans: count(({ state }) => state === 'orphaned'),
    tasks: count(({ task }) => task !== undefined),
    done: count(({ task }) => task?.fields.status === 'done'),
    overdue: count(({ task }) => task?.deadline.level === 'overdue'),
  };
}

/** An orphan belongs to the chapter where it was last known to be: its number is all there is to go by. */
function isIn(plan: PlanDocument, { section, annotation, anchoring }: PlacedAnnotation, wanted: string): boolean {
  if (anchoring.range !== undefined) {
    return section !== undefined && sectionPath(plan, section).some(({ id }) => id === wanted);
  }
  const path = ordinalsTo(plan, wanted);
  const lastKnown = annotation.target.sectionPath.split('/');
  return path.length > 0 && path.every((ordinal, index) => lastKnown[index] === ordinal);
}

function entryMaker(
  plan: PlanDocument,
  { rule, today }: { rule: DeadlineRule; today: string },
): (placed: PlacedAnnotation, number: number) => ReportEntry {
  const ranges = blockRanges(plan);
  return ({ annotation, anchoring, block, section }, number) => {
    const { target } = annotation;
    return {
      annotation: annotation.id,
      number,
      state: anchoring.range === undefined ? 'orphaned' : anchoring.state,
      ...(anchoring.reason === undefined ? {} : { reason: anchoring.reason }),
      ...clauseOf(plan, annotation, section),
      label: annotation.label,
      tags: annotation.tags,
      quote: quoteLines(plan, ranges, target.exact, anchoring.range, block),
      note: annotation.body,
      created: annotation.created,
      modified: annotation.modified,
      ...(anchoring.range === undefined
        ? { lastKnownPlace: { path: target.sectionPath, heading: target.sectionHeading } }
        : {}),
      ...(isTask(annotation) && {
        task: {
          fields: annotation.task,
          deadline: deadlineOf(annotation.task, { rule, since: annotation.created.slice(0, 10), today }),
        },
      }),
    };
  };
}

function clauseOf(
  plan: PlanDocument,
  { target }: Annotation,
  section: string | undefined,
): Pick<ReportEntry, 'clause' | 'heading'> {
  if (section === undefined) return { clause: numberOfPath(target.sectionPath), heading: target.sectionHeading };
  const heading = sectionById(plan, section)?.heading ?? '';
  return { clause: sectionNumber(plan, section), heading };
}

function groupBySection(located: readonly { section: string | undefined; entry: ReportEntry }[]) {
  const groups = new Map<string | undefined, ReportEntry[]>();
  for (const { section, entry } of located) {
    const group = groups.get(section);
    if (group) group.push(entry);
    else groups.set(section, [entry]);
  }
  return groups;
}

/** The section with its subsections, as far as they have entries; nothing when none has. */
function reportSection(
  plan: PlanDocument,
  { section, children }: SectionNode,
  bySection: ReadonlyMap<string | undefined, ReportEntry[]>,
): ReportSection[] {
  const entries = bySection.get(section.id) ?? [];
  const sections = children.flatMap((child) => reportSection(plan, child, bySection));
  if (entries.length === 0 && sections.length === 0) return [];
  const { ordinal, level, heading, inferred } = section;
  return [
    {
      key: sectionKey(plan, section.id),
      number: sectionNumber(plan, section.id),
      ordinal,
      level,
      // A numbered paragraph without a heading lacks none.
      ...(isMissing(section) ? {} : { heading: heading ?? '' }),
      ...(inferred === undefined ? {} : { inferred }),
      entries,
      sections,
    },
  ];
}

function scopeOf(plan: PlanDocument, id: string): NonNullable<Report['scope']> {
  const heading = sectionById(plan, id)?.heading;
  return { number: sectionNumber(plan, id), ...(heading === undefined ? {} : { heading }) };
}

function sectionIds(plan: PlanDocument, annotated: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(
    annotated.flatMap((id) => (id === undefined ? [] : sectionPath(plan, id).map((section) => section.id))),
  );
}
