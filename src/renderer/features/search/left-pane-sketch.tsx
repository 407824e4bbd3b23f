import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import styles from '../../ui/pane-tabs.module.css';

/** The left pane as it looks, for the first frame. */
export function LeftPaneSketch({ children }: { children: ReactNode }) {
  return (
    <div className={styles.tabs}>
      <div className={styles.list}>
        <div className={styles.tab} data-selected>
          {messages.search.outlineTab}
        </div>
        <div className={styles.tab}>{messages.bookmarks.tab}</div>
        <div className={styles.tab}>{messages.search.resultsTab}</div>
      </div>
      <div className={styles.panel}>{children}</div>
    </div>
  );
}
