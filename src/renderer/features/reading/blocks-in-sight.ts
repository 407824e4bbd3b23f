import type { BlockInSight } from './section-stays.ts';

/** An edge may be cut by as much and the text is still there to read, CSS pixels. */
const tolerance = 4;

/** What of these blocks is in the pane; `null` while something lies over it: a dialog, slides, the wide ledger. */
export function blocksInSight(pane: HTMLElement, blocks: Iterable<HTMLElement>): BlockInSight[] | null {
  const area = pane.getBoundingClientRect();
  const middle = document.elementFromPoint(area.left + area.width / 2, area.top + area.height / 2);
  if (document.hidden || !pane.contains(middle)) return null;
  const found: BlockInSight[] = [];
  for (const element of blocks) {
    const { top, height } = element.getBoundingClientRect();
    if (height === 0) continue;
    const from = (area.top - tolerance - top) / height;
    const to = (area.bottom + tolerance - top) / height;
    if (to > 0 && from < 1) {
      found.push({ block: Number(element.dataset.row), from: Math.max(0, from), to: Math.min(1, to) });
    }
  }
  return found;
}

/**
 * Follows which blocks of the page are in the pane's view. Of a long text only the chapters that are in view are looked into.
 * Answers how to end.
 */
export function followBlocks(pane: HTMLElement, inView: Set<HTMLElement>, onChange: () => void): () => void {
  const rows = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target as HTMLElement);
        else inView.delete(target as HTMLElement);
      }
      onChange();
    },
    { root: pane },
  );
  const chapters = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        for (const row of target.querySelectorAll<HTMLElement>('[data-row]')) {
          if (isIntersecting) rows.observe(row);
          else {
            rows.unobserve(row);
            inView.delete(row);
          }
        }
      }
    },
    { root: pane },
  );
  for (const chapter of pane.querySelectorAll('article > *')) chapters.observe(chapter);
  return () => {
    chapters.disconnect();
    rows.disconnect();
    inView.clear();
  };
}
