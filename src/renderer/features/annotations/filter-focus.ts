/** Names the button that opens the filter, for `focusFilter`. */
export const filterOpener = { 'data-filter-opener': '' } as const;

/**
 * After a condition was taken away by a button that goes with it: the next chip has the focus, or the button that opens the
 * filter. Nothing happens where the focus has gone on by itself.
 */
export function focusFilter(button: Element, position: number): void {
  const pane = button.closest('[data-pane]');
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const chips = pane?.querySelectorAll<HTMLElement>('[data-chip]') ?? [];
    const next = chips[Math.min(position, chips.length - 1)];
    (next ?? pane?.querySelector<HTMLElement>('[data-filter-opener]'))?.focus();
  });
}
