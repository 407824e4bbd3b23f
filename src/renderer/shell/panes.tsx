import { type ReactNode, useEffect, useRef } from 'react';
import { messages } from '#messages/zh-CN';
import { isLedgerAlone } from '../store/ledger.ts';
import { useApp } from '../store/use-app.ts';
import { isTextField } from '../ui/key-events.ts';
import { outlineBounds, rightPaneSizes, usePaneWidths } from './pane-widths.ts';
import styles from './panes.module.css';
import { Splitter } from './splitter.tsx';

interface PanesProps {
  outline: ReactNode;
  reading: ReactNode;
  notes: ReactNode;
}

/** Three panes; the side ones resize, hide and are remembered. A wide ledger covers the others, which stay as they are behind it. */
export function Panes({ outline, reading, notes }: PanesProps) {
  const outlineVisible = useApp((state) => state.view.outlineVisible);
  const notesVisible = useApp((state) => state.view.notesVisible);
  const widths = usePaneWidths();
  const changeView = useApp((state) => state.changeView);
  const sizes = rightPaneSizes[useApp((state) => state.view.rightTab ?? 'notes')];
  const isAlone = useApp(isLedgerAlone);
  const right = useRef<HTMLElement>(null);
  useEscape(right, isAlone);
  return (
    <div className={styles.panes} data-alone={isAlone || undefined}>
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
      <div className={styles.middle} style={isAlone ? { marginRight: widths.notes } : undefined}>
        {reading}
      </div>
      {notesVisible ? (
        <aside
          ref={right}
          className={styles.side}
          style={isAlone ? undefined : { width: widths.notes }}
          aria-label={messages.annotations.pane}
          data-pane="annotations"
        >
          {notes}
          {isAlone ? null : (
            <Splitter
              name={sizes.name}
              width={widths.notes}
              side="left"
              {...sizes.bounds}
              onResize={(next) => changeView({ [sizes.viewKey]: next })}
            />
          )}
        </aside>
      ) : null}
    </div>
  );
}

/** Escape in a wide ledger brings the text back, unless a field has its own use for the key. */
function useEscape(pane: { current: HTMLElement | null }, isAlone: boolean): void {
  const setLedgerWide = useApp((state) => state.setLedgerWide);
  useEffect(() => {
    const { current } = pane;
    if (!isAlone || current === null) return;
    const onKeyDown = ({ key, isComposing, target }: KeyboardEvent) => {
      const isOfField = isTextField(target) || (target instanceof Element && target.closest('[data-editor]') !== null);
      if (key === 'Escape' && !isComposing && !isOfField) setLedgerWide(false);
    };
    current.addEventListener('keydown', onKeyDown);
    return () => current.removeEventListener('keydown', onKeyDown);
  }, [pane, isAlone, setLedgerWide]);
}
