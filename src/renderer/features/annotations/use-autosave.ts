import { useEffect, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { writingOf } from '../../store/note-writing.ts';
import { useAppStore } from '../../store/use-app.ts';

/** A note's text while it is written; it is saved by itself. */
export function useAutosave(annotation: Annotation) {
  const store = useAppStore();
  const [writing] = useState(() => writingOf(store, annotation));
  const [text, setText] = useState(writing.text);
  const change = (value: string) => {
    setText(value);
    writing.change(value);
  };

  const saved = annotation.body;
  useEffect(() => {
    if (writing.follow(saved)) setText(saved);
  }, [writing, saved]);
  useEffect(() => {
    writing.open(setText);
    return writing.close;
  }, [writing]);

  return { text, change, save: writing.save, draftTag: writing.draftTag };
}
