import { memo, useDeferredValue } from 'react';
import { type PlacedAnnotation, quotedIn } from '#core/anchoring/place-annotations';
import { isBookmark } from '#core/annotation/bookmark';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { useStandingOf } from '../../store/use-ledger.ts';
import { shorten, standingName } from './margin-marks.tsx';
import type { Marks } from './section-marks.ts';
import styles from './section-view.module.css';

const words = messages.reading;
const none: Marks = new Map();

/**
 * What a screen reader is told of a section's annotations, since painted highlights are nothing to it: a list that leads to
 * each passage and its note. It is out of the order of Tab, where the marks in the margin are; and it is made when there
 * is time, since it is not seen.
 */
export const SectionNotes = memo(function SectionNotes({ marks }: { marks: Marks }) {
  const notes = Array.from(useDeferredValue(marks, none).values())
    .flat()
    .filter(({ annotation }) => !isBookmark(annotation));
  const store = useAppStore();
  const plan = useApp((state) => state.plan);
  const settings = useApp((state) => state.settings);
  const standingOf = useStandingOf();
  if (plan === null || notes.length === 0) return null;
  const open = ({ annotation, block }: PlacedAnnotation) => {
    const { selectAnnotation, changeView } = store.getState();
    changeView({ notesVisible: true, rightTab: 'notes' });
    selectAnnotation(annotation.id);
    focusBlock(block);
  };
  return (
    <fieldset className={`visually-hidden ${styles.notes}`} aria-label={words.sectionNotes(notes.length)}>
      <ul>
        {notes.map((mark, index) => {
          const { body, label, id } = mark.annotation;
          const standing = standingName(standingOf(mark.annotation));
          const quote = shorten(quotedIn(plan, mark.annotation));
          return (
            <li key={id}>
              <button type="button" tabIndex={-1} onClick={() => open(mark)}>
                {words.sectionNote(index + 1, labelName(settings, label), quote, { hasNote: body !== '', standing })}
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
});

/** Says with a block what is annotated in it. */
export function BlockSummary({ id, marks }: { id: string; marks: readonly PlacedAnnotation[] }) {
  const settings = useApp((state) => state.settings);
  const labels = marks.flatMap(({ annotation }) =>
    isBookmark(annotation) ? [] : [labelName(settings, annotation.label)],
  );
  const standingOf = useStandingOf();
  const standings = marks.map(({ annotation }) => standingName(standingOf(annotation))).filter(Boolean);
  return (
    <span id={id} hidden>
      {labels.length === 0 ? words.blockBookmarked : words.blockNotes(labels.length, [...new Set(labels)], standings)}
    </span>
  );
}

function focusBlock(block: number | undefined): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${block}"]`);
  if (row === null) return;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
}
