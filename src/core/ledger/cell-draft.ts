import type { Task, TaskChange } from '../annotation/task.ts';
import type { TaskColumn } from './ledger-rows.ts';
import { progressEntry } from './progress-entry.ts';
import { fieldText, typedChange } from './task-field.ts';

/** What was typed into a cell of the ledger and may not have been saved. */
export interface CellDraft {
  column: TaskColumn;
  /** The task as it was when the reader began. */
  seen: Task;
  text: string;
}

/** In the task already; free to be saved; or somebody has changed the same field to something else meanwhile. */
export type DraftStanding = 'saved' | 'free' | 'contested';

/** How what was typed stands to the task as it is now. `today`: `2026-11-26`. */
export function draftStanding({ column, seen, text }: CellDraft, present: Task, today: string): DraftStanding {
  if (column === 'progress') {
    // On the day it was saved, a day that it begins with may have been still to come.
    const texts = [text.trim(), progressEntry(text, today).text];
    const count = (task: Task) => task.progress.filter((entry) => texts.includes(entry.text)).length;
    return text.trim() === '' || count(present) > count(seen) ? 'saved' : 'free';
  }
  const change = typedChange(present, column, text, today);
  if (change.ok && change.value === null) return 'saved';
  // Of lists both are kept, item by item.
  if (column === 'partners' || column === 'evidence') return 'free';
  return fieldText(present, column) === fieldText(seen, column) ? 'free' : 'contested';
}

/** The change that keeps what is there and what was typed: below it in a long text, otherwise by its name in the remark. */
export function keepBoth({ column, text }: Omit<CellDraft, 'seen'>, present: Task, name: string): TaskChange {
  const isLong = column === 'measure' || column === 'criterion' || column === 'remark';
  const field = isLong ? column : 'remark';
  const added = isLong ? text.trim() : name;
  return { [field]: [present[field], added].filter((part) => part !== '').join('\n') };
}
