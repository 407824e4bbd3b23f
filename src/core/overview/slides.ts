import type { PlacedAnnotation } from '../anchoring/place-annotations.ts';
import { taskStatusIds } from '../annotation/task-status.ts';
import type { LedgerRow } from '../ledger/ledger-rows.ts';
import type { PlanDocument, PlanSection } from '../plan/plan.ts';
import { numberOfPath, sectionNumber } from '../plan/section-tree.ts';

/** An annotation of a slide; a task with its row of the ledger. */
export interface SlideNote {
  mark: PlacedAnnotation;
  task?: LedgerRow;
}

/** One clause with what the school has written about it. */
export interface Slide {
  /** Unlike that of any other slide. */
  id: string;
  /** Absent where the clause is lost, or the passage is in no section. */
  section?: PlanSection;
  /** The number of the clause, 二（三）; where it is lost the last known one. */
  number: string;
  notes: SlideNote[];
}

/**
 * One slide for each clause that has annotations, in the order of the text; those whose clause is lost come last, by the clause
 * where they were. Every annotation is on one slide.
 */
export function slidesOf(plan: PlanDocument, marks: readonly PlacedAnnotation[], tasks: readonly LedgerRow[]): Slide[] {
  const rows = new Map(tasks.map((row) => [row.annotation.id, row]));
  const order = new Map(plan.sections.map((section, index) => [section.id, { section, index }]));
  const slides = new Map<string, Slide & { index: number }>();
  for (const mark of marks) {
    const known = order.get(mark.section ?? '');
    const { sectionPath } = mark.annotation.target;
    const id =
      known === undefined ? `${mark.block === undefined ? 'lost' : 'outside'} ${sectionPath}` : known.section.id;
    const slide = slides.get(id) ?? {
      id,
      ...(known && { section: known.section }),
      number: known === undefined ? numberOfPath(sectionPath) : sectionNumber(plan, known.section.id),
      index: known?.index ?? (mark.block === undefined ? plan.sections.length : -1),
      notes: [],
    };
    const task = rows.get(mark.annotation.id);
    slide.notes.push({ mark, ...(task && { task }) });
    slides.set(id, slide);
  }
  return [...slides.values()].sort((left, right) => left.index - right.index).map(({ index: _, ...slide }) => slide);
}

/** The slide of a section, or the next one after it in the text, or the last one before it. */
export function slideAt(plan: PlanDocument, slides: readonly Slide[], section: string | null): number {
  const indexOf = (id: string | undefined) => plan.sections.findIndex((each) => each.id === id);
  const from = section === null ? -1 : indexOf(section);
  const next = slides.findIndex((slide) => slide.section !== undefined && indexOf(slide.section.id) >= from);
  const clauses = slides.filter((slide) => slide.section !== undefined).length;
  return next >= 0 ? next : Math.max(0, clauses - 1);
}

/** What slides come to. */
export interface SlideTotals {
  /** Clauses that the text has. */
  clauses: number;
  /** Annotations, tasks among them. */
  notes: number;
  /** Those of them whose clause is lost. */
  lost: number;
  tasks: number;
  /** Tasks whose last day is over. */
  overdue: number;
  /** How many tasks there are of each status, in the usual order; those of other programs come last. */
  statuses: [status: string, count: number][];
}

/** Counts what slides show, and nothing else. */
export function totalsOf(slides: readonly Slide[]): SlideTotals {
  const notes = slides.flatMap((slide) => slide.notes);
  const tasks = notes.flatMap(({ task }) => task ?? []);
  const counts = new Map<string, number>(taskStatusIds.map((status) => [status, 0]));
  for (const { annotation } of tasks) counts.set(annotation.task.status, (counts.get(annotation.task.status) ?? 0) + 1);
  return {
    clauses: slides.filter(({ section }) => section !== undefined).length,
    notes: notes.length,
    lost: notes.filter(({ mark }) => mark.block === undefined).length,
    tasks: tasks.length,
    overdue: tasks.filter(({ deadline }) => deadline.level === 'overdue').length,
    statuses: [...counts].filter(([, count]) => count > 0),
  };
}
