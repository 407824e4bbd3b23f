import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  picture: ReactNode;
  title: string;
  /** What to do so that there is something here. */
  text: string;
  /** A button that does it. */
  children?: ReactNode;
}

/** What stands where a list has nothing yet. */
export function EmptyState({ picture, title, text, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {picture}
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}
