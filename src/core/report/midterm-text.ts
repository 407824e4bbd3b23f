import { isTaskStatus, taskStatusIds } from '../annotation/task-status.ts';
import { type MidtermGroup, midtermGroupOf, midtermGroups } from './midterm-group.ts';
import { entriesOf, type Report, type ReportEntry } from './report.ts';
import { headOf } from './report-head.ts';
import { columnOf, ledgerCell, type MidtermColumn, type ReportRow, type ReportTable } from './report-table.ts';
import type { ReportText } from './report-text.ts';
import type { ReportWords } from './report-words.ts';
import { deadlineText, taskValue } from './task-facts.ts';

type TaskEntry = ReportEntry & Required<Pick<ReportEntry, 'task'>>;
type Column = 'position' | 'clause' | 'quote' | MidtermColumn;

/** What a midterm assessment says of its tasks in numbers. */
export interface MidtermSummary {
  tasks: number;
  groups: { group: MidtermGroup; tasks: number }[];
  /** By status; words that are none of ours come last. */
  statuses: { status: string; tasks: number }[];
  overdue: number;
  silent: number;
  lost: number;
}

const columns = ['position', 'clause', 'quote', 'accomplished', 'problems', 'next'] as const;

/** A draft of the midterm assessment: the tasks by what they are, each once, with what the ledger knows of them. */
export function midtermText(report: Report, words: ReportWords): ReportText {
  const { midterm, ledger } = words;
  const tasks = tasksOf(report);
  const isEmpty = tasks.length === 0;
  return {
    ...headOf(report, words, { title: midterm.title(report.document.title), counts: ledger.counts(report.counts) }),
    ...(isEmpty && { empty: ledger.empty }),
    blocks: isEmpty ? [] : [{ kind: 'explanation', text: midterm.summary(summaryOf(tasks), words.status) }],
    sections: byGroup(tasks).map(({ group, members }) => ({
      key: `group-${group}`,
      kind: 'group',
      level: 1,
      title: ledger.group(midterm.groups[group], members.length),
      blocks: [{ kind: 'table', table: tableOf(members, columns, words) }],
      sections: [],
    })),
    ...(!isEmpty && { endNote: midterm.endNote }),
  };
}

/** All groups in one table, for spreadsheets. */
export function midtermTable(report: Report, words: ReportWords): ReportTable {
  const [position, ...others] = columns;
  const members = byGroup(tasksOf(report)).flatMap((group) => group.members);
  return tableOf(members, [position, 'group', ...others], words);
}

/** How far everything is, in numbers of the ledger. */
function summaryOf(tasks: readonly TaskEntry[]): MidtermSummary {
  const count = (isCounted: (entry: TaskEntry) => boolean) => tasks.filter(isCounted).length;
  const foreign = tasks.map(({ task }) => task.fields.status).filter((status) => !isTaskStatus(status));
  const statuses = [...taskStatusIds, ...new Set(foreign)].map((status) => ({
    status,
    tasks: count(({ task }) => task.fields.status === status),
  }));
  return {
    tasks: tasks.length,
    groups: byGroup(tasks).map(({ group, members }) => ({ group, tasks: members.length })),
    statuses: statuses.filter((one) => one.tasks > 0),
    overdue: count(({ task }) => task.deadline.level === 'overdue'),
    silent: count(isSilent),
    lost: count(({ state }) => state === 'orphaned'),
  };
}

function tasksOf(report: Report): TaskEntry[] {
  return entriesOf(report).filter((entry): entry is TaskEntry => entry.task !== undefined);
}

function byGroup(tasks: readonly TaskEntry[]): { group: MidtermGroup; members: TaskEntry[] }[] {
  return midtermGroups
    .map((group) => ({ group, members: tasks.filter((entry) => midtermGroupOf(entry) === group) }))
    .filter(({ members }) => members.length > 0);
}

function tableOf(tasks: readonly TaskEntry[], keys: readonly Column[], words: ReportWords): ReportTable {
  return {
    columns: keys.map((key) => columnOf(key, words)),
    rows: tasks.map(
      (entry): ReportRow => ({ annotation: entry.annotation, cells: keys.map((key) => cellOf(entry, key, words)) }),
    ),
  };
}

function cellOf(entry: TaskEntry, column: Column, words: ReportWords): string | number {
  switch (column) {
    case 'position':
      return entry.number;
    case 'group':
      return words.midterm.groups[midtermGroupOf(entry)];
    case 'clause':
    case 'quote':
      return ledgerCell(entry, column, words);
    case 'accomplished':
      return accomplished(entry, words);
    case 'problems':
      return problems(entry, words);
    case 'next':
      return next(entry, words);
  }
}

/** The status, how far it is, and each entry of the progress. */
function accomplished({ task: { fields } }: TaskEntry, words: ReportWords): string {
  const state = words.midterm.state(words.status(fields.status), words.ledger.percent(fields.completion));
  return lines([state, String(taskValue(fields, 'progress', words))]);
}

/** What the ledger itself shows; nothing is made up, so that a blank is left to be filled in. */
function problems(entry: TaskEntry, words: ReportWords): string {
  const { fields, deadline } = entry.task;
  const isHeldUp = fields.status === 'delayed' || fields.status === 'paused';
  return lines([
    deadlineText(deadline, words),
    isHeldUp ? words.status(fields.status) : '',
    isSilent(entry) ? words.midterm.silent : '',
    entry.state === 'orphaned' ? words.midterm.lost : '',
  ]);
}

/** What the school means to do and until when, as long as it is not done. */
function next({ task: { fields } }: TaskEntry, words: ReportWords): string {
  const { status, measure, due } = fields;
  return status === 'done' ? '' : lines([measure, due === '' ? '' : words.midterm.due(due)]);
}

/** Under way, and nobody has reported anything. */
function isSilent({ task: { fields } }: TaskEntry): boolean {
  return fields.progress.length === 0 && (fields.status === 'active' || fields.status === 'delayed');
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
}
