const order = ['toolbar', 'outline', 'reading', 'annotations'] as const;
export type PaneName = (typeof order)[number];

const lists = ':is([role="treegrid"], [role="tree"], [role="listbox"], [role="grid"])';
const listParts = `${lists}[tabindex="0"], ${lists} [tabindex="0"]`;
const anyPart = 'input, button:not([tabindex="-1"]), [tabindex="0"]';

/** The current card of a list of notes or bookmarks, or the uppermost that is in sight. */
function currentCard(pane: HTMLElement | null): HTMLElement | undefined {
  const cards = firstShown(pane, '[data-cards]');
  const current = cards?.querySelector('li:is([data-selected], [data-current])');
  const top = cards?.parentElement?.getBoundingClientRect().top ?? 0;
  const lines = Array.from(cards?.querySelectorAll('li') ?? []);
  const card = current ?? lines.find((line) => line.getBoundingClientRect().bottom > Math.max(0, top)) ?? lines[0];
  return card?.querySelector<HTMLElement>('textarea') ?? card?.querySelector('button') ?? undefined;
}

function firstShown(pane: HTMLElement | null, selector: string): HTMLElement | undefined {
  return Array.from(pane?.querySelectorAll<HTMLElement>(selector) ?? []).find((element) => element.checkVisibility());
}

function paneElement(name: PaneName): HTMLElement | null {
  return document.querySelector(`[data-pane="${name}"]`);
}

/** Moves the focus into a pane: to its main part, or to the first thing that takes it. */
export function focusPane(name: PaneName): void {
  const pane = paneElement(name);
  const target = pane?.matches('[tabindex]')
    ? pane
    : (firstShown(pane, listParts) ?? currentCard(pane) ?? firstShown(pane, anyPart));
  target?.focus();
}

/** The box that narrows what a pane lists; the pane where there is nothing to narrow. */
export function focusFilter(name: PaneName): void {
  const box = firstShown(paneElement(name), 'input[type="search"]');
  if (box === undefined) focusPane(name);
  box?.focus();
  if (box instanceof HTMLInputElement) box.select();
}

/** The outline, at the innermost of these sections that is shown, outermost first; at the first row while a filter narrows it. */
export function focusOutline(path: readonly string[]): void {
  const tree = paneElement('outline')?.querySelector('[role="tree"]');
  const rowOf = (id: string) => tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`);
  const current = tree?.matches('[data-narrowed]')
    ? tree.querySelector<HTMLElement>('[role="treeitem"]')
    : [...path]
        .reverse()
        .map(rowOf)
        .find((row) => row != null);
  if (current == null) focusPane('outline');
  current?.focus({ preventScroll: true });
  current?.scrollIntoView({ block: 'nearest' });
}

/** A pane that gave way to a wide one is in the page, but not to be seen. */
function isShown(name: PaneName): boolean {
  return paneElement(name)?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/** Where the focus would be lost with a pane that is hidden, it goes to the one that is shown in its place. */
export function focusShownPane(): void {
  const isHidden = order.some((name) => !isShown(name) && paneElement(name)?.contains(document.activeElement));
  if (isHidden || document.activeElement === document.body) focusPane('annotations');
}

/** F6: the next visible pane after the one that has the focus. */
export function focusNextPane(): void {
  const visible = order.filter(isShown);
  const current = visible.findIndex((name) => paneElement(name)?.contains(document.activeElement));
  const next = visible[(current + 1) % visible.length];
  if (next !== undefined) focusPane(next);
}
