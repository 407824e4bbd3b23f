import { type PlacedAnnotation, quotedIn } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { taskText } from '#core/ledger/task-text';
import type { PlanDocument } from '#core/plan/plan';
import type { NoteRecord } from '#core/search/search-notes';
import type { AppState } from './app-store.ts';
import { placedNotes } from './placed-annotations.ts';

/** The notes of one document with the text that they belong to, where that can be read. */
export interface SearchedNotes {
  document: string;
  title: string;
  plan: PlanDocument | null;
  notes: readonly PlacedAnnotation[];
}

/** The notes that a search looks at, the open document's first: those of all documents where all are searched. */
export function searchedNotes(state: AppState): SearchedNotes[] {
  const { plan, isLoaded, otherNotes, view } = state;
  if (plan === null) return [];
  // Until the notes of a document that was just opened are read, they are what they were.
  const notes = isLoaded ? placedNotes(state) : (otherNotes.get(plan.id)?.notes ?? []);
  const here = { document: plan.id, title: plan.title, plan, notes };
  if (view.searchEverywhere !== true) return [here];
  return [here, ...[...otherNotes.values()].filter(({ document }) => document !== plan.id)];
}

/** What of those notes is searched, by the id of their document; of a note that is as it was, the very same record. */
export function noteRecords(state: AppState): Map<string, NoteRecord[]> {
  return new Map(
    searchedNotes(state).map(({ document, plan, notes }) => [
      document,
      notes.map(({ annotation }) => recordOf(plan, annotation)),
    ]),
  );
}

const records = new WeakMap<Annotation, { plan: PlanDocument | null; record: NoteRecord }>();

function recordOf(plan: PlanDocument | null, annotation: Annotation): NoteRecord {
  const known = records.get(annotation);
  if (known?.plan === plan) return known.record;
  const { id, body, tags, target, task } = annotation;
  const quote = plan === null ? target.exact : quotedIn(plan, annotation);
  const record = { id, body, quote, task: task === undefined ? '' : taskText(task), tags };
  records.set(annotation, { plan, record });
  return record;
}
