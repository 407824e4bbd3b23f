import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuProps,
  MenuSection,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';
import styles from './menu.module.css';

/** A menu in its floating panel; goes into a `MenuTrigger` or `SubmenuTrigger` after the element that opens it. */
export function Menu({ popover, ...menu }: MenuProps<object> & { popover?: Partial<PopoverProps> }) {
  return (
    <Popover offset={4} {...popover} className={styles.popover ?? ''}>
      <AriaMenu {...menu} className={styles.menu ?? ''} />
    </Popover>
  );
}

interface MenuChoiceProps {
  /** Read by screen readers. */
  name: string;
  /** Whether exactly one of them is in force, or any number. */
  kind: 'one' | 'any';
  /** The ids of the items that are in force. */
  chosen: readonly string[];
  children: ReactNode;
}

/** Items that are ticked when they are in force; each has an `id`, and its action changes that. */
export function MenuChoice({ name, kind, chosen, children }: MenuChoiceProps) {
  return (
    <MenuSection
      aria-label={name}
      selectionMode={kind === 'one' ? 'single' : 'multiple'}
      disallowEmptySelection={kind === 'one'}
      selectedKeys={chosen}
      shouldCloseOnSelect
    >
      {children}
    </MenuSection>
  );
}

interface MenuItemProps {
  /** Of an item of a `MenuChoice`. */
  id?: string;
  name: string;
  keys?: string | undefined;
  icon?: ReactNode;
  isDisabled?: boolean;
  onAction?: () => void;
}

export function MenuItem({ id, name, keys, icon, isDisabled = false, onAction }: MenuItemProps) {
  return (
    <AriaMenuItem
      className={styles.item ?? ''}
      textValue={name}
      isDisabled={isDisabled}
      {...(id === undefined ? {} : { id })}
      {...(onAction === undefined ? {} : { onAction })}
    >
      {({ hasSubmenu, selectionMode, isSelected }) => (
        <>
          {selectionMode === 'none' ? (
            icon
          ) : (
            <Check className={styles.tick} size={16} strokeWidth={1.5} opacity={isSelected ? 1 : 0} aria-hidden />
          )}
          <span className={styles.name}>{name}</span>
          {keys === undefined ? null : <span className={styles.keys}>{keys}</span>}
          {hasSubmenu ? <ChevronRight size={14} strokeWidth={1.5} /> : null}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
