import { Check, History } from 'lucide-react';
import { messages } from '#messages/zh-CN';
import { usePlaceCounts } from '../../store/place-counts.ts';
import { foundButUnsure } from '../../store/review.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './review-screen.module.css';

const words = messages.review;

interface ReviewHeadProps {
  /** Hash of the text that the notes were made in; undefined when all know the open one. */
  earlier: string | undefined;
  onAccepted: () => void;
  onClose: () => void;
}

/** The three numbers, and what can be done about all notes at once. */
export function ReviewHead({ earlier, onAccepted, onClose }: ReviewHeadProps) {
  const store = useAppStore();
  const counts = usePlaceCounts();
  const found = useApp((state) => foundButUnsure(state).length);
  const acceptAll = async () => {
    await store.getState().confirmFound();
    onAccepted();
  };
  const goBack = async () => {
    if (earlier !== undefined && (await store.getState().useVersion(earlier))) onClose();
  };
  return (
    <div className={styles.head}>
      <dl className={styles.counts}>
        {(['located', 'unsure', 'lost'] as const).map((kind) => {
          const { notes, bookmarks } = counts[kind];
          return (
            <div key={kind} data-kind={kind}>
              <dt>{words.counts[kind]}</dt>
              <dd>
                {notes + bookmarks}
                {bookmarks === 0 ? null : <small>{words.ofBookmarks(bookmarks)}</small>}
              </dd>
            </div>
          );
        })}
      </dl>
      {found === 0 ? null : (
        <Button variant="outlined" onPress={() => void acceptAll()}>
          <Check size={16} strokeWidth={1.6} aria-hidden />
          {words.acceptAll(found)}
        </Button>
      )}
      {earlier === undefined ? null : (
        <Button onPress={() => void goBack()}>
          <History size={16} strokeWidth={1.6} aria-hidden />
          {words.goBack}
        </Button>
      )}
    </div>
  );
}
