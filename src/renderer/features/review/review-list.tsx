import { Check } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { paintedAs } from '#core/annotation/label';
import { messages } from '#messages/zh-CN';
import styles from './review-screen.module.css';

const words = messages.review;

interface ReviewListProps {
  marks: readonly PlacedAnnotation[];
  current: string | undefined;
  onChoose: (id: string) => void;
  ref: RefObject<HTMLUListElement | null>;
}

/** The notes to go through. */
export function ReviewList({ marks, current, onChoose, ref }: ReviewListProps) {
  useEffect(() => {
    // The screen opens with the keys where they are needed.
    currentItem(ref)?.focus();
  }, [ref]);
  useEffect(() => {
    if (current !== undefined) currentItem(ref)?.scrollIntoView({ block: 'nearest' });
  }, [ref, current]);
  return (
    <ul ref={ref} className={styles.list} aria-label={words.list}>
      {marks.map(({ annotation, state, isSearched }) => {
        const stateName = isSearched ? messages.annotations.states[state] : words.decided;
        return (
          <li key={annotation.id} data-label={paintedAs(annotation.label)}>
            <button
              type="button"
              data-item
              className={styles.item}
              aria-current={annotation.id === current}
              aria-label={words.itemName(stateName, annotation.target.exact)}
              title={annotation.target.exact.length > 60 ? annotation.target.exact : undefined}
              onClick={() => onChoose(annotation.id)}
            >
              <span className={styles.itemState} data-state={isSearched ? state : 'decided'}>
                {isSearched ? null : <Check size={12} strokeWidth={2.4} aria-hidden />}
                {stateName}
                {annotation.motivation === 'bookmarking' ? ` · ${messages.bookmarks.tab}` : ''}
              </span>
              <span className={styles.itemQuote}>{annotation.target.exact}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function currentItem(list: RefObject<HTMLUListElement | null>): HTMLElement | null | undefined {
  return list.current?.querySelector<HTMLElement>('[aria-current="true"]');
}
