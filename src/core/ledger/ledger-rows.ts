import type { PlacedAnnotation } from '../anchoring/place-annotations.ts';
import { isTask, type Task, type TaskAnnotation } from '../annotation/task.ts';
import { taskStatusIds } from '../annotation/task-status.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { numberOfPath, sectionNumber } from '../plan/section-tree.ts';
import { plainFormOf } from '../text/plain-form.ts';
import { type Deadline, type DeadlineLevel, type DeadlineRule, deadlineOf } from './deadline.ts';
import { taskText } from './task-text.ts';

/** The columns that hold a field of the task, in their usual order. */
export const taskColumns = [
  'measure',
  'leader',
  'department',
  'owner',
  'partners',
  'start',
  'due',
  'status',
  'completion',
  'criterion',
  'progress',
  'evidence',
  'remark',
] as const;
export type TaskColumn = (typeof taskColumns)[number];

/** All columns: where the clause stands comes first. */
export const ledgerColumns = ['clause', 'quote', ...taskColumns] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/** Shows more columns: each where it usually stands, or last where the reader has put the others in another order. */
export function withColumns(shown: readonly LedgerColumn[], added: readonly LedgerColumn[]): LedgerColumn[] {
  const usual = (column: LedgerColumn) => ledgerColumns.indexOf(column);
  const isUsual = shown.every((column, index) => index === 0 || usual(shown[index - 1] ?? column) < usual(column));
  const all = [...new Set([...shown, ...added])];
  return isUsual ? all.sort((left, right) => usual(left) - usual(right)) : all;
}

/** One task of the ledger. */
export interface LedgerRow {
  annotation: TaskAnnotation;
  place: Pick<PlacedAnnotation, 'state' | 'anchoring' | 'section'>;
  /** Its number among all tasks in the order of the text, from 1. */
  position: number;
  /** The section of its clause as the plan writes it, 二（三）; where the clause is lost, the last known one. */
  number: string;
  deadline: Deadline;
}

export interface LedgerOptions {
  rule: DeadlineRule;
  /** `2026-11-26`, local time. */
  today: string;
}

interface KnownRow extends LedgerOptions {
  plan: PlanDocument;
  row: LedgerRow;
}

const knownRows = new WeakMap<PlacedAnnotation, KnownRow>();

/** The tasks among placed annotations, in the order of the text. One that stands as it did before is the same object. */
export function ledgerRows(
  plan: PlanDocument,
  placed: readonly PlacedAnnotation[],
  options: LedgerOptions,
): LedgerRow[] {
  const rows: LedgerRow[] = [];
  const numbers = new Map<string, string>();
  for (const place of placed) {
    const { annotation } = place;
    if (isTask(annotation)) rows.push(rowAt(rows.length + 1, place, annotation, { ...options, plan, numbers }));
  }
  return rows;
}

interface RowContext extends LedgerOptions {
  plan: PlanDocument;
  /** The numbers of sections that were asked for. */
  numbers: Map<string, string>;
}

function rowAt(
  position: number,
  placed: PlacedAnnotation,
  annotation: TaskAnnotation,
  { plan, rule, today, numbers }: RowContext,
): LedgerRow {
  const known = knownRows.get(placed);
  const isSame = known?.plan === plan && known.rule === rule && known.today === today;
  if (isSame && known.row.position === position) return known.row;
  const row = isSame
    ? { ...known.row, position }
    : {
        annotation,
        place: placeOf(placed),
        position,
        number: numberIn(plan, placed, numbers),
        deadline: deadlineOf(annotation.task, { rule, since: annotation.created.slice(0, 10), today }),
      };
  knownRows.set(placed, { plan, rule, today, row });
  return row;
}

function placeOf({ annotation: _, section, ...place }: PlacedAnnotation): LedgerRow['place'] {
  return { ...place, ...(section !== undefined && { section }) };
}

function numberIn(plan: PlanDocument, { annotation, section }: PlacedAnnotation, numbers: Map<string, string>): string {
  if (section === undefined) return numberOfPath(annotation.target.sectionPath);
  const number = numbers.get(section) ?? sectionNumber(plan, section);
  numbers.set(section, number);
  return number;
}

/** What narrows the ledger; the fields combine, an empty one lets everything pass. */
export interface LedgerFilter {
  /** Blank-separated words that must all occur in the task. */
  text: string;
  statuses: readonly string[];
  departments: readonly string[];
  levels: readonly DeadlineLevel[];
}

export const noLedgerFilter: LedgerFilter = { text: '', statuses: [], departments: [], levels: [] };

