import { type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { messages } from '#messages/zh-CN';
import styles from './slide-box.module.css';
import { useFittingText } from './use-fitting-text.ts';

interface SlideBoxProps {
  ref: Ref<HTMLElement | null>;
  children: ReactNode;
}

/** What a page of the presentation shows: as large as all of it fits, else it scrolls. */
export function SlideBox({ ref, children }: SlideBoxProps) {
  const box = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => box.current);
  useFittingText(box);
  const scrollsByKeyboard = { tabIndex: 0 } as const;
  return (
    <section ref={box} className={styles.box} aria-label={messages.presentation.content} {...scrollsByKeyboard}>
      {children}
    </section>
  );
}
