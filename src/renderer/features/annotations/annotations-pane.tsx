import { useMemo, useState } from 'react';
import type { LabelId } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import { usePlacedAnnotations } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { FilterField } from '../../ui/field.tsx';
import { AnnotationList } from './annotation-list.tsx';
import styles from './annotations-pane.module.css';
import { filterAnnotations } from './filter-annotations.ts';
import { FolderProblem } from './folder-problem.tsx';
import { LabelFilter } from './label-choice.tsx';
import { UnreadableFiles } from './unreadable-files.tsx';

const words = messages.annotations;

/** The right pane: every annotation of the document, in document order. */
export function AnnotationsPane() {
  const plan = useApp((state) => state.plan);
  const unreadable = useApp((state) => state.unreadable);
  const isLoaded = useApp((state) => state.isLoaded);
  const folder = useApp((state) => state.folder);
  const edited = useApp((state) => state.editedAnnotation);
  const placed = usePlacedAnnotations();
  const [text, setText] = useState('');
  const [labels, setLabels] = useState<ReadonlySet<LabelId>>(new Set());
  const shown = useMemo(
    // The note being written stays, whatever the filter says.
    () => filterAnnotations(placed, { text, labels, keep: edited }),
    [placed, text, labels, edited],
  );
  if (plan === null) return null;
  const clear = () => {
    setText('');
    setLabels(new Set());
  };

  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <div className={styles.titleRow}>
          <h2 className={styles.title}>{words.pane}</h2>
          <span className={styles.count} aria-live="polite">
            {words.count(shown.length, placed.length)}
          </span>
        </div>
        {placed.length === 0 ? null : (
          <>
            <FilterField label={words.filter} value={text} onChange={setText} />
            <LabelFilter labels={labels} onChange={setLabels} />
          </>
        )}
      </header>
      <AnnotationList plan={plan} marks={shown}>
        <FolderProblem />
        <UnreadableFiles files={unreadable} />
        {isLoaded && placed.length === 0 && folder?.state !== 'missing' ? <EmptyState /> : null}
        {placed.length > 0 && shown.length === 0 ? (
          <div className={styles.nothing}>
            <p>{words.nothingMatches}</p>
            <Button variant="outlined" onPress={clear}>
              {words.filterCleared}
            </Button>
          </div>
        ) : null}
      </AnnotationList>
    </div>
  );
}

function EmptyState() {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true">
        <path d="M8 16h56M8 32h64M8 48h40" className={styles.emptyLine} />
        <path d="M20 32h36" className={styles.emptyMark} />
        <circle cx="84" cy="32" r="5" className={styles.emptyDot} />
      </svg>
      <h3>{words.empty.title}</h3>
      <p>{words.empty.text}</p>
    </div>
  );
}
