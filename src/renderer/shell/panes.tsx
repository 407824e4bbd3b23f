import { type ReactNode, useEffect, useState } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import styles from './panes.module.css';
import { Splitter } from './splitter.tsx';

const outlineBounds = { minimum: 200, maximum: 480 };
const notesBounds = { minimum: 260, maximum: 640 };

interface PanesProps {
  outline: ReactNode;
  reading: ReactNode;
  notes: ReactNode;
}

/** Three panes; the side ones resize, hide and are remembered. */
export function Panes({ outline, reading, notes }: PanesProps) {
  const { outlineVisible, notesVisible, outlineWidth, notesWidth } = useApp((state) => state.view);
  const changeView = useApp((state) => state.changeView);
  const width = useWindowWidth();
  // In a narrow window the side panes give way before the text does.
  const spare = Math.max(0, width - 460);
  const shownNotes = Math.min(notesWidth, Math.max(notesBounds.minimum, spare * 0.55));
  const shownOutline = Math.min(outlineWidth, Math.max(outlineBounds.minimum, spare * 0.45));
  return (
    <div className={styles.panes}>
      {outlineVisible ? (
        <nav
          className={styles.side}
          style={{ width: shownOutline }}
          aria-label={messages.outline.pane}
          data-pane="outline"
        >
          {outline}
          <Splitter
            name={messages.outline.resize}
            width={shownOutline}
            side="right"
            {...outlineBounds}
            onResize={(next) => changeView({ outlineWidth: next })}
          />
        </nav>
      ) : null}
      <div className={styles.middle}>{reading}</div>
      {notesVisible ? (
        <aside
          className={styles.side}
          style={{ width: shownNotes }}
          aria-label={messages.annotations.pane}
          data-pane="annotations"
        >
          {notes}
          <Splitter
            name={messages.reading.resizeNotes}
            width={shownNotes}
            side="left"
            {...notesBounds}
            onResize={(next) => changeView({ notesWidth: next })}
          />
        </aside>
      ) : null}
    </div>
  );
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const measure = () => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return width;
}
