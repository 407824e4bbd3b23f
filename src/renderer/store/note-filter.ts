import type { PlacedAnnotation, PlaceState } from '#core/anchoring/place-annotations';
import type { Annotation, LabelId } from '#core/annotation/annotation';
import { hasConflict } from '#core/annotation/conflict-parts';
import { paintedAs } from '#core/annotation/label';
import { taskMarks } from '#core/markdown/tasks';
import type { PlanDocument } from '#core/plan/plan';
import { groupOf } from './note-groups.ts';

/** `open`: something in the note's to-do list is left to do; `done`: all of it is done. */
export type TaskState = 'open' | 'done';
export type BodyState = 'with' | 'without';
/** How a note stands in the text, and whether it holds two texts of which the reader has not yet made one. */
export type NoteState = PlaceState | 'conflict';

/**
 * Which annotations the list shows. The fields combine: each narrows what the others leave. An empty one lets everything
 * pass; of several choices in one field any will do, but of tags all must be there.
 */
export interface NoteFilter {
  /** Words to look for in quote, note and tags; all blank-separated words must occur. */
  text: string;
  labels: readonly LabelId[];
  tags: readonly string[];
  /** Keys of groups: see `note-groups.ts`. */
  groups: readonly string[];
  tasks: readonly TaskState[];
  bodies: readonly BodyState[];
  states: readonly NoteState[];
}

export const noFilter: NoteFilter = { text: '', labels: [], tags: [], groups: [], tasks: [], bodies: [], states: [] };

/** The fields that are lists of choices. */
export type ChoiceField = Exclude<keyof NoteFilter, 'text'>;
export const choiceFields = ['labels', 'bodies', 'tasks', 'tags', 'states', 'groups'] as const satisfies ChoiceField[];

export interface FilterOptions {
  plan: PlanDocument;
  filter: NoteFilter;
  /** Ids of annotations that are shown in any case. */
  keep?: readonly (string | null)[];
  /** Whether `text` has a run of characters that `letters` spell in pinyin. */
  isSpelled?: (text: string, letters: string) => boolean;
}

/** The annotations that pass, in their order; the very same list when nothing narrows it. */
export function filterNotes(
  placed: readonly PlacedAnnotation[],
  { plan, filter, keep = [], isSpelled = () => false }: FilterOptions,
): readonly PlacedAnnotation[] {
  const words = wordsOf(filter.text);
  if (words.length === 0 && choiceCount(filter) === 0) return placed;
  const passes = (mark: PlacedAnnotation) =>
    passesChoices(plan, filter, mark) && passesText(words, mark.annotation, isSpelled);
  return placed.filter((mark) => keep.includes(mark.annotation.id) || passes(mark));
}

/** How many annotations a choice applies to at all, and how many would be listed with it. */
export interface ChoiceCounts {
  all: number;
  listed: number;
}

/**
 * For every choice that some annotation answers to: how many would be listed with it, given the text and the choices of
 * the other fields, and of its own field only where all have to be there.
 */
export function countChoices(
  placed: readonly PlacedAnnotation[],
  { plan, filter, isSpelled = () => false }: Omit<FilterOptions, 'keep'>,
): ReadonlyMap<ChoiceField, ReadonlyMap<string, ChoiceCounts>> {
  const counts = new Map(choiceFields.map((field) => [field, new Map<string, ChoiceCounts>()]));
  const words = wordsOf(filter.text);
  for (const mark of placed) {
    const own = new Map(choiceFields.map((field) => [field, choicesOf(plan, mark, field)]));
    const failed = choiceFields.filter((field) => !passesField(filter, field, () => own.get(field) ?? []));
    // A note that two fields leave out is left out whatever is chosen in one of them.
    const isNear = failed.length < 2 && passesText(words, mark.annotation, isSpelled);
    for (const [field, ofField] of counts) {
      const isListed = isNear && failed.every((other) => other === field && field !== 'tags');
      for (const value of own.get(field) ?? []) {
        const { all, listed } = ofField.get(value) ?? { all: 0, listed: 0 };
        ofField.set(value, { all: all + 1, listed: listed + Number(isListed) });
      }
    }
  }
  return counts;
}

