import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './pane-tabs.module.css';

interface PaneTab<Id extends string> {
  id: Id;
  name: string;
  content: ReactNode;
  /** It stays in the page, as it is, while another one is shown. */
  isKept?: boolean;
}

interface PaneTabsProps<Id extends string> {
  label: string;
  tabs: readonly PaneTab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

const tabbable = 'a[href], input, textarea, select, button:not([tabindex="-1"]), [tabindex="0"]';

/**
 * The contents of a side pane, one of which is shown. The tabs are our own: the panels of react-aria look for something that takes
 * the focus at each change of what is in them, which is many times a second while a list is scrolled.
 */
export function PaneTabs<Id extends string>({ label, tabs, selected, onSelect }: PaneTabsProps<Id>) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') letFocusIn(panel.current);
    const index = tabs.findIndex(({ id }) => id === selected);
    const next = nextIndex(event.key, index, tabs.length);
    const tab = tabs[next ?? -1];
    if (tab === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next ?? 0]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" className={styles.list} aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}-tab-${id}`}
            className={styles.tab}
            aria-selected={id === selected}
            aria-controls={id === selected ? `${prefix}-panel-${id}` : undefined}
            tabIndex={id === selected ? 0 : -1}
            data-selected={id === selected || undefined}
            onPointerDown={(event) => {
              if (event.button === 0) onSelect(id);
            }}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content, isKept = false }) =>
        id === selected || isKept ? (
          <div
            key={id}
            ref={id === selected ? panel : null}
            role="tabpanel"
            id={`${prefix}-panel-${id}`}
            className={styles.panel}
            aria-labelledby={`${prefix}-tab-${id}`}
            hidden={id !== selected}
          >
            {content}
          </div>
        ) : null,
      )}
    </div>
  );
}

/** A panel that has nothing to go to takes the focus itself. */
function letFocusIn(panel: HTMLElement | null): void {
  if (panel?.querySelector(tabbable) === null) panel.tabIndex = 0;
  else panel?.removeAttribute('tabindex');
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
