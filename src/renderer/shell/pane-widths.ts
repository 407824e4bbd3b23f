import { useEffect, useState } from 'react';
import { useApp } from '../store/use-app.ts';

export const outlineBounds = { minimum: 200, maximum: 480 };
export const notesBounds = { minimum: 260, maximum: 640 };
/** The text keeps at least this much of a narrow window, CSS pixels. */
const textWidth = 460;

/** The widths of the side panes as shown: in a narrow window they give way before the text does. */
export function usePaneWidths(): { outline: number; notes: number } {
  const outlineWidth = useApp((state) => state.view.outlineWidth);
  const notesWidth = useApp((state) => state.view.notesWidth);
  const spare = Math.max(0, useWindowWidth() - textWidth);
  return {
    outline: Math.min(outlineWidth, Math.max(outlineBounds.minimum, spare * 0.45)),
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
