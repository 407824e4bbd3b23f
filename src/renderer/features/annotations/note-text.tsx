import { lazy, Suspense } from 'react';
import styles from './markdown-view.module.css';

// The window starts without the Markdown parser.
const MarkdownView = lazy(async () => ({ default: (await import('./markdown-view.tsx')).MarkdownView }));

interface NoteTextProps {
  markdown: string;
  /** The reader ticked the task at this position; without it tasks cannot be ticked. */
  onToggleTask?: (position: number) => void;
}

/** A note as the reader wrote it, and as soon as the parser is there as it is meant. */
export function NoteText(props: NoteTextProps) {
  return (
    <Suspense fallback={<div className={styles.source}>{props.markdown}</div>}>
      <MarkdownView {...props} />
    </Suspense>
  );
}
