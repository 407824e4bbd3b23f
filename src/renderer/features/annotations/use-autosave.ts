import { useEffect, useState } from 'react';
import { writingOf } from '../../store/note-writing.ts';
import { useAppStore } from '../../store/use-app.ts';

/** A note's text while it is written; it is saved by itself. */
export function useAutosave(id: string, saved: string) {
  const store = useAppStore();
  const [writing] = useState(() => writingOf(store, id, saved));
  const [text, setText] = useState(writing.text);
  const change = (value: string) => {
    setText(value);
    writing.change(value);
  };

  useEffect(() => {
    if (writing.follow(saved)) setText(saved);
  }, [writing, saved]);
  useEffect(() => {
    writing.open();
    return writing.close;
  }, [writing]);

  return { text, change, save: writing.save };
}
