import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import styles from './choice-list.module.css';

interface ChoiceListProps<Item> {
  name: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** What a screen reader says, and what typing the first characters finds. */
  nameOf: (item: Item) => string;
  /** Height of each row in CSS pixels. */
  rowHeight: number;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  children: (item: Item) => ReactNode;
}

/** A list of which any number can be chosen; only what is in view is in the page. */
export function ChoiceList<Item extends object>(props: ChoiceListProps<Item>) {
  const { name, items, keyOf, nameOf, rowHeight, chosen, onChange, children } = props;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        aria-label={name}
        className={styles.list ?? ''}
        items={items}
        selectionMode="multiple"
        selectedKeys={new Set(chosen)}
        onSelectionChange={(keys) =>
          onChange(new Set(keys === 'all' ? items.map(keyOf) : [...keys].map((key) => String(key))))
        }
      >
        {(item) => (
          <ListBoxItem id={keyOf(item)} textValue={nameOf(item)} className={styles.row ?? ''}>
            {({ isSelected }) => (
              <>
                <span className={styles.box}>{isSelected ? <Check size={12} strokeWidth={2.5} /> : null}</span>
                <div className={styles.content}>{children(item)}</div>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
