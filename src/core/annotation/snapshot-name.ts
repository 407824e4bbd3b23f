import { snapshotWords as words } from './label.ts';

/** Why a snapshot is made. */
export type SnapshotReason = 'daily' | keyof typeof words;

/** What a snapshot's file name says. */
export interface SnapshotName {
  /** The whole name, e.g. `2026-11-23 恢复前.zip`. */
  name: string;
  /** The day, e.g. `2026-11-23`. */
  date: string;
  reason: SnapshotReason;
  /** 1, or which one of several of that day and reason it is. */
  number: number;
}

/** How many daily snapshots are kept, and as many of the others. */
export const keptSnapshots = 30;
/** One goes for each one that comes; never many at once, however a clock jumps. */
const mostPruned = 2;

const form = /^(\d{4}-\d{2}-\d{2})(?: (\p{L}+)(?: \((\d{1,4})\))?)?\.zip$/u;

/** The name of a snapshot's file. */
export function snapshotName(date: string, reason: SnapshotReason, number = 1): string {
  if (reason === 'daily') return `${date}.zip`;
  return `${date} ${words[reason]}${number === 1 ? '' : ` (${number})`}.zip`;
}

/** Whether a file is a snapshot, and which; copies that synchronisers make under names of their own are not. */
export function parseSnapshotName(name: string): SnapshotName | undefined {
  const [, date, word, number = '1'] = form.exec(name.normalize('NFC')) ?? [];
  if (date === undefined) return undefined;
  const reason = (Object.keys(words) as (keyof typeof words)[]).find((key) => words[key] === word);
  if (word === undefined) return { name, date, reason: 'daily', number: 1 };
  return reason === undefined ? undefined : { name, date, reason, number: Number(number) };
}

/** The order in which snapshots were made, as far as names tell. */
export function compareSnapshots(left: SnapshotName, right: SnapshotName): number {
  return left.date.localeCompare(right.date) || left.number - right.number || (left.name < right.name ? -1 : 1);
}

/**
 * Which snapshots may go, now that one was made today. Decided by count and name alone: those beyond the number that is
 * kept, the oldest first, never more than two at once. A date after today comes from a clock that was wrong, then or now: it
 * neither counts nor goes.
 */
export function snapshotsToPrune(snapshots: readonly SnapshotName[], made: SnapshotName): string[] {
  const sameKind = snapshots
    .filter(({ date, reason }) => date <= made.date && (reason === 'daily') === (made.reason === 'daily'))
    .sort(compareSnapshots);
  const beyond = sameKind.slice(0, Math.max(0, sameKind.length - keptSnapshots));
  return beyond
    .filter(({ name }) => name !== made.name)
    .slice(0, mostPruned)
    .map(({ name }) => name);
}
