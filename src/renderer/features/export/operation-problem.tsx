import type { OperationError } from '#ipc/error-codes';
import { errorSentence } from '../../store/notices.ts';
import styles from './export-dialog.module.css';

/** Why something could not be done, for the eye and for screen readers; nothing where there is no error. */
export function OperationProblem({ error }: { error: OperationError | null }) {
  if (error === null) return null;
  return (
    <p role="alert" className={styles.problem}>
      {errorSentence(error)}
      {error.detail === undefined ? null : <small>{error.detail}</small>}
    </p>
  );
}
