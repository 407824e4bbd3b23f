import { ChevronDown, ChevronUp } from 'lucide-react';
import { messages } from '#messages/zh-CN';
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
  const { scope, query, pending, hits, notes, problem, complete } = useApp((state) => state.search);
  const { ranges, current } = useApp((state) => state.searchPaint);
  const total = ranges.length;
  const asked = scope === 'text' ? query : scopedQuery(query).words;
  const isAnswered = asked.trim() !== '' && !pending;
  const isNone = total === 0 && hits.length === 0 && notes.count === 0;
  const written = current < 0 ? words.results.places(total) : words.count(current + 1, total);
  const spoken = current < 0 ? words.spokenCount(total) : words.spokenPlace(current + 1, total);
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
        {isNone ? (isAnswered ? words.none : '') : total === 0 ? '' : written + (complete ? '' : words.andMore)}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {isAnswered ? (isNone ? words.spokenNone : spoken) : ''}
      </span>
    </>
  );
}
