import { useCallback, useEffect, useRef, useState } from 'react';
import { useAppStore } from '../../store/use-app.ts';

/** Typing is saved when it pauses for this long, ms. */
const pause = 400;
/** A failed save is tried again after this long, ms. */
const retryAfter = 3000;

let sessions = 0;

/**
 * Keeps a note's text while it is written and saves it by itself. What could not be saved stays in the field and is tried
 * again; closing the window waits for it.
 */
export function useAutosave(id: string, saved: string) {
  const store = useAppStore();
  const [text, setText] = useState(saved);
  const latest = useRef({ text: saved, saved });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [mergeKey] = useState(() => {
    sessions += 1;
    return `body:${id}:${sessions}`;
  });

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const wanted = latest.current.text;
    if (wanted === latest.current.saved) return true;
    const isSaved = await store.getState().changeAnnotation(id, { body: wanted }, { mergeKey });
    if (isSaved) latest.current.saved = wanted;
    else timer.current = setTimeout(() => void save(), retryAfter);
    return isSaved;
  }, [id, mergeKey, store]);

  const change = (value: string) => {
    setText(value);
    latest.current.text = value;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
  };

  // Undo, or another program, changed the note while nothing was being typed.
  useEffect(() => {
    if (saved === latest.current.saved || latest.current.text !== latest.current.saved) return;
    latest.current = { text: saved, saved };
    setText(saved);
  }, [saved]);

  useEffect(() => {
    const { pendingEdits } = store.getState();
    pendingEdits.add(save);
    return () => {
      pendingEdits.delete(save);
      void save();
    };
  }, [save, store]);

  return { text, change, save };
}
