import { FileDiff, X } from 'lucide-react';
import { messages } from '#messages/zh-CN';
import { type PlaceCount, usePlaceCounts } from '../../store/place-counts.ts';
import { placedAnnotations } from '../../store/placed-annotations.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './text-changed-banner.module.css';

const words = messages.review.banner;

/** Says above the notes that the open text is another than they were made in, and how they stand in it. */
export function TextChangedBanner() {
  const store = useAppStore();
  const isTold = useApp((state) => state.toldText === state.plan);
  const isOther = useApp((state) => placedAnnotations(state).some(({ isSearched }) => isSearched));
  const locating = useApp((state) => state.locating);
  const said = useSentence();
  if (!isOther || isTold) return null;
  return (
    <section className={styles.banner} aria-label={words.name}>
      <FileDiff size={17} strokeWidth={1.6} aria-hidden />
      <p role="status">{locating === null ? said : words.locating(locating.done, locating.total)}</p>
      <div className={styles.buttons}>
        <Button variant="outlined" isDisabled={locating !== null} onPress={() => store.getState().openReview()}>
          {words.open}
        </Button>
        <IconButton
          name={words.dismiss}
          icon={<X size={15} strokeWidth={1.6} />}
          onPress={() => store.getState().dismissReview()}
        />
      </div>
    </section>
  );
}

function useSentence(): string {
  const { located, unsure, lost } = usePlaceCounts();
  const isClear = [unsure, lost].every(({ notes, bookmarks }) => notes + bookmarks === 0);
  if (isClear) return words.allLocated(located.notes, located.bookmarks);
  const count = ({ notes, bookmarks }: PlaceCount) => words.count(notes, bookmarks);
  return words.counts(count(located), count(unsure), count(lost));
}
