import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { outlineBounds, rightPaneSizes, usePaneWidths } from './pane-widths.ts';
import styles from './panes.module.css';
import { Splitter } from './splitter.tsx';

interface PanesProps {
  outline: ReactNode;
  reading: ReactNode;
  notes: ReactNode;
}

/** Three panes; the side ones resize, hide and are remembered. */
export function Panes({ outline, reading, notes }: PanesProps) {
  const outlineVisible = useApp((state) => state.view.outlineVisible);
  const notesVisible = useApp((state) => state.view.notesVisible);
  const widths = usePaneWidths();
  const changeView = useApp((state) => state.changeView);
  const right = rightPaneSizes[useApp((state) => state.view.rightTab ?? 'notes')];
  return (
    <div className={styles.panes}>
      {outlineVisible ? (
        <nav
          className={styles.side}
          style={{ width: widths.outline }}
          aria-label={messages.outline.pane}
          data-pane="outline"
        >
          {outline}
          <Splitter
            name={messages.outline.resize}
            width={widths.outline}
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
          style={{ width: widths.notes }}
          aria-label={messages.annotations.pane}
          data-pane="annotations"
        >
          {notes}
          <Splitter
            name={right.name}
            width={widths.notes}
            side="left"
            {...right.bounds}
            onResize={(next) => changeView({ [right.viewKey]: next })}
          />
        </aside>
      ) : null}
    </div>
  );
}
