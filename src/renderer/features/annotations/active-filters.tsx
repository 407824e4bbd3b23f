import type { PlanDocument } from '#core/plan/plan';
import { choiceFields, isFiltering, toggleChoice } from '../../store/note-filter.ts';
import { useApp } from '../../store/use-app.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { chosenOnes } from './filter-choices.ts';

/** What the annotations are narrowed by. `canClear`: all of it at once; where nothing is left to show, the list offers that. */
export function ActiveFilters({ plan, canClear }: { plan: PlanDocument; canClear: boolean }) {
  const filter = useApp((state) => state.noteFilter);
  const settings = useApp((state) => state.settings);
  const setNoteFilter = useApp((state) => state.setNoteFilter);
  const clear = useApp((state) => state.clearNoteFilter);
  if (!isFiltering(filter)) return null;
  const chips = chosenOnes(plan, settings, filter, choiceFields).map(({ field, value, name }) => ({
    key: `${field} ${value}`,
    name,
    label: field === 'labels' ? value : undefined,
    onDrop: () => setNoteFilter(toggleChoice(filter, field, value as never)),
  }));
  return <FilterChips chips={chips} onClear={canClear ? clear : undefined} />;
}
