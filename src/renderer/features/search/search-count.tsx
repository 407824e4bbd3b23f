import { ChevronDown, ChevronUp } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { scopedQuery } from '../../store/scoped-query.ts';
import { useApp } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import { keysOf } from '../../ui/command-keys.ts';
import styles from './search-box.module.css';

const words = messages.search;
const icon = { size: 16, strokeWidth: 1.5 } as const;

const steps = {
  findNext: { step: 1, name: words.next, icon: <ChevronDown {...icon} /> },
  findPrevious: { step: -1, name: words.previous, icon: <ChevronUp {...icon} /> },
} as const;

/** Goes to the next place or the one before. */
export function SearchStep({ command }: { command: keyof typeof steps }) {
  const stepHit = useApp((state) => state.stepHit);
  const hasPlaces = useApp((state) => state.searchPaint.ranges.length > 0);
  const { step, ...shown } = steps[command];
  return <IconButton {...shown} keys={keysOf(command)} isDisabled={!hasPlaces} onPress={() => stepHit(step)} />;
}

/** Where one stands among the places, for the eye and for the ear. */
export function SearchCount() {
  const { scope, query, pending, problem, complete } = useApp((state) => state.search);
  const { written, spoken } = useApp(useShallow(countOf));
  const asked = scope === 'text' ? query : scopedQuery(query).words;
  const isAnswered = asked.trim() !== '' && !pending;
  if (problem !== null) {
    return (
      <span className={styles.count} data-problem aria-hidden>
        {words.problems[problem].mark}
      </span>
    );
  }
  return (
    <>
      <span className={styles.count} aria-hidden>
        {written !== null ? written + (complete ? '' : words.andMore) : isAnswered ? words.none : ''}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {isAnswered ? (spoken ?? words.spokenNone) : ''}
      </span>
    </>
  );
}

/** What the box says was found, which is what the heads of the list say; null where it is nothing. */
function countOf(state: AppState): { written: string | null; spoken: string | null } {
  const { tallies, notes } = state.search;
  const { ranges, current } = state.searchPaint;
  const total = ranges.length;
  if (current >= 0) {
    return { written: words.count(current + 1, total), spoken: words.spokenPlace(current + 1, total) };
  }
  const isElsewhere = tallies.some(({ document, sections }) => document !== state.plan?.id && sections > 0);
  if (isElsewhere) return { written: words.countHere(total), spoken: words.spokenCountHere(total) };
  if (total > 0) return { written: words.results.places(total), spoken: words.spokenCount(total) };
  const { count } = notes;
  if (count > 0) return { written: words.results.noteCount(count), spoken: words.spokenNotes(count) };
  const related = tallies.reduce((sum, tally) => sum + tally.related, 0);
  if (related > 0) return { written: '', spoken: words.results.relatedSections(related) };
  return { written: null, spoken: null };
}
