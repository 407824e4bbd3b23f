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
  const sheet = takeable(linesOf(text));
  const before = takeable(linesOf(exported));
  const entries = task.progress.map((entry) => {
    const lines = linesOf(lineOf(entry));
    return { entry, wasThere: before.take(lines), isTaken: sheet.take(lines) };
  });
  // What was exported and is no entry here, such as the end of a text that a cell could not hold, was not filled in.
  for (const line of before.rest()) if (line !== '') sheet.take([line]);
  let open = entries.filter(({ isTaken }) => !isTaken);
  // A file may come back twice, its lines written in another way; each entry answers for one of them.
  const isKnown = ({ date, text: said, isUndated }: SheetEntry): boolean => {
    const known = open.find(
      ({ entry, wasThere }) => entry.text === said && (entry.date === date || (isUndated && !wasThere)),
    );
    open = open.filter((other) => other !== known);
    return known !== undefined;
  };
  const added = entriesOf(sheet.rest(), today)
    .filter((entry) => !isKnown(entry))
    .map(({ date, text: said }) => ({ date, text: said }));
  return { added, hasLost: open.some(({ wasThere }) => wasThere) };
}

/** Lines of which entries are taken away; what stood above and below one that is taken is not one entry. */
function takeable(all: string[]) {
  let lines = all;
  return {
    take: (entry: readonly string[]): boolean => {
      const at = lines.findIndex((_, index) => entry.every((line, offset) => lines[index + offset] === line));
      if (at < 0 || entry.length === 0) return false;
      lines = [...lines.slice(0, at), '', ...lines.slice(at + entry.length)];
      return true;
    },
    rest: (): readonly string[] => lines,
  };
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

/** An entry as the sheet has it. */
interface SheetEntry extends ProgressEntry {
  /** No day was written before it. */
  isUndated: boolean;
}

function entriesOf(lines: readonly string[], today: string): SheetEntry[] {
  const entries: SheetEntry[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line === '') {
      isOpen = false;
      continue;
    }
    const [, day = '', text = ''] = dated.exec(line) ?? [];
    const date = day === '' ? undefined : dayOf(day);
    const last = entries.at(-1);
    if (date !== undefined && text !== '') entries.push({ date, text, isUndated: false });
    else if (isOpen && last !== undefined) entries[entries.length - 1] = { ...last, text: `${last.text}\n${line}` };
    else entries.push({ date: today, text: line, isUndated: true });
    isOpen = true;
  }
  return entries;
}

/** As it is typed into a field for a day. */
function dayOf(text: string): string | undefined {
  const change = typedChange(newTask, 'due', text, '');
  return change.ok && change.value?.due ? change.value.due : undefined;
}