/** How many choices narrow the list, beside the text. */
export function choiceCount(filter: NoteFilter): number {
  return choiceFields.reduce((count, field) => count + filter[field].length, 0);
}

export function isFiltering(filter: NoteFilter): boolean {
  return wordsOf(filter.text).length > 0 || choiceCount(filter) > 0;
}

/** The change that adds a choice to a field, or takes it away. */
export function toggleChoice<Field extends ChoiceField>(
  filter: NoteFilter,
  field: Field,
  choice: NoteFilter[Field][number],
): NoteFilter {
  const chosen: readonly string[] = filter[field];
  const next = chosen.includes(choice) ? chosen.filter((other) => other !== choice) : [...chosen, choice];
  return { ...filter, [field]: next };
}

/** Whether anything is left to do in a note; `undefined` when it has no to-do list. */
export function taskStateOf({ body }: Annotation): TaskState | undefined {
  // Nearly all notes have none: they are not cut into lines.
  if (!body.includes('[')) return undefined;
  const marks = taskMarks(body);
  if (marks.length === 0) return undefined;
  return marks.some((at) => body[at] === ' ') ? 'open' : 'done';
}

function bodyStateOf({ body }: Annotation): BodyState {
  return body.trim() === '' ? 'without' : 'with';
}

/** A note in conflict has a place as any other. */
function noteStatesOf({ annotation, state }: PlacedAnnotation): NoteState[] {
  return hasConflict(annotation) ? [state, 'conflict'] : [state];
}

function passesChoices(plan: PlanDocument, filter: NoteFilter, mark: PlacedAnnotation): boolean {
  return choiceFields.every((field) => passesField(filter, field, () => choicesOf(plan, mark, field)));
}

function passesField(filter: NoteFilter, field: ChoiceField, ofMark: () => readonly string[]): boolean {
  const chosen: readonly string[] = filter[field];
  if (chosen.length === 0) return true;
  const own = ofMark();
  return field === 'tags' ? chosen.every((tag) => own.includes(tag)) : chosen.some((choice) => own.includes(choice));
}

/** The choices of a field that an annotation answers to. */
function choicesOf(plan: PlanDocument, mark: PlacedAnnotation, field: ChoiceField): readonly string[] {
  const { annotation } = mark;
  switch (field) {
    case 'labels':
      return [paintedAs(annotation.label)];
    case 'bodies':
      return [bodyStateOf(annotation)];
    case 'tasks': {
      const task = taskStateOf(annotation);
      return task === undefined ? [] : [task];
    }
    case 'states':
      return noteStatesOf(mark);
    case 'groups':
      return [groupOf(plan, mark)];
    case 'tags':
      return annotation.tags;
  }
}

function passesText(
  words: readonly string[],
  annotation: Annotation,
  isSpelled: (text: string, letters: string) => boolean,
): boolean {
  return words.every((word) => {
    const content = contentOf(annotation);
    return content.includes(word) || isSpelled(content, word);
  });
}

function wordsOf(text: string): string[] {
  return text.trim().toLowerCase().split(/\s+/u).filter(Boolean);
}

const contents = new WeakMap<Annotation, string>();

/** What text is looked for in; worked out once for each annotation, since every key asks all of them. */
function contentOf(annotation: Annotation): string {
  let content = contents.get(annotation);
  if (content === undefined) {
    const { target, placement, body, tags } = annotation;
    // the passage as it was noted, and as it stands in a later text
    content = [target.exact, placement?.exact ?? '', body, ...tags].join('\n').toLowerCase();
    contents.set(annotation, content);
  }
  return content;
}
