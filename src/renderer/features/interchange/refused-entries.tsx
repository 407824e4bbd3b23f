import type { RefusedEntry } from '#core/interchange/from-jsonld';
import { messages } from '#messages/zh-CN';
import reading from '../../ui/choice-entry.module.css';
import styles from './import-choice.module.css';

const words = messages.interchange;
/** More are counted, not listed. */
const listed = 500;

/** What the file holds that cannot be imported, with the reason for each. */
export function RefusedEntries({ entries }: { entries: readonly RefusedEntry[] }) {
  return (
    <ol className={`${reading.readOnly} ${styles.refused}`} aria-label={words.kinds.refused.name}>
      {entries.slice(0, listed).map((entry) => (
        <li key={`${entry.number} ${entry.problem} ${entry.detail ?? ''}`}>
          <p className={styles.text}>
            <span className={styles.number}>{words.refusedEntry(entry.number)}</span>
            {entry.hint}
          </p>
          <p className={styles.facts}>{reasonOf(entry)}</p>
        </li>
      ))}
    </ol>
  );
}

function reasonOf({ problem, detail }: RefusedEntry): string {
  const reason = words.refusals[problem];
  const field = words.fields[detail?.split('.')[0] ?? ''];
  return field === undefined ? reason : words.refusalDetail(reason, field);
}
