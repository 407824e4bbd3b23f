import { useEffect, useState } from 'react';
import type { ListedImportDraft } from '#ipc/contract/import-drafts-contract';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { momentInWords } from '../../ui/moment.ts';
import styles from './library-dialog.module.css';

const { drafts: words, goOn, cancel } = messages.importing;

/** Documents that were looked over and not kept: what was corrected in them is still here. */
export function UnfinishedImports({ onClose }: { onClose: () => void }) {
  const drafts = useApp((state) => state.importDrafts);
  const list = useApp((state) => state.listImportDrafts);
  useEffect(() => {
    void list();
  }, [list]);
  if (drafts.length === 0) return null;
  return (
    <section className={styles.unfinished}>
      <h3>{words.title}</h3>
      <ul className={styles.list} aria-label={words.title}>
        {drafts.map((draft) => (
          <DraftRow key={draft.draft} draft={draft} onClose={onClose} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ draft, onClose }: { draft: ListedImportDraft; onClose: () => void }) {
  const resume = useApp((state) => state.resumeImport);
  const [isAsking, setAsking] = useState(false);
  const { fileName, corrections, at } = draft;
  if (isAsking) return <Confirmation draft={draft} onClose={() => setAsking(false)} />;
  return (
    <li className={styles.document} aria-label={fileName}>
      <div>
        <h3>{fileName}</h3>
        <p className={styles.facts}>{words.facts(corrections, momentInWords(at))}</p>
      </div>
      <Button onPress={() => setAsking(true)}>{words.discard}</Button>
      <Button
        variant="outlined"
        onPress={() => {
          onClose();
          void resume(draft);
        }}
      >
        {goOn}
      </Button>
    </li>
  );
}

/** What cannot be undone is asked about. */
function Confirmation({ draft, onClose }: { draft: ListedImportDraft; onClose: () => void }) {
  const discard = useApp((state) => state.discardImportDraft);
  return (
    <li className={styles.document} role="alertdialog" aria-label={words.confirm(draft.fileName)}>
      <div>
        <h3>{words.confirm(draft.fileName)}</h3>
        <p className={styles.facts}>{words.confirmText(draft.corrections)}</p>
      </div>
      <Button autoFocus variant="outlined" onPress={onClose}>
        {cancel}
      </Button>
      <Button variant="danger" onPress={() => void discard(draft.draft)}>
        {words.discardIt}
      </Button>
    </li>
  );
}
