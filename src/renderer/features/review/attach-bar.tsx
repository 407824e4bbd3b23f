import { MapPin } from 'lucide-react';
import { useEffect } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './attach-bar.module.css';

const words = messages.review.attachBar;

/** While the reader chooses in the text where a note belongs. */
export function AttachBar() {
  const store = useAppStore();
  const attaching = useApp((state) => state.attaching);
  const quote = useApp(({ annotations }) =>
    attaching === null ? undefined : annotations.find(({ id }) => id === attaching)?.target.exact,
  );
  const hasSelection = useApp((state) => state.selection !== null);
  useEffect(() => {
    if (attaching === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const { selection, selectionMode, cancelAttaching } = store.getState();
      if (event.key !== 'Escape' || event.isComposing || selectionMode) return;
      // Esc first ends the selection, then the choosing.
      if (selection === null) cancelAttaching();
      else document.getSelection()?.removeAllRanges();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [attaching, store]);
  if (quote === undefined) return null;
  const attach = async () => {
    const isDone = await store.getState().attachToSelection();
    if (isDone) document.getSelection()?.removeAllRanges();
  };
  return (
    <section className={styles.bar} aria-label={words.name}>
      <MapPin size={17} strokeWidth={1.6} aria-hidden />
      <p title={quote}>
        {words.text}
        <q>{quote}</q>
      </p>
      <Button variant="primary" isDisabled={!hasSelection} onPress={() => void attach()}>
        {words.attach}
      </Button>
      <Button onPress={() => store.getState().cancelAttaching()}>{words.cancel}</Button>
    </section>
  );
}
