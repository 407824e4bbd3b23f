import type { ProgressEntry, TaskChange } from '../annotation/task.ts';
import type { CellChange, SheetReading, SheetRemark } from './sheet-reading.ts';

/** What one of several files would change. */
export interface FileReading {
  file: string;
  reading: SheetReading;
}

/**
 * What several files would change together, in their order. A cell that two of them fill in differently is a conflict, each
 * with what stands in it; filled in alike it is one change. Progress is only ever added, so that nobody's is in another's way.
 */
export function joinReadings(files: readonly FileReading[]): SheetReading {
  const cells = new Map<string, CellChange[]>();
  for (const { file, reading } of files) {
    for (const change of reading.changes) {
      const named = { ...change, files: [file] };
      const known = cells.get(cellOf(change));
      if (known) known.push(named);
      else cells.set(cellOf(change), [named]);
    }
  }
  const changes = [...cells.values()].flatMap(joinedCell);
  const remarks = files.flatMap(({ file, reading }): SheetRemark[] =>
    reading.remarks.map((remark) => ({ ...remark, file })),
  );
  const changed = new Set(changes.map(({ annotation }) => annotation.id));
  const unchanged = new Set(files.flatMap(({ reading }) => reading.unchanged).filter((id) => !changed.has(id)));
  const [exported, ...others] = new Set(files.map(({ reading }) => reading.exported));
  const isOfOneMoment = exported !== undefined && others.length === 0;
  return { changes, remarks, unchanged: [...unchanged], ...(isOfOneMoment && { exported }) };
}

/** Names the cell of the ledger that a change is about. */
function cellOf({ annotation, column }: CellChange): string {
  return `${annotation.id}:${column}`;
}

/** Names a change among those of several files. */
export function changeKey(change: CellChange): string {
  return [cellOf(change), ...(change.files ?? [])].join('\n');
}

function joinedCell(changes: readonly CellChange[]): CellChange[] {
  const byValue = new Map<string, CellChange>();
  for (const change of changes) {
    const known = byValue.get(change.after);
    const isConflict = change.kind === 'conflict' || known?.kind === 'conflict';
    const files = [...(known?.files ?? []), ...(change.files ?? [])];
    byValue.set(change.after, { ...(known ?? change), ...(isConflict && { kind: 'conflict' }), files });
  }
  const different = [...byValue.values()];
  const isConflict = different.length > 1 && different[0]?.column !== 'progress';
  return isConflict ? different.map((change) => ({ ...change, kind: 'conflict' })) : different;
}

/** Whether two of these changes would write something different into the same cell. */
export function areRivals(changes: readonly CellChange[]): boolean {
  const cells = changes.filter(({ column }) => column !== 'progress').map(cellOf);
  return new Set(cells).size < cells.length;
}

/** What changes of one task make of it together: of progress, what each of them adds, and nothing twice. */
export function joinedChange(changes: readonly CellChange[]): TaskChange {
  const [first] = changes;
  const joined: TaskChange = Object.assign({}, ...changes.map(({ change }) => change));
  const added = new Map(changes.flatMap(addedProgress).map((entry) => [JSON.stringify(entry), entry]));
  if (first === undefined || added.size === 0) return joined;
  return { ...joined, progress: [...first.annotation.task.progress, ...added.values()] };
}

function addedProgress({ annotation: { task }, change }: CellChange): ProgressEntry[] {
  return change.progress?.slice(task.progress.length) ?? [];
}

/**
 * Of what is to be chosen among changes, at most one for each cell: the one that was chosen last. Where several would be at once
 * it stays as it was. `before` and `next` are keys.
 */
export function oneForEachCell(
  changes: readonly CellChange[],
  before: ReadonlySet<string>,
  next: Iterable<string>,
): string[] {
  const wanted = new Set(next);
  const cells = new Map<string, string[]>();
  for (const change of changes) {
    const key = changeKey(change);
    if (!wanted.has(key)) continue;
    const cell = change.column === 'progress' ? key : cellOf(change);
    cells.set(cell, [...(cells.get(cell) ?? []), key]);
  }
  return [...cells.values()].flatMap((keys) => {
    if (keys.length === 1) return keys;
    const added = keys.filter((key) => !before.has(key));
    return added.length === 1 ? added : keys.filter((key) => before.has(key)).slice(0, 1);
  });
}
