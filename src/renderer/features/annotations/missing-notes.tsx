import { FileQuestion } from 'lucide-react';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './annotations-pane.module.css';

const words = messages.annotations.missingNotes;

/** Says that many notes are gone at once, until they are back or the reader goes on without them. */
export function MissingNotes() {
  const store = useAppStore();
  const missing = useApp((state) => state.missing);
  const isAway = useApp((state) => state.folder?.state === 'missing');
  if (missing === 0 || isAway) return null;
  return (
    <div className={styles.problem} role="alert">
      <FileQuestion size={20} strokeWidth={1.5} aria-hidden />
      <h3>{words.title(missing)}</h3>
      <p>{words.text}</p>
      <div className={styles.buttons}>
        <Button variant="outlined" onPress={() => void store.getState().revealFolder()}>
          {words.reveal}
        </Button>
        <Button onPress={() => void store.getState().acceptMissing()}>{words.accept}</Button>
      </div>
    </div>
  );
}
