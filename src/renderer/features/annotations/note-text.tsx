import { lazy, Suspense } from 'react';
import styles from './markdown-view.module.css';

// The window starts without the Markdown parser.
const MarkdownView = lazy(async () => ({ default: (await import('./markdown-view.tsx')).MarkdownView }));

/** A note as the reader wrote it, and as soon as the parser is there as it is meant. */
export function NoteText({ markdown }: { markdown: string }) {
  return (
    <Suspense fallback={<div className={styles.source}>{markdown}</div>}>
      <MarkdownView markdown={markdown} />
    </Suspense>
  );
}
