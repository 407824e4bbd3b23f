/** Id of the list of results, for moving the focus there from the search box. */
export const resultsId = 'search-results';

/** Id of what is offered below the box. */
export const suggestionsId = 'search-suggestions';

export function focusSuggestions(): void {
  document.getElementById(suggestionsId)?.querySelector<HTMLElement>('[role="row"]')?.focus();
}

/** Back to the text, which scrolls by keyboard. */
export function focusReading(): void {
  document.querySelector<HTMLElement>('[data-pane="reading"]')?.focus();
}

export function focusResults(): void {
  document.getElementById(resultsId)?.focus();
}

export function focusFirstResult(key = ''): void {
  const option = document.getElementById(resultsId)?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  option?.focus({ preventScroll: true });
  // Its heading is seen with it.
  option?.scrollIntoView({ block: 'start' });
}
