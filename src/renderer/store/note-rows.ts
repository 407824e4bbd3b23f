import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { labelIds } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import type { NoteOrder } from '#core/settings/settings';
import { documentGroup, groupKeys, groupOf } from './note-groups.ts';
import type { OtherNotes } from './other-notes.ts';

/** The heading of a group; a document's has its title, a chapter's is in the text. */
export interface HeadingRow {
  kind: 'heading';
  group: string;
  title?: string;
  count: number;
  isFolded: boolean;
}

/** An annotation with its number among those listed, from 1; with its document, where that is not the open one. */
interface NoteOfRow {
  kind: 'note';
  mark: PlacedAnnotation;
  position: number;
  elsewhere?: OtherNotes;
}

/** A line of the list. */
export type NoteRow = HeadingRow | NoteOfRow;

/** A note that keeps its place while it is written, although every save makes it the newest. */
export interface HeldNote {
  id: string;
  /** When it was last changed before the writing began. */
  modified: string;
}

/** The annotations in the order that the reader wants; those that are equal in it stay in document order. */
export function orderNotes(
  placed: readonly PlacedAnnotation[],
  order: NoteOrder,
  held: HeldNote | null = null,
): readonly PlacedAnnotation[] {
  if (order === 'document') return placed;
  if (order === 'label') return sortedBy(placed, ({ annotation }) => labelIds.indexOf(paintedAs(annotation.label)));
  const direction = order === 'newest' ? -1 : 1;
  return sortedBy(placed, ({ annotation: { id, modified } }) => {
    return direction * Date.parse(id === held?.id ? held.modified : modified);
  });
}

/** The list as lines, so that a long one can be shown in parts: ungrouped, or each chapter below its heading. */
export function noteRows(
  plan: PlanDocument,
  notes: readonly PlacedAnnotation[],
  { isGrouped, folded }: { isGrouped: boolean; folded: readonly string[] },
): NoteRow[] {
  if (!isGrouped) return notes.map((mark, index) => ({ kind: 'note', mark, position: index + 1 }));
  const groups = new Map<string, PlacedAnnotation[]>(groupKeys(plan).map((group) => [group, []]));
  for (const mark of notes) groups.get(groupOf(plan, mark))?.push(mark);
  let position = 0;
  return [...groups].flatMap(([group, marks]): NoteRow[] => {
    if (marks.length === 0) return [];
    const isFolded = folded.includes(group);
    const heading: NoteRow = { kind: 'heading', group, count: marks.length, isFolded };
    const first = position + 1;
    position += marks.length;
    if (isFolded) return [heading];
    return [heading, ...marks.map((mark, index): NoteRow => ({ kind: 'note', mark, position: first + index }))];
  });
}

/** The annotations of a document, as far as they are listed; those of another one than the open come with it. */
export interface DocumentNotes {
  document: string;
  title: string;
  notes: readonly PlacedAnnotation[];
  elsewhere?: OtherNotes;
}

/** The same with the annotations of all documents, each document below its heading. */
export function documentRows(documents: readonly DocumentNotes[], folded: readonly string[]): NoteRow[] {
  let position = 0;
  return documents.flatMap(({ document, title, notes, elsewhere }): NoteRow[] => {
    if (notes.length === 0) return [];
    const group = documentGroup(document);
    const isFolded = folded.includes(group);
    const first = position + 1;
    position += notes.length;
    const heading: NoteRow = { kind: 'heading', group, title, count: notes.length, isFolded };
    if (isFolded) return [heading];
    const rows = notes.map((mark, index): NoteRow => {
      const row = { kind: 'note', mark, position: first + index } as const;
      return elsewhere === undefined ? row : { ...row, elsewhere };
    });
    return [heading, ...rows];
  });
}

/** The annotations of the open document as they stand in the list; what is folded away stands after what is seen. */
export function inRowOrder(rows: readonly NoteRow[], notes: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  const seen = rows.flatMap((row) => (row.kind === 'note' && row.elsewhere === undefined ? [row.mark] : []));
  if (seen.length === notes.length) return seen;
  const isSeen = new Set(seen);
  return [...seen, ...notes.filter((mark) => !isSeen.has(mark))];
}

function sortedBy(
  placed: readonly PlacedAnnotation[],
  rankOf: (mark: PlacedAnnotation) => number,
): readonly PlacedAnnotation[] {
  return placed
    .map((mark) => ({ mark, value: rankOf(mark) }))
    .sort((left, right) => left.value - right.value)
    .map(({ mark }) => mark);
}
