import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuProps,
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

interface MenuItemProps {
  name: string;
  keys?: string | undefined;
  icon?: ReactNode;
  /** For a choice among several: whether this one is in force. */
  isChosen?: boolean;
  isDisabled?: boolean;
  onAction?: () => void;
}

export function MenuItem({ name, keys, icon, isChosen, isDisabled = false, onAction }: MenuItemProps) {
  return (
    <AriaMenuItem
      className={styles.item ?? ''}
      textValue={name}
      isDisabled={isDisabled}
      {...(onAction === undefined ? {} : { onAction })}
    >
      {({ hasSubmenu }) => (
        <>
          {isChosen === undefined ? icon : <Check size={16} strokeWidth={1.5} opacity={isChosen ? 1 : 0} />}
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
