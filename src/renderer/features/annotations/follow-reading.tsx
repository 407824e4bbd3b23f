import { ArrowDown, ArrowUp } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { messages } from '#messages/zh-CN';
import type { NoteRow } from '../../store/note-rows.ts';
import { rowsOfSection, wayTo } from '../../store/section-rows.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './follow-reading.module.css';

const words = messages.noteList;

interface FollowReadingProps {
  rows: readonly NoteRow[];
  scroller: RefObject<HTMLElement | null>;
  /** The lines that are in sight; null as long as none are. */
  sight: { startIndex: number; endIndex: number } | null;
  scrollToIndex: (index: number, options: { align: 'start' }) => void;
  /** Gives the focus to this line of the list. */
  onEnter: (index: number) => void;
}

/**
 * Leads to the annotations of the section that is being read where none of them is in sight: of itself, if the reader wants
 * that and is not busy in the list, else by a button. In another order than that of the text there is no place to go to.
 */
export function FollowReading({ rows, scroller, sight, scrollToIndex, onEnter }: FollowReadingProps) {
  const section = useApp((state) => state.currentSection);
  const isInOrder = useApp(({ view }) => (view.notesOrder ?? 'document') === 'document');
  const isFollowing = useApp((state) => state.view.notesFollow ?? false);
  const isAtWork = useApp((state) => state.isChoosing || state.editedAnnotation !== null);
  const own = useMemo(() => (isInOrder ? rowsOfSection(rows, section) : null), [isInOrder, rows, section]);
  useFollowing({ isOn: isFollowing && !isAtWork, section, first: own?.first, scroller, scrollToIndex });
  const way = own === null || sight === null || isAtWork ? null : wayTo(own, sight);
  if (own === null || way === null) return null;
  const Arrow = way === 'up' ? ArrowUp : ArrowDown;
  return (
    <div className={styles.offer}>
      <Button
        variant="outlined"
        aria-label={words.goToSection(own.count)}
        onPress={({ pointerType }) => {
          scrollToIndex(own.first, { align: 'start' });
          if (pointerType === 'keyboard' || pointerType === 'virtual') onEnter(own.first);
        }}
      >
        <Arrow size={14} strokeWidth={1.75} aria-hidden />
        {words.ofSection(own.count)}
      </Button>
    </div>
  );
}

interface Following {
  isOn: boolean;
  section: string | null;
  /** Index of the first annotation of the section. */
  first: number | undefined;
  scroller: RefObject<HTMLElement | null>;
  scrollToIndex: (index: number, options: { align: 'start' }) => void;
}

/** Follows from section to section and at no other time; a list that is being read or written in stays where it is. */
function useFollowing({ isOn, section, first, scroller, scrollToIndex }: Following): void {
  const known = useRef(section);
  useEffect(() => {
    if (known.current === section) return;
    known.current = section;
    const { current } = scroller;
    const isInUse = current === null || current.matches(':hover') || current.contains(document.activeElement);
    if (isOn && first !== undefined && !isInUse) scrollToIndex(first, { align: 'start' });
  }, [isOn, section, first, scroller, scrollToIndex]);
}
