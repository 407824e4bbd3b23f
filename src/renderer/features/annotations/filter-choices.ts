import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { labelIds } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import {
  type ChoiceCounts,
  type ChoiceField,
  countChoices,
  type FilterOptions,
  type NoteFilter,
  type NoteState,
} from '../../store/note-filter.ts';
import { groupKeys } from '../../store/note-groups.ts';
import { groupTitle } from './group-title.ts';

const words = messages.noteList;
const stateNames: Record<NoteState, string> = {
  ...messages.annotations.states,
  conflict: messages.annotations.conflict,
};

export interface FilterChoice {
  field: ChoiceField;
  value: string;
  name: string;
  /** How many annotations would be listed with it, beside what is chosen in the other fields. */
  count: number;
}

export interface FilterChoiceOptions extends Omit<FilterOptions, 'keep'> {
  settings: Settings;
}

/** What a choice is called in the popover and on its chip. */
function choiceName(plan: PlanDocument, settings: Settings, field: ChoiceField, value: string): string {
  switch (field) {
    case 'labels':
      return labelName(settings, value);
    case 'bodies':
      return words.bodies[value as keyof typeof words.bodies];
    case 'tasks':
      return words.tasks[value as keyof typeof words.tasks];
    case 'states':
      return stateNames[value as NoteState];
    case 'groups':
      return groupTitle(plan, value);
    case 'tags':
      return value;
  }
}

/** Everything that the annotations can be narrowed by; what none has is left out, but not what none has beside the rest. */
export function filterChoices(
  placed: readonly PlacedAnnotation[],
  { settings, ...options }: FilterChoiceOptions,
): ReadonlyMap<ChoiceField, FilterChoice[]> {
  const { plan } = options;
  const counts = countChoices(placed, options);
  const choicesOf = (field: ChoiceField, values: readonly string[]): FilterChoice[] =>
    values.flatMap((value) => {
      const found = counts.get(field)?.get(value);
      return found === undefined
        ? []
        : [{ field, value, name: choiceName(plan, settings, field, value), count: found.listed }];
    });
  // By how many have them at all: they stay where they are while others are chosen.
  const tags = [...(counts.get('tags') ?? [])].sort(byCount).map(([tag]) => tag);
  return new Map<ChoiceField, FilterChoice[]>([
    ['labels', choicesOf('labels', labelIds)],
    ['bodies', choicesOf('bodies', Object.keys(words.bodies))],
    ['tasks', choicesOf('tasks', Object.keys(words.tasks))],
    ['states', choicesOf('states', Object.keys(stateNames))],
    ['groups', choicesOf('groups', groupKeys(plan))],
    ['tags', choicesOf('tags', tags)],
  ]);
}

type TagCount = [string, ChoiceCounts];

function byCount([left, { all: ofLeft }]: TagCount, [right, { all: ofRight }]: TagCount): number {
  return ofRight - ofLeft || left.localeCompare(right, 'zh-CN');
}

/** The choices that are in force, in the order of the fields. */
export function chosenOnes(
  plan: PlanDocument,
  settings: Settings,
  filter: NoteFilter,
  fields: readonly ChoiceField[],
): Omit<FilterChoice, 'count'>[] {
  return fields.flatMap((field) =>
    filter[field].map((value: string) => ({ field, value, name: choiceName(plan, settings, field, value) })),
  );
}
