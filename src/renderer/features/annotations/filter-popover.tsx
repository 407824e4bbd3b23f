import { useCallback, useMemo, useState } from 'react';
import { Dialog, DialogTrigger, Popover, ToggleButton } from 'react-aria-components';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useOtherNotes } from '../../store/listed-notes.ts';
import {
  type ChoiceField,
  choiceCount,
  choiceFields,
  type NoteFilter,
  type NoteState,
  toggleChoice,
} from '../../store/note-filter.ts';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { latin, usePinyin } from '../../store/use-pinyin.ts';
import { Button } from '../../ui/button.tsx';
import { FilterOpener } from '../../ui/filter-opener.tsx';
import { type FilterChoice, filterChoices } from './filter-choices.ts';
import styles from './note-filter.module.css';

const words = messages.noteList;
/** More tags than this are found by typing. */
const mostTags = 40;

/** Opens what the list can be narrowed by. */
export function FilterPopover({ plan }: { plan: PlanDocument }) {
  const filter = useApp((state) => state.noteFilter);
  const chosen = choiceCount(filter);
  // The status bar stays in sight.
  const [panes, setPanes] = useState<Element | null>(null);
  const measure = useCallback(
    (button: Element | null) => setPanes(button?.closest('[data-pane]')?.parentElement ?? null),
    [],
  );
  return (
    <DialogTrigger>
      <FilterOpener ref={measure} chosen={chosen} />
      <Popover
        placement="bottom end"
        offset={6}
        {...(panes === null ? {} : { boundaryElement: panes })}
        className={styles.popover ?? ''}
      >
        <Dialog aria-label={messages.filtering.dialog} className={styles.dialog ?? ''}>
          <Choices plan={plan} filter={filter} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ plan, filter }: { plan: PlanDocument; filter: NoteFilter }) {
  const here = usePlacedNotes();
  const others = useOtherNotes();
  const isEverywhere = useApp((state) => state.view.notesEverywhere ?? false);
  const placed = useMemo(() => [...here, ...others.flatMap(({ notes }) => notes)], [here, others]);
  // Nothing is being located in a document that is not open.
  const isOffered = ({ field, value }: FilterChoice) =>
    !(isEverywhere && field === 'states' && value === ('locating' satisfies NoteState));
  // Chapters are those of the open document.
  const fields = isEverywhere ? choiceFields.filter((field) => field !== 'groups') : choiceFields;
  const settings = useApp((state) => state.settings);
  const setNoteFilter = useApp((state) => state.setNoteFilter);
  const clear = useApp((state) => state.clearNoteFilter);
  const isSpelled = usePinyin(latin.test(filter.text));
  const choices = useMemo(
    () => filterChoices(placed, { plan, settings, filter, isSpelled }),
    [plan, settings, placed, filter, isSpelled],
  );
  return (
    <>
      <div className={styles.fields}>
        {fields.map((field) => (
          <Field
            key={field}
            field={field}
            choices={(choices.get(field) ?? []).filter(isOffered)}
            filter={filter}
            onToggle={({ value }) => setNoteFilter(toggleChoice(filter, field, value as never))}
          />
        ))}
      </div>
      {choiceCount(filter) === 0 ? null : (
        <div className={styles.clearAll}>
          <Button
            onPress={({ target }) => {
              // The button goes; the choices above it stay.
              target.closest('[role="dialog"]')?.querySelector('button')?.focus();
              clear();
            }}
          >
            {messages.filtering.clear}
          </Button>
        </div>
      )}
    </>
  );
}

interface FieldProps {
  field: ChoiceField;
  choices: readonly FilterChoice[];
  filter: NoteFilter;
  onToggle: (choice: FilterChoice) => void;
}

/** What is worth offering even where it is the only choice of its field: not every annotation has one. */
const partial: readonly ChoiceField[] = ['tags', 'tasks'];

/** The choices of one field; a field that would narrow nothing is not offered. */
function Field({ field, choices, filter, onToggle }: FieldProps) {
  const chosen: readonly string[] = filter[field];
  if (choices.length === 0 || (choices.length < 2 && !partial.includes(field) && chosen.length === 0)) return null;
  const shown = choices.slice(0, mostTags);
  return (
    <fieldset className={styles.field}>
      <legend>{words.fields[field]}</legend>
      <div className={styles.choices} data-field={field}>
        {shown.map((choice) => (
          <ToggleButton
            key={choice.value}
            className={styles.choice ?? ''}
            data-label={field === 'labels' ? choice.value : undefined}
            aria-label={`${nameOf(choice)}，${words.choiceCount(choice.count)}`}
            data-empty={(choice.count === 0 && !chosen.includes(choice.value)) || undefined}
            isSelected={chosen.includes(choice.value)}
            onChange={() => onToggle(choice)}
          >
            {field === 'labels' ? <i /> : null}
            <span className={styles.choiceName}>{choice.name}</span>
            <span className={styles.choiceCount}>{choice.count}</span>
          </ToggleButton>
        ))}
      </div>
      {choices.length > shown.length ? (
        <p className={styles.more}>{words.moreTags(choices.length - shown.length)}</p>
      ) : null}
    </fieldset>
  );
}

function nameOf({ field, name }: FilterChoice): string {
  if (field === 'labels') return words.filterByLabel(name);
  return field === 'tags' ? words.filterByTag(name) : name;
}
