const order = ['toolbar', 'outline', 'reading', 'annotations'] as const;
export type PaneName = (typeof order)[number];

const lists = ':is([role="treegrid"], [role="tree"], [role="listbox"])';
const listParts = `${lists}[tabindex="0"], ${lists} [tabindex="0"]`;
const anyPart = 'input, button, [tabindex="0"]';

function firstShown(pane: HTMLElement | null, selector: string): HTMLElement | undefined {
  return Array.from(pane?.querySelectorAll<HTMLElement>(selector) ?? []).find((element) => element.checkVisibility());
}

function paneElement(name: PaneName): HTMLElement | null {
  return document.querySelector(`[data-pane="${name}"]`);
}

/** Moves the focus into a pane: to its main part, or to the first thing that takes it. */
export function focusPane(name: PaneName): void {
  const pane = paneElement(name);
  const target = pane?.matches('[tabindex]') ? pane : (firstShown(pane, listParts) ?? firstShown(pane, anyPart));
  target?.focus();
}

/** F6: the next visible pane after the one that has the focus. */
export function focusNextPane(): void {
  const visible = order.filter((name) => paneElement(name) !== null);
  const current = visible.findIndex((name) => paneElement(name)?.contains(document.activeElement));
  const next = visible[(current + 1) % visible.length];
  if (next !== undefined) focusPane(next);
}
