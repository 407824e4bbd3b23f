import { X } from 'lucide-react';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { choiceFields, isFiltering, toggleChoice } from '../../store/note-filter.ts';
import { useApp } from '../../store/use-app.ts';
import { chosenOnes } from './filter-choices.ts';
import { focusFilter } from './filter-focus.ts';
import styles from './note-filter.module.css';

const words = messages.noteList;

/** What the list is narrowed by at the moment; each choice can be taken away.
 * `canClear`: all of them at once; where nothing is left to show, the list itself offers that. */
export function ActiveFilters({ plan, canClear }: { plan: PlanDocument; canClear: boolean }) {
  const filter = useApp((state) => state.noteFilter);
  const settings = useApp((state) => state.settings);
  const setNoteFilter = useApp((state) => state.setNoteFilter);
  const clear = useApp((state) => state.clearNoteFilter);
  if (!isFiltering(filter)) return null;
  const chosen = chosenOnes(plan, settings, filter, choiceFields);
  return (
    <div className={styles.active}>
      <ul className={styles.chips} aria-label={words.activeFilters}>
        {chosen.map(({ field, value, name }, position) => (
          <li key={`${field} ${value}`}>
            <button
              type="button"
              className={styles.chip}
              data-label={field === 'labels' ? value : undefined}
              aria-label={words.dropFilter(name)}
              title={name}
              data-chip
              onClick={({ currentTarget }) => {
                setNoteFilter(toggleChoice(filter, field, value as never));
                focusFilter(currentTarget, position);
              }}
            >
              {field === 'labels' ? <i /> : null}
              <span>{name}</span>
              <X size={12} strokeWidth={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {canClear ? (
        <button
          type="button"
          className={styles.clear}
          onClick={({ currentTarget }) => {
            clear();
            focusFilter(currentTarget, 0);
          }}
        >
          {words.filterCleared}
        </button>
      ) : null}
    </div>
  );
}
