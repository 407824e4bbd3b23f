import { useEffect, useMemo, useRef, useState } from 'react';
import type { SnapshotChange } from '#core/annotation/compare-snapshot';
import { messages } from '#messages/zh-CN';
import type { SnapshotPreview } from '../../store/snapshots.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { ChangeRow, changeName } from './change-row.tsx';
import styles from './snapshots-dialog.module.css';

const words = messages.snapshots;
/** The quote on a line, then and now on two each. */
const rowHeight = 132;

/** What restoring a snapshot would change, and the way there. */
export function SnapshotPreviewPane({ name }: { name: string }) {
  const preview = useApp((state) => state.previewSnapshot);
  const annotations = useApp((state) => state.annotations);
  const [answer, setAnswer] = useState<SnapshotPreview | { problem: string } | null>(null);
  // Restoring, undo and other programs change what would change; that the same notes were read again does not.
  const present = useMemo(() => annotations.map(({ id, rev, modified }) => [id, rev, modified]).join(), [annotations]);
  const [seen, setSeen] = useState<string | null>(null);
  useEffect(() => {
    if (seen === present) return undefined;
    let isWanted = true;
    void preview(name).then((next) => {
      if (!isWanted) return;
      setAnswer(next);
      setSeen(present);
    });
    return () => {
      isWanted = false;
    };
  }, [preview, name, present, seen]);
  if (answer === null) return <p className={styles.nothing}>{words.reading}</p>;
  if ('problem' in answer) {
    return (
      <p role="alert" className={styles.problem}>
        {answer.problem}
      </p>
    );
  }
  return <Changes name={name} preview={answer} />;
}

function Changes({ name, preview }: { name: string; preview: SnapshotPreview }) {
  const restore = useApp((state) => state.restoreFromSnapshot);
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [isRestoring, setRestoring] = useState(false);
  const { changes } = preview;
  const pane = useRef<HTMLDivElement>(null);
  // The button that was pressed goes when nothing is left to restore; without the focus the keys would not reach the dialog.
  useEffect(() => {
    if (changes.length === 0 && document.activeElement === document.body) pane.current?.focus();
  }, [changes]);
  const chosen = changes.filter((change) => wanted.has(idOf(change)));
  // What the reader had deleted comes back only where they say so.
  const all = changes.filter(({ wasRemoved }) => !wasRemoved);
  // One that drops out meanwhile does not turn a choice into everything.
  const isPicking = wanted.size > 0 || all.length === 0;
  const restoring = async () => {
    setRestoring(true);
    await restore(name, isPicking ? chosen : all);
    setWanted(new Set());
    setRestoring(false);
  };
  return (
    <div ref={pane} className={styles.preview} tabIndex={-1}>
      <Summary preview={preview} />
      {changes.length === 0 ? (
        <p className={styles.nothing}>{words.nothing}</p>
      ) : (
        <>
          <div className={styles.changes}>
            <ChoiceList
              name={words.changes}
              items={changes}
              keyOf={idOf}
              nameOf={changeName}
              rowHeight={rowHeight}
              chosen={wanted}
              onChange={setWanted}
            >
              {(change) => <ChangeRow change={change} />}
            </ChoiceList>
          </div>
          <footer className={styles.actions}>
            <span className={styles.hint}>{words.safe}</span>
            <Button
              variant="primary"
              isDisabled={isRestoring || (isPicking && chosen.length === 0)}
              onPress={() => void restoring()}
            >
              {isRestoring
                ? words.restoring
                : isPicking
                  ? words.restoreChosen(chosen.length)
                  : words.restoreAll(all.length)}
            </Button>
          </footer>
        </>
      )}
    </div>
  );
}

function Summary({ preview: { changes, newer, same } }: { preview: SnapshotPreview }) {
  const purged = changes.filter(({ wasRemoved }) => wasRemoved).length;
  const gone = changes.filter(({ present }) => present === null).length - purged;
  const lines = [
    gone === 0 ? undefined : words.gone(gone),
    changes.length === gone + purged ? undefined : words.changed(changes.length - gone - purged),
    purged === 0 ? undefined : words.purged(purged),
    newer === 0 ? undefined : words.newer(newer),
    same === 0 ? undefined : words.same(same),
  ].filter((line) => line !== undefined);
  return (
    <ul className={styles.summary} aria-live="polite">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const idOf = ({ past }: SnapshotChange) => past.id;
