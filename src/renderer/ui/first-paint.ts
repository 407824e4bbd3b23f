import { startTransition, useEffect, useState } from 'react';

/**
 * Resolves when the window has shown its first frame. What that frame does not need waits for it, so that outline and text
 * are there at once.
 */
export const firstPaint: Promise<void> = new Promise((resolve) => {
  requestAnimationFrame(() => {
    const wait = () => {
      if (document.querySelector('[data-pane]') === null) requestAnimationFrame(wait);
      // The task after a frame's callbacks runs when that frame has been painted.
      else setTimeout(resolve);
    };
    wait();
  });
});

/** False while the first frame is made, true ever after. */
export function useAfterFirstPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let isMounted = true;
    void firstPaint.then(() => {
      if (isMounted) startTransition(() => setPainted(true));
    });
    return () => {
      isMounted = false;
    };
  }, []);
  return isPainted;
}
