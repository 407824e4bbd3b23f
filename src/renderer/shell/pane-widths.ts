import { useEffect, useState } from 'react';
import type { RightTab, ViewState } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';

export const outlineBounds = { minimum: 200, maximum: 480 };
const notesBounds = { minimum: 260, maximum: 640 };
/** A ledger is wide: the text gives way to it. */
const ledgerBounds = { minimum: 320, maximum: 1600 };
const overviewBounds = { minimum: 320, maximum: 900 };
const usualOverviewWidth = 440;
/** As long as the reader has not set it: so much of the window. */
const usualLedgerShare = 0.48;
/** The text keeps at least this much of a narrow window, CSS pixels; beside the ledger less. */
const textWidth = 460;
const textWidthBesideLedger = 300;

/** The widths of the side panes as shown: in a narrow window they give way before the text does. */
export function usePaneWidths(): { outline: number; notes: number } {
  const outlineWidth = useApp((state) => state.view.outlineWidth);
  const notesWidth = useApp((state) => state.view.notesWidth);
  const overviewWidth = useApp((state) => state.view.overviewWidth ?? usualOverviewWidth);
  const rightTab = useApp((state) => state.view.rightTab ?? 'notes');
  const ledgerWidth = useApp(({ view }) =>
    view.rightTab === 'ledger' && view.notesVisible ? (view.ledgerWidth ?? 'usual') : null,
  );
  const outlineVisible = useApp((state) => state.view.outlineVisible);
  const window = useWindowWidth();
  const spare = Math.max(0, window - textWidth);
  const outline = Math.min(outlineWidth, Math.max(outlineBounds.minimum, spare * 0.45));
  if (ledgerWidth !== null) {
    const room = window - textWidthBesideLedger - (outlineVisible ? outline : 0);
    const wanted = ledgerWidth === 'usual' ? window * usualLedgerShare : ledgerWidth;
    return { outline, notes: Math.round(Math.min(wanted, Math.max(ledgerBounds.minimum, room))) };
  }
  if (rightTab === 'overview') {
    return { outline, notes: Math.min(overviewWidth, Math.max(overviewBounds.minimum, spare * 0.6)) };
  }
  return {
    outline,
    notes: Math.min(notesWidth, Math.max(notesBounds.minimum, spare * 0.55)),
  };
}

/** How the right pane is resized, by what it shows. */
export const rightPaneSizes = {
  notes: { bounds: notesBounds, viewKey: 'notesWidth', name: messages.reading.resizeNotes },
  ledger: { bounds: ledgerBounds, viewKey: 'ledgerWidth', name: messages.reading.resizeNotes },
  overview: { bounds: overviewBounds, viewKey: 'overviewWidth', name: messages.overview.resize },
} as const satisfies Record<RightTab, { bounds: object; viewKey: keyof ViewState; name: string }>;

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const measure = () => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return width;
}
