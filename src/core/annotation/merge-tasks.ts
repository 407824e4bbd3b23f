import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Annotation } from './annotation.ts';
import type { ForeignEntry, NoteFile } from './note-file.ts';
import { quoteHeaderText } from './note-header-value.ts';
import type { ProgressEntry, Task } from './task.ts';
import { taskValues } from './task-keys.ts';

/**
 * The header entry by which a merged note says of which revision and time its task is, where that is not its own: as
 * `placedFrom` does for placements, and for the same reason.
 */
export const taskFromKey = 'taskFrom';

interface Version extends Pick<Annotation, 'rev' | 'modified'> {
  task: Task;
}

/**
 * The task that a merged note has: of those in any copy the one of the highest revision, then the latest, since whoever changed
 * the note elsewhere did not give up what became a task here. What was added to its lists in any copy is united.
 */
export function mergeTasks(winner: NoteFile, copies: readonly NoteFile[]): { task?: Task; extra: ForeignEntry[] } {
  const versions = copies.flatMap(versionIn).sort((left, right) => compareVersions(right, left));
  const [version] = versions;
  if (version === undefined) return { extra: [] };
  const tasks = versions.map(({ task }) => task);
  const task: Task = {
    ...version.task,
    partners: unite(tasks.map(({ partners }) => partners)),
    evidence: unite(tasks.map(({ evidence }) => evidence)),
    progress: unite(tasks.map(({ progress }) => progress.map(writtenEntry))).map(readEntry),
  };
  const { rev, modified } = winner.annotation;
  const isOwn = version.rev === rev && Date.parse(version.modified) === Date.parse(modified);
  return { task, extra: isOwn ? [] : [entryFor({ ...version, task })] };
}

function unite(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  if (others.every((other) => JSON.stringify(other) === JSON.stringify(first))) return [...first];
  return [...new Set(lists.flat())].sort();
}

function writtenEntry({ date, text }: ProgressEntry): string {
  return `${date} ${text}`;
}

function readEntry(written: string): ProgressEntry {
  return { date: written.slice(0, 10), text: written.slice(11) };
}

function versionIn({ annotation, extra }: NoteFile): Version[] {
  const { task, rev, modified } = annotation;
  if (task === undefined) return [];
  for (const { key, source } of extra) {
    const [, from, time = '', digest] = (key === taskFromKey && form.exec(source)) || [];
    if (from !== undefined && digest === digestOf(task) && !Number.isNaN(Date.parse(time)))
      return [{ task, rev: Number(from), modified: time }];
  }
  return [{ task, rev, modified }];
}

const form = new RegExp(`^${taskFromKey}: "([1-9]\\d{0,14}) (\\S+) ([0-9a-f]{16})"$`, 'm');

function entryFor({ task, rev, modified }: Version): ForeignEntry {
  return {
    key: taskFromKey,
    source: `${taskFromKey}: ${quoteHeaderText(`${rev} ${modified} ${digestOf(task)}`)}`,
  };
}

/** Of the single values alone: the lists grow by merging, which makes it no other task. */
function digestOf({ partners: _, evidence: __, progress: ___, ...single }: Task): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(taskValues({ ...single, ...noLists }))))).slice(0, 16);
}

const noLists = { partners: [], evidence: [], progress: [] };

/** Positive when `left` counts, the same on every machine. */
function compareVersions(left: Version, right: Version): number {
  return (
    left.rev - right.rev ||
    Date.parse(left.modified) - Date.parse(right.modified) ||
    compareText(digestOf(left.task), digestOf(right.task)) ||
    compareText(left.modified, right.modified) ||
    compareText(JSON.stringify(left.task), JSON.stringify(right.task))
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
