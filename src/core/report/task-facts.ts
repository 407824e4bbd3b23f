import type { Task } from '../annotation/task.ts';
import type { Deadline } from '../ledger/deadline.ts';
import { type TaskColumn, taskColumns } from '../ledger/ledger-rows.ts';
import type { ReportWords } from './report-words.ts';

const factColumns = taskColumns.filter((column) => column !== 'status');

/** What was filled in about a task beside its status: the name of the column and the value, in lines. */
export function taskFacts(fields: Task, words: ReportWords): { name: string; text: string }[] {
  return factColumns.flatMap((column) => {
    const value = taskValue(fields, column, words);
    if (value === '' || value === 0) return [];
    return [{ name: words.columns[column], text: typeof value === 'number' ? words.ledger.percent(value) : value }];
  });
}

/** The value of a field: a number where it is one, else text, its lines separated by `\n`. */
export function taskValue(fields: Task, column: TaskColumn, words: ReportWords): string | number {
  switch (column) {
    case 'status':
      return words.status(fields.status);
    case 'partners':
      return fields.partners.join(words.separator);
    case 'evidence':
      return fields.evidence.join('\n');
    case 'progress':
      return fields.progress.map(({ date, text }) => words.ledger.progress(date, text)).join('\n');
    default:
      return fields[column];
  }
}

/** How long a task is overdue; empty when it is not. */
export function deadlineText({ level, daysLeft = 0 }: Deadline, words: ReportWords): string {
  return level === 'overdue' ? words.ledger.overdue(-daysLeft) : '';
}
