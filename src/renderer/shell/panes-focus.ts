const order = ['toolbar', 'outline', 'reading', 'annotations'] as const;
export type PaneName = (typeof order)[number];

function paneElement(name: PaneName): HTMLElement | null {
  return document.querySelector(`[data-pane="${name}"]`);
}

/** Moves the focus into a pane: to its main part, or to the first thing that takes it. */
export function focusPane(name: PaneName): void {
  const pane = paneElement(name);
  const target = pane?.matches('[tabindex]')
    ? pane
    : (pane?.querySelector<HTMLElement>('[role="treegrid"] [tabindex="0"], [role="tree"] [tabindex="0"]') ??
      pane?.querySelector<HTMLElement>('input, button, [tabindex="0"]'));
  target?.focus();
}

/** F6: the next visible pane after the one that has the focus. */
export function focusNextPane(): void {
  const visible = order.filter((name) => paneElement(name) !== null);
  const current = visible.findIndex((name) => paneElement(name)?.contains(document.activeElement));
  const next = visible[(current + 1) % visible.length];
  if (next !== undefined) focusPane(next);
}
