import { type LedgerColumn, taskColumns } from '../ledger/ledger-rows.ts';
import { quoteText } from './quote-text.ts';
import type { ReportEntry } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { deadlineText, taskValue } from './task-facts.ts';

/** A part of a report as rows and columns: what is printed as a table, and what spreadsheets get. */
export interface ReportTable {
  columns: ReportColumn[];
  rows: ReportRow[];
}

export interface ReportColumn {
  /** `position` is the running number; the others are columns of the ledger or facts of a note. */
  key: 'position' | LedgerColumn | NoteColumn | MidtermColumn;
  title: string;
  /** How its cells are to be read and aligned: a `date` is `2026-11-26`, a `percent` a number from 0 to 100. */
  kind: 'text' | 'number' | 'date' | 'percent';
  /** Its share of the width beside those of the other columns. */
  width: number;
}

export interface ReportRow {
  /** Id of the annotation. */
  annotation: string;
  /** One for each column; empty text where nothing is known. Lines are separated by `\n`. */
  cells: (string | number)[];
  /** Said below the value of a cell where the table is printed, and no part of the value. */
  mark?: { column: number; text: string };
}

export const noteColumns = ['chapter', 'label', 'note', 'tags', 'state', 'created', 'modified'] as const;
/** What the table of notes tells beside clause and quote. */
export type NoteColumn = (typeof noteColumns)[number];
/** What a midterm assessment tells beside clause and quote. */
export type MidtermColumn = 'group' | 'accomplished' | 'problems' | 'next';

const widths: Record<ReportColumn['key'], number> = {
  position: 6,
  clause: 9,
  quote: 26,
  measure: 26,
  leader: 9,
  department: 11,
  owner: 9,
  partners: 11,
  start: 11,
  due: 11,
  status: 9,
  completion: 8,
  criterion: 16,
  progress: 26,
  evidence: 16,
  remark: 14,
  chapter: 20,
  label: 7,
  note: 36,
  tags: 12,
  state: 8,
  created: 11,
  modified: 11,
  group: 8,
  accomplished: 26,
  problems: 14,
  next: 24,
};

const kinds: Partial<Record<ReportColumn['key'], ReportColumn['kind']>> = {
  position: 'number',
  completion: 'percent',
  start: 'date',
  due: 'date',
  created: 'date',
  modified: 'date',
};

/** The tasks among the entries, with these columns of the ledger. */
export function ledgerTable(
  entries: readonly ReportEntry[],
  columns: readonly LedgerColumn[],
  words: ReportWords,
): ReportTable {
  const tasks = entries.filter(({ task }) => task !== undefined);
  return {
    columns: [columnOf('position', words), ...columns.map((column) => columnOf(column, words))],
    rows: tasks.map((entry) => ({
      annotation: entry.annotation,
      cells: [entry.number, ...columns.map((column) => ledgerCell(entry, column, words))],
    })),
  };
}

/** The columns in one of which is said that a task is overdue, the first of them that there is. */
const markedColumns: readonly ReportColumn['key'][] = ['due', 'status', 'clause', 'position'];

/** The same table with its overdue tasks marked by a sign and words, which black ink on white paper shows. */
export function markOverdue(table: ReportTable, entries: readonly ReportEntry[], words: ReportWords): ReportTable {
  const keys = table.columns.map(({ key }) => key);
  const column = keys.indexOf(markedColumns.find((key) => keys.includes(key)) ?? 'position');
  const texts = new Map(
    entries.map(({ annotation, task }) => [annotation, task && deadlineText(task.deadline, words)]),
  );
  return {
    ...table,
    rows: table.rows.map((row) => {
      const text = texts.get(row.annotation);
      return text ? { ...row, mark: { column, text: words.ledger.mark(text) } } : row;
    }),
  };
}

/** Every entry with what is known of it; the columns of the ledger are added where there are tasks. */
export function notesTable(entries: readonly ReportEntry[], words: ReportWords): ReportTable {
  const fields = entries.some(({ task }) => task !== undefined) ? taskColumns : [];
  const before = ['clause', 'quote'] as const;
  return {
    columns: ['position' as const, ...before, ...noteColumns, ...fields].map((key) => columnOf(key, words)),
    rows: entries.map((entry) => ({
      annotation: entry.annotation,
      cells: [
        entry.number,
        ...before.map((column) => ledgerCell(entry, column, words)),
        ...noteColumns.map((column) => noteCell(entry, column, words)),
        ...fields.map((column) => ledgerCell(entry, column, words)),
      ],
    })),
  };
}

/** A column with its title. */
export function columnOf(key: ReportColumn['key'], words: ReportWords): ReportColumn {
  return { key, title: words.columns[key], kind: kinds[key] ?? 'text', width: widths[key] };
}

/** What the ledger has in this column; empty for what is no task. */
export function ledgerCell(entry: ReportEntry, column: LedgerColumn, words: ReportWords): string | number {
  switch (column) {
    case 'clause':
      return entry.state === 'orphaned' ? `${entry.clause}${words.ledger.lost}` : entry.clause;
    case 'quote':
      return quoteText(entry.quote, words).join('\n');
    default:
      return entry.task === undefined ? '' : taskValue(entry.task.fields, column, words);
  }
}

function noteCell(entry: ReportEntry, column: NoteColumn, words: ReportWords): string {
  switch (column) {
    case 'chapter':
      return entry.heading;
    case 'label':
      return words.label(entry.label);
    case 'tags':
      return entry.tags.join(words.separator);
    case 'state':
      return words.states[entry.state];
    case 'created':
    case 'modified':
      return entry[column].slice(0, 10);
    case 'note':
      return entry.note;
  }
}
