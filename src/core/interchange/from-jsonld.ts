import type { Annotation } from '../annotation/annotation.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { failure, type Result, success } from '../text/result.ts';
import { findAnnotations } from './find-annotations.ts';
import { derivedId, ownIdOf } from './identity.ts';
import { addressOf, isObject, listOf, textOf } from './json-value.ts';
import { givenSelectors, type LocatedPassage, locateQuote } from './locate-passage.ts';
import { checkAnnotation, type EntryFailure, readContent, revisionOf } from './read-annotation.ts';
import { type DescribedPassage, readTargets } from './read-target.ts';

/** More entries than anybody has written; each costs a look into the text. */
export const mostEntries = 50_000;
/** Entries between two reports of progress. */
const reportEvery = 50;
/** Longest words of a bad entry that are repeated to the reader, in UTF-16 units. */
const longestHint = 80;

/** An annotation of the file that is about the open document, and can be kept. */
export interface ImportedAnnotation {
  annotation: Annotation;
  /** It comes from this program, so that its revisions and times can be compared with ours. */
  isOwn: boolean;
}

/** An entry that cannot be imported. */
export interface RefusedEntry extends EntryFailure {
  /** Its place in the file, from 1. */
  number: number;
  /** Some words by which the reader may know it. */
  hint: string;
}

/** Annotations of the file that are about something else. */
export interface OtherDocument {
  /** Title, id or address; empty where the file does not say. */
  name: string;
  count: number;
}

export interface ImportedFile {
  imported: ImportedAnnotation[];
  refused: RefusedEntry[];
  others: OtherDocument[];
}

/** Why a file as a whole has nothing to import. */
export type FileContentProblem = 'not-annotations' | 'no-annotations' | 'too-many';

export interface ReadingOptions {
  /** The open document. */
  plan: PlanDocument;
  /** Stands in for times that the file does not tell. */
  now: string;
  onProgress?: (done: number, total: number) => void;
}

interface Entry {
  number: number;
  source: unknown;
}

/** One passage of an entry that is, or may be, about the open document. */
interface Candidate extends Entry {
  id: string;
  passage: DescribedPassage;
  located: LocatedPassage;
  /** The file names the open document itself, not just some address. */
  isNamed: boolean;
}

/**
 * Reads a file of annotations in the W3C's JSON-LD, or one that resembles it. Whatever the file holds, this does not
 * throw: an entry that cannot be kept is listed with its reason, and the others are read.
 */
export function fromJsonLd(file: unknown, options: ReadingOptions): Result<ImportedFile, FileContentProblem> {
  const { plan, now, onProgress } = options;
  const entries = findAnnotations(file);
  if (entries === undefined) return failure('not-annotations');
  if (entries.length === 0) return failure('no-annotations');
  if (entries.length > mostEntries) return failure('too-many');
  const others = new Map<string, number>();
  const refused: RefusedEntry[] = [];
  const candidates: Candidate[] = [];
  for (const [index, source] of entries.entries()) {
    if (index % reportEvery === 0) onProgress?.(index, entries.length);
    const entry = { number: index + 1, source };
    const passages = isObject(source) ? readTargets(source) : [];
    if (passages.length === 0) refused.push(refusal(entry, { problem: 'not-annotation' }));
    for (const [part, passage] of passages.entries()) {
      const { document } = passage;
      if (document !== undefined && document !== plan.id) {
        count(others, passage.title || document);
        continue;
      }
      const candidate = candidateFor(plan, entry, passage, part);
      if (candidate === undefined) refused.push(refusal(entry, { problem: 'no-quote' }));
      else candidates.push(candidate);
    }
  }
  const imported = keepable(candidates, { plan, now, others, refused });
  refused.sort((left, right) => left.number - right.number);
  return success({ imported, refused, others: [...others].map(([name, number]) => ({ name, count: number })) });
}

function candidateFor(
  plan: PlanDocument,
  entry: Entry,
  passage: DescribedPassage,
  part: number,
): Candidate | undefined {
  const isNamed = passage.document !== undefined;
  const given = isNamed ? givenSelectors(passage) : undefined;
  const located = given === undefined ? locateQuote(plan, passage) : { selectors: given, isFound: true };
  if (located === undefined) return undefined;
  return { ...entry, id: idOf(entry.source, passage, part), passage, located, isNamed };
}

/**
 * A foreign address may be that of any document. It is taken for the open one when at least one of its quotes stands in the
 * text; its other quotes are then kept as orphans.
 */
function keepable(
  candidates: readonly Candidate[],
  { plan, now, others, refused }: Pick<ImportedFile, 'refused'> & ReadingOptions & { others: Map<string, number> },
): ImportedAnnotation[] {
  const here = new Set(candidates.filter(({ located }) => located.isFound).map(({ passage }) => passage.source));
  const kept = new Map<string, ImportedAnnotation>();
  for (const candidate of candidates) {
    const { id, passage, located, isNamed, source } = candidate;
    if (!isNamed && !here.has(passage.source)) {
      count(others, passage.source?.slice(0, longestHint) ?? '');
      continue;
    }
    const checked = checkAnnotation({
      ...readContent(source, now),
      id,
      document: plan.id,
      documentTitle: passage.title ?? plan.title,
      target: located.selectors,
    });
    const rival = kept.get(id);
    if (!checked.ok) refused.push(refusal(candidate, checked.error));
    else if (rival === undefined) kept.set(id, { annotation: checked.value, isOwn: isNamed && isOwnEntry(source) });
    else if (!isSame(rival.annotation, checked.value)) refused.push(refusal(candidate, { problem: 'duplicate' }));
  }
  return [...kept.values()];
}

function isOwnEntry(entry: unknown): boolean {
  return revisionOf(entry) !== undefined && ownIdOf(addressOf(entry) ?? '') !== undefined;
}

/** A second passage of one entry becomes an annotation of its own. */
function idOf(entry: unknown, passage: DescribedPassage, part: number): string {
  const address = addressOf(entry);
  const own = address === undefined ? undefined : ownIdOf(address);
  if (own !== undefined && part === 0) return own;
  const words = [passage.exact, passage.prefix, textOf(entry, 'created'), textOf(entry, 'text')];
  const name = address ?? JSON.stringify([...words, ...listOf(entry, 'body').map((body) => textOf(body, 'value'))]);
  return derivedId(part === 0 ? name : `${name}\n${part}`);
}

function isSame(left: Annotation, right: Annotation): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function refusal({ number, source }: Entry, problem: EntryFailure): RefusedEntry {
  const words = readHint(source);
  return { ...problem, number, hint: words.slice(0, longestHint).replace(/[\uD800-\uDBFF]$/, '') };
}

function readHint(entry: unknown): string {
  if (!isObject(entry)) return typeof entry === 'string' ? entry : '';
  const quote = readTargets(entry).find(({ exact }) => exact !== undefined && exact !== '')?.exact;
  const [body] = listOf(entry, 'body');
  return quote ?? textOf(entry, 'text') ?? textOf(body, 'value') ?? addressOf(entry) ?? '';
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
