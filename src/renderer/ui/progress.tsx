import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

interface ProgressProps {
  /** Chinese name, read by screen readers. */
  name: string;
  text: string;
  /** Part of the work that is done, 0 to 1; `null` where that cannot be told. */
  value: number | null;
}

/** How far a longer piece of work has come. */
export function Progress({ name, text, value }: ProgressProps) {
  return (
    <ProgressBar
      aria-label={name}
      className={styles.progress ?? ''}
      {...(value === null ? { isIndeterminate: true } : { value: value * 100 })}
    >
      {({ percentage }) => (
        <>
          <span>{text}</span>
          <span className={styles.track}>
            <span className={styles.bar} style={{ width: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
