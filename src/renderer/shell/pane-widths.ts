import { useEffect, useState } from 'react';
import { useApp } from '../store/use-app.ts';

export const outlineBounds = { minimum: 200, maximum: 480 };
export const notesBounds = { minimum: 260, maximum: 640 };
/** A ledger is wide: the text gives way to it. */
export const ledgerBounds = { minimum: 320, maximum: 1600 };
/** As long as the reader has not set it: so much of the window. */
const usualLedgerShare = 0.48;
/** The text keeps at least this much of a narrow window, CSS pixels; beside the ledger less. */
const textWidth = 460;
const textWidthBesideLedger = 300;

/** The widths of the side panes as shown: in a narrow window they give way before the text does. */
export function usePaneWidths(): { outline: number; notes: number } {
  const outlineWidth = useApp((state) => state.view.outlineWidth);
  const notesWidth = useApp((state) => state.view.notesWidth);
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
  return {
    outline,
    notes: Math.min(notesWidth, Math.max(notesBounds.minimum, spare * 0.55)),
  };
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
