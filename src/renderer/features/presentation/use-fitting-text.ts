import { type RefObject, useLayoutEffect } from 'react';

/** From the largest down to what is still read from the last row of a meeting room. */
const scales = [1.3, 1.15, 1, 0.9, 0.8, 0.72, 0.64, 0.58];

/** Sets the text of a box as large as all of it fits; what does not fit at the smallest size scrolls. */
export function useFittingText(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const adjust = () => {
      for (const scale of scales) {
        element.style.setProperty('--scale', String(scale));
        if (element.scrollHeight <= element.clientHeight) return;
      }
    };
    adjust();
    // Notes come as Markdown a moment later, and the window may become another.
    const observer = new ResizeObserver(adjust);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [box]);
}
