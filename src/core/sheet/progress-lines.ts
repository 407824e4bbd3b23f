import { newTask, type ProgressEntry, type Task } from '../annotation/task.ts';
import { typedChange } from '../ledger/task-field.ts';

/** What a sheet adds to the progress of a task, and whether it lacks entries that it was exported with. */
export interface ReportedProgress {
  added: ProgressEntry[];
  hasLost: boolean;
}

/**
 * The lines of a cell that are no entries of the task. A line that begins with a day is of that day; one without belongs to the
 * entry above it, or is of today. `exported` is what the cell was, `lineOf` how an entry is written into one.
 */
export function reportedProgress(
  text: string,
  {
    task,
    exported,
    today,
    lineOf,
  }: { task: Task; exported: string; today: string; lineOf: (entry: ProgressEntry) => string },
): ReportedProgress {
  let lines = linesOf(text);
  const take = (entry: string[]): boolean => {
    const at = lines.findIndex((_, index) => entry.every((line, offset) => lines[index + offset] === line));
    if (at < 0 || entry.length === 0) return false;
    // What stood above and below it are not one entry.
    lines = [...lines.slice(0, at), '', ...lines.slice(at + entry.length)];
    return true;
  };
  let hasLost = false;
  const known = task.progress.map((entry) => linesOf(lineOf(entry)));
  const before = linesOf(exported);
  for (const entry of known) {
    const isTaken = take(entry);
    const wasThere = before.some((_, index) => entry.every((line, offset) => before[index + offset] === line));
    if (!isTaken && wasThere) hasLost = true;
  }
  // A file may come back twice, and its reader may have written the day or left it out.
  const isKnown = ({ date, text: said }: ProgressEntry) =>
    task.progress.some((entry) => entry.text === said && (entry.date === date || date === today));
  return { added: entriesOf(lines, today).filter((entry) => !isKnown(entry)), hasLost };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A day at the beginning of a line, in figures or with the words for year, month and day. */
const dated =
  /^(\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|\d{4}\s*\p{Script=Han}\s*\d{1,2}\s*\p{Script=Han}\s*\d{1,2}\s*\p{Script=Han})[\s\p{P}]*(.*)$/su;

function entriesOf(lines: readonly string[], today: string): ProgressEntry[] {
  const entries: ProgressEntry[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line === '') {
      isOpen = false;
      continue;
    }
    const [, day = '', text = ''] = dated.exec(line) ?? [];
    const date = day === '' ? undefined : dayOf(day);
    const last = entries.at(-1);
    if (date !== undefined && text !== '') entries.push({ date, text });
    else if (isOpen && last !== undefined) entries[entries.length - 1] = { ...last, text: `${last.text}\n${line}` };
    else entries.push({ date: today, text: line });
    isOpen = true;
  }
  return entries;
}

/** As it is typed into a field for a day. */
function dayOf(text: string): string | undefined {
  const change = typedChange(newTask, 'due', text, '');
  return change.ok && change.value?.due ? change.value.due : undefined;
}
