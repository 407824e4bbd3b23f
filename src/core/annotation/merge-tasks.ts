import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Annotation } from './annotation.ts';
import type { ForeignEntry, NoteFile } from './note-file.ts';
import { quoteHeaderText, readHeaderValue } from './note-header-value.ts';
import { newTask, type Task } from './task.ts';

/**
 * The header entry by which a merged note says of which revision and time those fields of its task are that are not of its own:
 * as `placedFrom` does for placements, and for the same reason. Each item is `field rev modified digest`.
 */
export const taskFromKey = 'taskFrom';

/** What stands between texts of several hands that are kept in one field. */
const seam = '\n———\n';

const single = ['status', 'leader', 'department', 'owner', 'start', 'due', 'completion'] as const;
const texts = ['measure', 'criterion', 'remark'] as const;
const lists = ['partners', 'evidence', 'progress'] as const;
type Single = (typeof single)[number];

interface Value extends Pick<Annotation, 'rev' | 'modified'> {
  value: Task[Single];
}

/**
 * The task that a merged note has: departments fill in different fields at the same time, so each field is taken by itself. Of
 * those that are filled in the one of the highest revision counts, then the latest; of longer texts that differ every one is
 * kept, and what was added to a list in any copy is united. Nothing depends on which copies are merged first.
 */
export function mergeTasks(winner: NoteFile, copies: readonly NoteFile[]): { task?: Task; extra: ForeignEntry[] } {
  const tasks = copies.flatMap(({ annotation }) => annotation.task ?? []);
  const [first] = tasks;
  if (first === undefined) return { extra: [] };
  const merged: Record<string, unknown> = { ...first };
  const sources: string[] = [];
  for (const field of single) {
    const [latest] = copies.flatMap((copy) => valueIn(copy, field)).sort((left, right) => compareValues(right, left));
    merged[field] = latest?.value ?? newTask[field];
    if (latest !== undefined && !isOf(winner, latest)) sources.push(sourceOf(field, latest));
  }
  for (const field of texts)
    merged[field] = united(tasks.map((task) => (task[field] === '' ? [] : task[field].split(seam)))).join(seam);
  for (const field of lists) merged[field] = united<unknown>(tasks.map((task) => task[field]));
  return { task: merged as unknown as Task, extra: sources.length === 0 ? [] : [entryFor(sources)] };
}

/** Every item of any list once; where the lists differ, in an order that is the same whoever merges them. */
function united<Item>(all: readonly (readonly Item[])[]): Item[] {
  const [first = [], ...others] = all;
  if (others.every((other) => JSON.stringify(other) === JSON.stringify(first))) return [...first];
  return [...new Map(all.flat().map((item) => [JSON.stringify(item), item]))]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, item]) => item);
}

/** The value of a field that is filled in, with its age. */
function valueIn({ annotation, extra }: NoteFile, field: Single): Value[] {
  const { task, rev, modified } = annotation;
  if (task === undefined || task[field] === newTask[field]) return [];
  const value = task[field];
  for (const source of sourcesIn(extra)) {
    const [name, from, time = '', digest] = source.split(' ');
    const isTold = name === field && digest === digestOf(value) && /^[1-9]\d{0,14}$/.test(from ?? '');
    if (isTold && !Number.isNaN(Date.parse(time))) return [{ value, rev: Number(from), modified: time }];
  }
  return [{ value, rev, modified }];
}

function sourcesIn(extra: readonly ForeignEntry[]): string[] {
  const entry = extra.find(({ key }) => key === taskFromKey);
  const read = entry && readHeaderValue(entry.source.slice(entry.source.indexOf(':') + 1));
  return Array.isArray(read) ? read : [];
}

function isOf({ annotation }: NoteFile, { rev, modified }: Value): boolean {
  return rev === annotation.rev && Date.parse(modified) === Date.parse(annotation.modified);
}

function sourceOf(field: Single, { value, rev, modified }: Value): string {
  return `${field} ${rev} ${modified} ${digestOf(value)}`;
}

function entryFor(sources: readonly string[]): ForeignEntry {
  const lines = sources.map((source) => `  - ${quoteHeaderText(source)}`);
  return { key: taskFromKey, source: [`${taskFromKey}:`, ...lines].join('\n') };
}

function digestOf(value: Task[Single]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, 8);
}

/** Positive when `left` counts, the same on every machine. */
function compareValues(left: Value, right: Value): number {
  return (
    left.rev - right.rev ||
    Date.parse(left.modified) - Date.parse(right.modified) ||
    compareText(String(left.value), String(right.value)) ||
    compareText(left.modified, right.modified)
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
