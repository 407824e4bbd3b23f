import { Split } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { hasConflict } from '#core/annotation/conflict-parts';
import { messages } from '#messages/zh-CN';
import { toggleChoice } from '../../store/note-filter.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import styles from './annotation-item.module.css';
import { timeInWords } from './time-in-words.ts';
import { useMinute } from './use-minute.ts';

const words = messages.annotations;

interface ItemHeadProps {
  mark: PlacedAnnotation;
  label: string;
  number: string;
  /** The place is not looked for: the document is not open. */
  isElsewhere?: boolean;
  children?: ReactNode;
}

/** The first line of a card: what kind of annotation, where, and since when. */
export function ItemHead({ mark: { annotation, state }, label, number, isElsewhere = false, children }: ItemHeadProps) {
  const isOthers = useApp(({ settings }) => !['', settings.author].includes(annotation.author));
  return (
    <div className={styles.head}>
      {children}
      <span className={styles.label} title={label}>
        {label}
      </span>
      {number === '' ? null : (
        <span className={styles.section} title={number}>
          {number}
        </span>
      )}
      {state === 'anchored' || (isElsewhere && state === 'locating') ? null : (
        <span className={styles.state} data-state={state} title={words.stateHints[state]}>
          {words.states[state]}
        </span>
      )}
      {hasConflict(annotation) ? (
        <span className={styles.conflict} title={words.conflictHint}>
          <Split size={12} strokeWidth={1.8} aria-hidden />
          {words.conflict}
        </span>
      ) : null}
      {isOthers ? (
        <span className={styles.author} title={annotation.author}>
          {annotation.author}
        </span>
      ) : null}
      <Age modified={annotation.modified} />
    </div>
  );
}

/** The tags of a note, each of which narrows the list. */
export function ItemTags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <p className={styles.tags}>
      {tags.map((tag) => (
        <TagButton key={tag} tag={tag} />
      ))}
    </p>
  );
}

/** A tag of a note; a click shows only what has it. */
function TagButton({ tag }: { tag: string }) {
  const store = useAppStore();
  const isChosen = useApp((state) => state.noteFilter.tags.includes(tag));
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={messages.noteList.filterByTag(tag)}
      onClick={() => {
        const { noteFilter, setNoteFilter } = store.getState();
        setNoteFilter(toggleChoice(noteFilter, 'tags', tag));
      }}
    >
      {tag}
    </button>
  );
}

function Age({ modified }: { modified: string }) {
  useMinute();
  return (
    <time className={styles.time} dateTime={modified} title={modified}>
      {timeInWords(modified, new Date())}
    </time>
  );
}
