import type { RemovedDocument } from '#ipc/contract/documents-contract';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { momentInWords } from '../../ui/moment.ts';
import { EmptyBin } from './empty-bin.tsx';
import styles from './recycle-bin-dialog.module.css';

const words = messages.recycleBin.documents;

/** Documents that were removed from the library, each to be brought back. */
export function RemovedDocuments({ documents }: { documents: readonly RemovedDocument[] | null }) {
  const restore = useApp((state) => state.restoreDocument);
  if (documents === null) return null;
  if (documents.length === 0) return <EmptyBin {...words.empty} />;
  return (
    <>
      <ul className={styles.documents} aria-label={words.list}>
        {documents.map(({ id, title, removedAt, notes }) => (
          <li key={id} aria-label={title ?? id}>
            <div>
              <h3>{title ?? id}</h3>
              <p>{words.facts(momentInWords(removedAt), notes)}</p>
            </div>
            <Button variant="outlined" onPress={() => void restore(id)}>
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
      <footer className={styles.actions}>
        <span className={styles.hint}>{words.hint}</span>
      </footer>
    </>
  );
}
