import { type ReactNode, useRef } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import styles from './menu.module.css';

/** Viewport coordinates in CSS pixels. */
export interface ContextMenuPlace {
  x: number;
  y: number;
}

interface ContextMenuProps {
  place: ContextMenuPlace;
  name: string;
  onClose: () => void;
  children: ReactNode;
}

/** A menu at the pointer: open while it is rendered. */
export function ContextMenu({ place, name, onClose, children }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: place.x, top: place.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        className={styles.popover ?? ''}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <AriaMenu aria-label={name} autoFocus="first" className={styles.menu ?? ''} onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}
