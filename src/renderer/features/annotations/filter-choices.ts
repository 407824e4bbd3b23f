import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { labelIds } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import {
  bodyStateOf,
  type ChoiceField,
  type NoteFilter,
  type NoteState,
  noteStatesOf,
  taskStateOf,
} from '../../store/note-filter.ts';
import { groupKeys, groupOf } from '../../store/note-groups.ts';
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
  /** How many annotations of the document it applies to. */
  count: number;
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

/** Everything that the annotations can be narrowed by, with how many that would leave; what none has is left out. */
export function filterChoices(
  plan: PlanDocument,
  settings: Settings,
  placed: readonly PlacedAnnotation[],
): ReadonlyMap<ChoiceField, FilterChoice[]> {
  const counts = new Map<ChoiceField, Map<string, number>>();
  const count = (field: ChoiceField, value: string) => {
    const ofField = counts.get(field) ?? new Map<string, number>();
    ofField.set(value, (ofField.get(value) ?? 0) + 1);
    counts.set(field, ofField);
  };
  for (const mark of placed) {
    const { annotation } = mark;
    count('labels', paintedAs(annotation.label));
    count('bodies', bodyStateOf(annotation));
    const task = taskStateOf(annotation);
    if (task !== undefined) count('tasks', task);
    for (const state of noteStatesOf(mark)) count('states', state);
    count('groups', groupOf(plan, mark));
    for (const tag of annotation.tags) count('tags', tag);
  }
  const choicesOf = (field: ChoiceField, values: readonly string[]): FilterChoice[] =>
    values.flatMap((value) => {
      const found = counts.get(field)?.get(value) ?? 0;
      return found === 0 ? [] : [{ field, value, name: choiceName(plan, settings, field, value), count: found }];
    });
  return new Map<ChoiceField, FilterChoice[]>([
    ['labels', choicesOf('labels', labelIds)],
    ['bodies', choicesOf('bodies', Object.keys(words.bodies))],
    ['tasks', choicesOf('tasks', Object.keys(words.tasks))],
    ['states', choicesOf('states', Object.keys(stateNames))],
    ['groups', choicesOf('groups', groupKeys(plan))],
    [
      'tags',
      choicesOf(
        'tags',
        [...(counts.get('tags') ?? [])].sort(byCount).map(([tag]) => tag),
      ),
    ],
  ]);
}

function byCount([left, leftCount]: [string, number], [right, rightCount]: [string, number]): number {
  return rightCount - leftCount || left.localeCompare(right, 'zh-CN');
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
