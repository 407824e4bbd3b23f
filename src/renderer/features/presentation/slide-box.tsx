import { createContext, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { messages } from '#messages/zh-CN';
import styles from './slide-box.module.css';
import { mostReports, useFittingText } from './use-fitting-text.ts';

/** How many reports of a task the slide has room for. */
export const ShownReports = createContext(mostReports);

interface SlideBoxProps {
  ref: Ref<HTMLElement | null>;
  /** Elements with `data-field` are as large as they fit, each by itself. */
  children: ReactNode;
}

/** What a page of the presentation shows; what does not fit scrolls. */
export function SlideBox({ ref, children }: SlideBoxProps) {
  const box = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => box.current);
  const shown = useFittingText(box);
  const scrollsByKeyboard = { tabIndex: 0 } as const;
  return (
    <section ref={box} className={styles.box} aria-label={messages.presentation.content} {...scrollsByKeyboard}>
      <ShownReports value={shown}>{children}</ShownReports>
    </section>
  );
}
