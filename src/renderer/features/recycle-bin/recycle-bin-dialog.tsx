import { useEffect, useMemo, useRef, useState } from 'react';
import type { RemovedNote } from '#ipc/contract/recycle-bin-contract';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterField } from '../../ui/field.tsx';
import { EmptyBin } from './empty-bin.tsx';
import styles from './recycle-bin-dialog.module.css';
import { RemovedDocuments } from './removed-documents.tsx';
import { RemovedNoteRow, removedNoteName } from './removed-note-row.tsx';

const words = messages.recycleBin;
/** Quote, text and dates, each on a line. */
const rowHeight = 88;

/** What was deleted: to be looked through, brought back, or deleted for good. */
export function RecycleBinDialog({ onClose }: { onClose: () => void }) {
  const kind = useApp((state) => state.recycleBinOf);
  const show = useApp((state) => state.showInBin);
  const notes = useRemovedNotes();
  const documents = useRemovedDocuments();
  return (
    <Dialog title={words.title} width={680} onClose={onClose}>
      <div className={styles.frame}>
        <Segments
          label={words.kinds}
          isLabelHidden
          value={kind}
          options={[
            { value: 'notes', name: words.kindNames.notes(notes?.length ?? null) },
            { value: 'documents', name: words.kindNames.documents(documents?.length ?? null) },
          ]}
          onChange={show}
        />
        {kind === 'notes' ? <Notes notes={notes} /> : <RemovedDocuments documents={documents} />}
      </div>
    </Dialog>
  );
}

function Notes({ notes }: { notes: readonly RemovedNote[] | null }) {
  if (notes === null) return null;
  return notes.length === 0 ? <EmptyBin {...words.empty} /> : <FilledBin notes={notes} />;
}

function useRemovedNotes() {
  const notes = useApp((state) => state.removedNotes);
  const annotations = useApp((state) => state.annotations);
  const load = useApp((state) => state.loadRecycleBin);
  const known = useRef<typeof annotations | null>(null);
  // Whatever is restored or deleted meanwhile, here, by undo or elsewhere, changes this list as well.
  useEffect(() => {
    if (annotations !== known.current) void load();
    known.current = annotations;
  }, [load, annotations]);
  return notes;
}

function useRemovedDocuments() {
  const list = useApp((state) => state.listDocuments);
  useEffect(() => {
    void list();
  }, [list]);
  return useApp((state) => state.documents?.removed ?? null);
}

function FilledBin({ notes }: { notes: readonly RemovedNote[] }) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => notes.filter((note) => matches(note, text)), [notes, text]);
  // What is not to be seen is not acted upon.
  const chosen = useMemo(() => shown.map(idOf).filter((id) => wanted.has(id)), [shown, wanted]);
  return (
    <>
      <div className={styles.head}>
        <FilterField label={words.filter} value={text} onChange={setText} />
        <span className={styles.count} aria-live="polite">
          {words.count(shown.length, notes.length)}
        </span>
      </div>
      <div className={styles.list}>
        {shown.length === 0 ? (
          <p className={styles.nothing}>{words.nothingMatches}</p>
        ) : (
          <ChoiceList
            name={words.list}
            items={shown}
            keyOf={idOf}
            nameOf={removedNoteName}
            rowHeight={rowHeight}
            chosen={new Set(chosen)}
            onChange={setWanted}
          >
            {(note) => <RemovedNoteRow note={note} />}
          </ChoiceList>
        )}
      </div>
      <BinActions shown={shown.map(idOf)} chosen={chosen} onChoose={(ids) => setWanted(new Set(ids))} />
    </>
  );
}

interface BinActionsProps {
  shown: readonly string[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

function BinActions({ shown, chosen, onChoose }: BinActionsProps) {
  const restoreFromBin = useApp((state) => state.restoreFromBin);
  const restore = (ids: readonly string[]) => {
    onChoose([]);
    void restoreFromBin(ids);
  };
  const [isAsking, setAsking] = useState(false);
  if (isAsking && chosen.length > 0) return <Confirmation ids={chosen} onClose={() => setAsking(false)} />;
  const isAllChosen = shown.length > 0 && chosen.length === shown.length;
  return (
    <footer className={styles.actions}>
      <Button isDisabled={shown.length === 0} onPress={() => onChoose(isAllChosen ? [] : shown)}>
        {isAllChosen ? words.chooseNone : words.chooseAll}
      </Button>
      <span className={styles.hint}>{chosen.length > 0 ? words.chosen(chosen.length) : words.hint}</span>
      {chosen.length > 0 ? (
        <>
          <Button variant="danger" onPress={() => setAsking(true)}>
            {words.purge}
          </Button>
          <Button variant="primary" onPress={() => restore(chosen)}>
            {words.restore}
          </Button>
        </>
      ) : (
        <Button variant="outlined" isDisabled={shown.length === 0} onPress={() => restore(shown)}>
          {words.restoreAll}
        </Button>
      )}
    </footer>
  );
}

/** The only change that cannot be undone is asked about. */
function Confirmation({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const purge = useApp((state) => state.purgeFromBin);
  const { title, text, purge: doIt, cancel } = words.confirm;
  return (
    <div role="alertdialog" aria-label={title(ids.length)} className={styles.confirmation}>
      <p>
        <strong>{title(ids.length)}</strong>
        {text}
      </p>
      <Button autoFocus variant="outlined" onPress={onClose}>
        {cancel}
      </Button>
      <Button
        variant="danger"
        onPress={() => {
          onClose();
          void purge(ids);
        }}
      >
        {doIt}
      </Button>
    </div>
  );
}

const idOf = ({ annotation }: RemovedNote) => annotation.id;

function matches({ annotation: { target, body, tags } }: RemovedNote, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [target.exact, body, ...tags].some((part) => part.toLowerCase().includes(wanted));
}
