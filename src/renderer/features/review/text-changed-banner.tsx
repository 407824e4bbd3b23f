import { FileDiff, X } from 'lucide-react';
import { useState } from 'react';
import { messages } from '#messages/zh-CN';
import { type PlaceCount, type PlaceCounts, usePlaceCounts } from '../../store/place-counts.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './text-changed-banner.module.css';

const words = messages.review.banner;

/** Fewer notes are found before anybody could read that they are being looked for. */
const worthTelling = 200;

/**
 * Says above the notes how those of an earlier text stand in the open one: as long as some need a look, and else when the text
 * has just become another.
 */
export function TextChangedBanner() {
  const store = useAppStore();
  const isTold = useApp((state) => state.toldText === state.plan);
  const isUpdated = useApp((state) => state.updatedText !== null && state.updatedText === state.plan);
  const locating = useApp((state) => state.locating);
  const counts = usePlaceCounts();
  const isLong = locating !== null && locating.total >= worthTelling;
  const isNews = useStays(isUpdated || counts.hasUndecided);
  if (!counts.hasSearched || isTold || !(isNews || isLong)) return null;
  return (
    <section className={styles.banner} aria-label={words.name}>
      <FileDiff size={17} strokeWidth={1.6} aria-hidden />
      <p role="status">{locating === null ? sentenceOf(counts) : words.locating(locating.done, locating.total)}</p>
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

/** Once it was true it stays so in this text: the reader who has decided the last one is told so. */
function useStays(isTrue: boolean): boolean {
  const plan = useApp((state) => state.plan);
  const [said, setSaid] = useState(plan);
  const [isSaid, setIsSaid] = useState(isTrue);
  if (said !== plan) {
    setSaid(plan);
    setIsSaid(isTrue);
  } else if (isTrue && !isSaid) setIsSaid(true);
  return isTrue || (isSaid && said === plan);
}

function sentenceOf({ located, unsure, lost }: PlaceCounts): string {
  const isClear = [unsure, lost].every(({ notes, bookmarks }) => notes + bookmarks === 0);
  if (isClear) return words.allLocated(located.notes, located.bookmarks);
  const count = ({ notes, bookmarks }: PlaceCount) => words.count(notes, bookmarks);
  return words.counts(count(located), count(unsure), count(lost));
}
