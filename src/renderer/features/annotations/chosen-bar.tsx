import { FileDown, Highlighter, Tags, Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import { Dialog, DialogTrigger, MenuTrigger, Popover } from 'react-aria-components';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { type Annotation, type AnnotationChange, labelIds } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import styles from './chosen-bar.module.css';
import { ChosenTags } from './chosen-tags.tsx';

const words = messages.noteList;
const icon = { size: 15, strokeWidth: 1.6, 'aria-hidden': true } as const;

/** What can be done with the chosen annotations, below the list; also how far a change of many has come. */
export function ChosenBar({ notes }: { notes: readonly PlacedAnnotation[] }) {
  const isChoosing = useApp((state) => state.isChoosing);
  const chosen = useApp((state) => state.chosenNotes);
  const isWorking = useApp((state) => state.bulkWork !== null);
  // What the filter hides is not changed behind the reader's back.
  const annotations = useMemo(
    () => notes.flatMap(({ annotation }) => (chosen.has(annotation.id) ? [annotation] : [])),
    [notes, chosen],
  );
  return (
    <>
      {isWorking ? <BulkProgress /> : null}
      {isChoosing ? <Bar notes={notes} annotations={annotations} isBusy={isWorking} /> : null}
    </>
  );
}

interface BarProps {
  notes: readonly PlacedAnnotation[];
  annotations: readonly Annotation[];
  /** A change of many is being saved: the next one waits, and the focus stays where it is. */
  isBusy: boolean;
}

function Bar({ notes, annotations, isBusy }: BarProps) {
  const store = useAppStore();
  const isEverywhere = useApp((state) => state.view.notesEverywhere ?? false);
  const title = useApp((state) => state.plan?.title ?? '');
  const isNothing = annotations.length === 0;
  const ids = () => annotations.map(({ id }) => id);
  const remove = async () => {
    if (isBusy) return;
    const { removeAnnotations, leaveChoosing } = store.getState();
    if ((await removeAnnotations(ids())) === annotations.length) leaveChoosing();
  };
  return (
    <div className={styles.bar} data-busy={isBusy || undefined} role="toolbar" aria-label={words.chosenBar}>
      <div className={styles.row}>
        <p className={styles.count} aria-live="polite">
          {isNothing ? words.chooseHint : words.chosenCount(annotations.length)}
        </p>
        <Button onPress={() => store.getState().chooseAll(notes.map(({ annotation }) => annotation.id))}>
          {words.chooseAll}
        </Button>
        <IconButton
          name={words.leaveChoosing}
          keys="Esc"
          placement="top"
          icon={<X {...icon} />}
          onPress={store.getState().leaveChoosing}
        />
      </div>
      {isEverywhere ? <p className={styles.scope}>{words.chosenHereOnly(title)}</p> : null}
      <div className={`${styles.row} ${styles.tools}`}>
        <LabelMenu annotations={annotations} isBusy={isBusy} />
        <TagsPopover annotations={annotations} isBusy={isBusy} />
        <Button isDisabled={isNothing} onPress={() => store.getState().openExport(ids())}>
          <FileDown {...icon} />
          {words.exportChosen}
        </Button>
        <Button isDisabled={isNothing} onPress={() => void remove()}>
          <Trash2 {...icon} />
          {words.removeChosen}
        </Button>
      </div>
    </div>
  );
}

function LabelMenu({ annotations, isBusy }: Omit<BarProps, 'notes'>) {
  const store = useAppStore();
  const settings = useApp((state) => state.settings);
  const setLabel = (label: string) => {
    if (isBusy) return;
    const changes = annotations
      .filter((annotation) => annotation.label !== label)
      .map(({ id }) => [id, { label }] as const);
    change(store.getState().changeAnnotations, changes);
  };
  return (
    <MenuTrigger>
      <Button isDisabled={annotations.length === 0}>
        <Highlighter {...icon} />
        {words.setLabel}
      </Button>
      <Menu aria-label={words.setLabel} popover={{ placement: 'top start' }}>
        {labelIds.map((label) => (
          <MenuItem
            key={label}
            name={labelName(settings, label)}
            icon={<i className={styles.dot} data-label={label} />}
            onAction={() => setLabel(label)}
          />
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function TagsPopover({ annotations, isBusy }: Omit<BarProps, 'notes'>) {
  const store = useAppStore();
  return (
    <DialogTrigger>
      <Button isDisabled={annotations.length === 0}>
        <Tags {...icon} />
        {words.setTags}
      </Button>
      <Popover placement="top start" offset={6} className={styles.popover ?? ''}>
        <Dialog aria-label={words.tagsOfChosen} className={styles.dialog ?? ''}>
          <ChosenTags
            isBusy={isBusy}
            annotations={annotations}
            onChange={(changes) => change(store.getState().changeAnnotations, changes)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function change(
  changeAnnotations: (changes: ReadonlyMap<string, AnnotationChange>) => Promise<number>,
  changes: readonly (readonly [id: string, change: AnnotationChange])[],
): void {
  if (changes.length > 0) void changeAnnotations(new Map(changes));
}
