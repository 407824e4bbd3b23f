import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { noticePlace } from './notice-place.ts';

interface DialogProps {
  title: string;
  /** Width in CSS pixels, or as CSS says it; narrower windows shrink it. */
  width: number | string;
  /** There is work in it: it is closed by its buttons only, not by Esc or a click beside it. */
  holdsWork?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog: open while it is rendered, closed by Esc, its cross or a click beside it. */
export function Dialog({ title, width, holdsWork = false, onClose, children }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isDismissable={!holdsWork}
      isKeyboardDismissDisabled={holdsWork}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''} style={{ width }}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <div ref={noticePlace} className={styles.notices} />
            <IconButton name={messages.settings.close} icon={<X size={18} strokeWidth={1.5} />} onPress={onClose} />
          </header>
          <div className={styles.content}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
