import { Archive } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SnapshotFacts } from '#ipc/contract/snapshots-contract';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SnapshotPreviewPane } from './snapshot-preview.tsx';
import styles from './snapshots-dialog.module.css';

const words = messages.snapshots;

/** The snapshots, and what restoring the chosen one would change. */
export function SnapshotsDialog({ onClose }: { onClose: () => void }) {
  const snapshots = useApp((state) => state.snapshots);
  const load = useApp((state) => state.loadSnapshots);
  useEffect(() => void load(), [load]);
  return (
    <Dialog title={words.title} width={960} onClose={onClose}>
      <div className={styles.frame}>
        {snapshots === null ? null : snapshots.length === 0 ? <NoSnapshots /> : <Snapshots snapshots={snapshots} />}
      </div>
    </Dialog>
  );
}

function Snapshots({ snapshots }: { snapshots: readonly SnapshotFacts[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <ListBox
          aria-label={words.list}
          className={styles.list ?? ''}
          items={snapshots}
          selectionMode="single"
          // another can be chosen, none cannot: so Esc is not taken for that, and closes the dialog
          disallowEmptySelection
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) setChosen(String(key));
          }}
        >
          {(snapshot) => (
            <ListBoxItem id={snapshot.name} textValue={snapshotTitle(snapshot)} className={styles.snapshot ?? ''}>
              <span className={styles.date}>
                {snapshot.date}
                {snapshot.time === null ? null : <> {snapshot.time}</>}
              </span>
              <span className={styles.reason}>{reasonOf(snapshot)}</span>
              <span className={styles.facts}>{words.notes(snapshot.notes)}</span>
              <span className={styles.facts}>{words.size(snapshot.size)}</span>
            </ListBoxItem>
          )}
        </ListBox>
        <TakeButton />
        <p className={styles.hint}>{words.hint}</p>
      </div>
      {chosen === null ? (
        <p className={styles.nothing}>{words.choose}</p>
      ) : (
        <SnapshotPreviewPane key={chosen} name={chosen} />
      )}
    </div>
  );
}

function NoSnapshots() {
  return (
    <EmptyState
      picture={<Archive size={32} strokeWidth={1.25} aria-hidden />}
      title={words.empty.title}
      text={words.empty.text}
    >
      <TakeButton />
    </EmptyState>
  );
}

function TakeButton() {
  const take = useApp((state) => state.takeSnapshot);
  return (
    <Button variant="outlined" onPress={() => void take()}>
      {words.take}
    </Button>
  );
}

function snapshotTitle(snapshot: SnapshotFacts): string {
  return `${snapshot.date} ${snapshot.time ?? ''} ${reasonOf(snapshot)}`;
}

function reasonOf({ reason, number }: SnapshotFacts): string {
  return number === 1 ? words.reasons[reason] : `${words.reasons[reason]} ${number}`;
}