/** Whether a filter lets less than everything pass. */
export function isLedgerFiltering({ text, statuses, departments, levels }: LedgerFilter): boolean {
  return text.trim() !== '' || [statuses, departments, levels].some((choices) => choices.length > 0);
}

export function filterRows(rows: readonly LedgerRow[], filter: LedgerFilter): readonly LedgerRow[] {
  if (!isLedgerFiltering(filter)) return rows;
  const words = filter.text.split(/\s+/u).map(plainFormOf).filter(Boolean);
  const passes = (choices: readonly string[], value: string) => choices.length === 0 || choices.includes(value);
  return rows.filter(
    ({ annotation, number, deadline }) =>
      passes(filter.statuses, annotation.task.status) &&
      passes(filter.departments, annotation.task.department) &&
      passes(filter.levels, deadline.level) &&
      (words.length === 0 || holdsAll(plainTextOf(annotation, number), words)),
  );
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

const knownTexts = new WeakMap<TaskAnnotation, { number: string; plain: string }>();

/** Everything that can be looked for in a task; made once, since each key that is typed looks into all tasks. */
function plainTextOf(annotation: TaskAnnotation, number: string): string {
  const known = knownTexts.get(annotation);
  if (known?.number === number) return known.plain;
  const { target, body, task } = annotation;
  const plain = plainFormOf([number, target.exact, body, taskText(task)].join('\n'));
  knownTexts.set(annotation, { number, plain });
  return plain;
}

export interface LedgerOrder {
  column: LedgerColumn;
  isDescending: boolean;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted by a column, those where it is empty last; equal ones stay in the order of the text. */
export function sortRows(rows: readonly LedgerRow[], order: LedgerOrder | null): readonly LedgerRow[] {
  return sortTasks(rows, order, ({ annotation: { task, target }, position }) => ({
    task,
    quote: target.exact,
    position,
  }));
}

/** What tasks are sorted by. */
interface SortedTask {
  task: Task;
  /** The passage that it is on. */
  quote: string;
  /** Its place in the order of the text. */
  position: number;
}

/** As `sortRows`, of anything that is about tasks. */
export function sortTasks<Item>(
  items: readonly Item[],
  order: LedgerOrder | null,
  taskOf: (item: Item) => SortedTask,
): readonly Item[] {
  if (order === null) return items;
  const { column, isDescending } = order;
  const direction = isDescending ? -1 : 1;
  const keys = items.map((item) => sortKey(taskOf(item), column));
  const ranks = ranksOf(keys, isDay(column) ? compareDays : compareKeys);
  // Behind all ranks, whichever way they are sorted.
  const last = direction * keys.length;
  const ranked = items.map((item, index) => ({ item, rank: ranks.get(keys[index] ?? '') ?? last }));
  ranked.sort((left, right) => direction * (left.rank - right.rank));
  return ranked.map(({ item }) => item);
}

type SortKey = string | number;

/** The place of each key among all others: tasks share most of their keys, and comparing words takes long. */
function ranksOf(keys: readonly SortKey[], compare: (left: SortKey, right: SortKey) => number): Map<SortKey, number> {
  const sorted = [...new Set(keys)].filter((key) => key !== '').sort(compare);
  const ranks = new Map<SortKey, number>();
  let rank = 0;
  for (const [index, key] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && compare(before, key) !== 0) rank += 1;
    ranks.set(key, rank);
  }
  return ranks;
}

function isDay(column: LedgerColumn): boolean {
  return column === 'start' || column === 'due' || column === 'progress';
}

/** Days as they are written sort by their signs. */
function compareDays(left: SortKey, right: SortKey): number {
  return left < right ? -1 : Number(left > right);
}

function compareKeys(left: SortKey, right: SortKey): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : collator.compare(String(left), String(right));
}

function sortKey({ task, quote, position }: SortedTask, column: LedgerColumn): SortKey {
  switch (column) {
    case 'clause':
      return position;
    case 'quote':
      return quote;
    case 'status': {
      const place = (taskStatusIds as readonly string[]).indexOf(task.status);
      return place === -1 ? taskStatusIds.length : place;
    }
    case 'progress':
      return task.progress.at(-1)?.date ?? '';
    case 'partners':
    case 'evidence':
      return task[column].join('、');
    default:
      return task[column];
  }
}

/** The names that were typed into tasks before, the most frequent first: people and departments. */
export function knownNames(tasks: readonly Task[]): { departments: string[]; people: string[] } {
  const departments = tasks.flatMap(({ department, partners }) => [department, ...partners]);
  const people = tasks.flatMap(({ leader, owner }) => [leader, owner]);
  return { departments: byFrequency(departments), people: byFrequency(people) };
}

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([name]) => name);
}
