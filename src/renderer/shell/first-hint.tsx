import { useEffect } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { Button } from '../ui/button.tsx';
import styles from './first-hint.module.css';

const words = messages.application.hint;

/** Says once how to begin; gone for good when closed or when the first annotation exists. */
export function FirstHint() {
  const isSeen = useApp((state) => state.view.hintSeen);
  const hasNotes = useApp((state) => state.annotations.length > 0);
  const isReady = useApp((state) => state.plan !== null && state.isLoaded);
  const isBusy = useApp((state) => state.search.open || state.selection !== null || state.notices.length > 0);
  const changeView = useApp((state) => state.changeView);
  // Who has begun in one document knows it in every other.
  useEffect(() => {
    if (hasNotes && !isSeen) changeView({ hintSeen: true });
  }, [hasNotes, isSeen, changeView]);
  if (isSeen || hasNotes || isBusy || !isReady) return null;
  return (
    <aside className={styles.hint} aria-label={words.title}>
      <div>
        <strong>{words.title}</strong>
        <p>{words.text}</p>
      </div>
      <Button variant="outlined" onPress={() => changeView({ hintSeen: true })}>
        {words.close}
      </Button>
    </aside>
  );
}
