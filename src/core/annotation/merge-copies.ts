import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Annotation } from './annotation.ts';
import { compareCopies } from './compare-copies.ts';
import { type BodyParts, distinctParts, partOf, readBodyParts, writeBodyParts } from './conflict-parts.ts';
import { mergePlacements, placedFromKey } from './merge-placements.ts';
import { mergeTasks } from './merge-tasks.ts';
import { type ForeignEntry, motivationFor, type NoteFile } from './note-file.ts';
import { taskFromKey } from './task-parts.ts';

/**
 * Makes one note of several copies of it, the same one on every machine, in whatever order the copies are given and also
 * when some of them were merged before. The copy that `compareNotes` puts first gives every single value; where it has no placement
 * another may give its own, and tasks are merged field by field. Tags and unknown header entries are united, and no line of any text is dropped. Nothing comes from
 * the clock: the result has the revision, the time and the device of that copy, since merging is no change of anybody's.
 */
export function mergeCopies(copies: readonly [NoteFile, ...NoteFile[]]): NoteFile {
  const distinct = [...new Map(copies.map((copy) => [fingerprint(copy), pick(copy)])).entries()];
  const ordered = distinct
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, copy]) => copy)
    .sort((left, right) => compareNotes(right, left));
  const [winner = copies[0], ...others] = ordered;
  if (others.length === 0) return winner;
  const body = mergeBodies(winner, others);
  const { placement, extra } = mergePlacements(winner, ordered);
  const { extra: extraOfTask, ...ofTask } = mergeTasks(winner, ordered);
  const { task: _task, taskRecord: _record, ...fields } = winner.annotation;
  const annotation: Annotation = {
    ...fields,
    ...(placement === undefined ? {} : { placement }),
    ...ofTask,
    motivation: motivationFor(body, winner.annotation.motivation),
    tags: [...new Set(ordered.flatMap((copy) => copy.annotation.tags))].sort(),
    body,
  };
  const foreign = ordered.map((copy) => copy.extra.filter(({ key }) => !merged.has(key)));
  return { annotation, extra: unite([extra, extraOfTask, ...foreign]) };
}

/**
 * Orders copies of one note: positive when `left` counts. Of two with the same revision and time the hash decides, taken over
 * what merging leaves as it is: otherwise a merged note could lose against one of those that it was made of.
 */
export function compareNotes(left: NoteFile, right: NoteFile): number {
  const byTime = compareCopies({ annotation: left.annotation, hash: '' }, { annotation: right.annotation, hash: '' });
  if (byTime !== 0) return byTime;
  return compareCopies({ ...left, hash: lastingHash(left) }, { ...right, hash: lastingHash(right) });
}

function mergeBodies(winner: NoteFile, others: readonly NoteFile[]): string {
  const { own, parts } = readBodyParts(winner.annotation.body);
  const foreign = others.flatMap(({ annotation }) => {
    const other: BodyParts = readBodyParts(annotation.body);
    return [partOf(annotation, other.own), ...other.parts];
  });
  return writeBodyParts({ own, parts: distinctParts(own, [...parts, ...foreign]) });
}

const merged: ReadonlySet<string> = new Set([placedFromKey, taskFromKey]);

/** The entries of every copy, sorted by key; where two have the same key, those of the first that has it. */
function unite(entries: readonly ForeignEntry[][]): ForeignEntry[] {
  const united = new Map<string, ForeignEntry[]>();
  for (const one of entries) {
    const own = new Set(one.map(({ key }) => key));
    for (const key of own)
      if (!united.has(key))
        united.set(
          key,
          one.filter((entry) => entry.key === key),
        );
  }
  return [...united].sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([, entriesOfKey]) => entriesOfKey);
}

function lastingHash({ annotation: whole }: NoteFile): string {
  const { placement: _place, task: _task, taskRecord: _record, ...annotation } = whole;
  const { own } = readBodyParts(annotation.body);
  const lasting = { ...annotation, motivation: motivationFor(own, annotation.motivation), tags: [], body: own };
  return bytesToHex(sha256(utf8ToBytes(inKeyOrder(lasting))));
}

/** A copy may carry more than a note, such as its path. */
function pick({ annotation, extra }: NoteFile): NoteFile {
  return { annotation, extra };
}

function fingerprint({ annotation, extra }: NoteFile): string {
  return `${inKeyOrder(annotation)}${JSON.stringify(extra.map(({ key, source }) => [key, source]))}`;
}

function inKeyOrder(annotation: Annotation): string {
  const sorted = (value: object) => Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(
    sorted(annotation).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value,
    ]),
  );
}
