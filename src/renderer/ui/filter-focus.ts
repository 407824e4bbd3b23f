/** Names the button that opens the filter, for `focusFilter`. */
export const filterOpener = { 'data-filter-opener': '' } as const;

/** The list that a button belongs to: behind it another one may be waiting, with conditions of its own. */
function listOf(button: Element): Element | null {
  return button.closest('[role="tabpanel"]');
}

/**
 * After a condition was taken away by the chip that goes with it: the next chip has the focus, or the button that opens the
 * filter. Nothing happens where the focus has gone on by itself.
 */
export function focusNextChip(chip: Element, position: number): void {
  const list = listOf(chip);
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body || list === null) return;
    const chips = list.querySelectorAll<HTMLElement>('[data-chip]');
    (chips[Math.min(position, chips.length - 1)] ?? openerIn(list))?.focus();
  });
}

/** A button that takes all conditions away goes when the list has followed: the one that opens the filter has the focus. */
export function focusFilterOpener(button: Element): void {
  openerIn(listOf(button))?.focus();
}

function openerIn(list: Element | null): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>('[data-filter-opener]');
}
