import { PencilLine, Trash2 } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { type PlacedAnnotation, quotedIn } from '#core/anchoring/place-annotations';
import { toggleTask } from '#core/markdown/tasks';
import type { PlanDocument } from '#core/plan/plan';
import { numberOfPath, sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import type { ContextMenuPlace } from '../../ui/context-menu.tsx';
import { AnnotationEditor } from './annotation-editor.tsx';
import styles from './annotation-item.module.css';
import { AnnotationMenu } from './annotation-menu.tsx';
import { ItemHead, ItemTags } from './item-parts.tsx';
import { NoteText } from './note-text.tsx';
import { TaskOfNote } from './task-line.tsx';
import type { ChoosingClick } from './use-choosing.ts';

const words = messages.annotations;

interface AnnotationItemProps {
  plan: PlanDocument;
  mark: PlacedAnnotation;
  onRemove: (id: string) => void;
  /** Several annotations are being chosen. */
  isChoosing: boolean;
  /** Among those. */
  isChosen: boolean;
  /** A click with its modifiers, where it means choosing; answers whether it did. */
  onChoose: (id: string, event: ChoosingClick) => boolean;
}

/** What stands in one item of the list: quote, note, tags; opens for writing in place. */
export const AnnotationItem = memo(function AnnotationItem(props: AnnotationItemProps) {
  const { plan, mark, onRemove, isChoosing, isChosen, onChoose } = props;
  const { annotation, anchoring, state, section } = mark;
  const store = useAppStore();
  const isSelected = useApp((state) => state.selectedAnnotation === annotation.id);
  const isEdited = useApp((state) => state.editedAnnotation === annotation.id);
  const settings = useApp((state) => state.settings);
  const [menu, setMenu] = useState<ContextMenuPlace | null>(null);
  const actions = useFocusAfterWriting(isEdited);
  const label = labelName(settings, annotation.label);
  const number = section === undefined ? '' : sectionNumber(plan, section);
  const name = words.itemName(label, quotedIn(plan, annotation), number);
  const edit = () => store.getState().editAnnotation(annotation.id);
  const toggleTaskOf = useCallback(
    (position: number) => {
      const body = toggleTask(annotation.body, position);
      void store.getState().changeAnnotation(annotation.id, { body });
    },
    [annotation, store],
  );
  const goToText = () => {
    const { selectAnnotation, goTo } = store.getState();
    selectAnnotation(annotation.id);
    if (anchoring.range !== undefined) goTo({ range: anchoring.range });
  };

  return (
    <>
      <ItemHead mark={mark} label={label} number={number}>
        {isChoosing ? (
          <ChoiceBox
            name={name}
            isChosen={isChosen}
            onToggle={(isRange) => onChoose(annotation.id, { shiftKey: isRange, ctrlKey: false, metaKey: false })}
          />
        ) : null}
      </ItemHead>
      <button
        type="button"
        className={styles.quote}
        aria-label={name}
        aria-current={isSelected}
        onClick={(event) => {
          if (!onChoose(annotation.id, event)) goToText();
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu({ x: event.clientX, y: event.clientY });
        }}
        onDoubleClick={isChoosing ? undefined : edit}
      >
        {quotedIn(plan, annotation)}
      </button>
      {state === 'orphaned' ? <LostPlace path={annotation.target.sectionPath} /> : null}
      {isEdited ? (
        <AnnotationEditor key={annotation.id} annotation={annotation} />
      ) : (
        <>
          {annotation.body === '' ? null : (
            <div className={styles.body}>
              <NoteText markdown={annotation.body} onToggleTask={toggleTaskOf} />
            </div>
          )}
          <TaskOfNote annotation={annotation} />
          <ItemTags tags={annotation.tags} />
          <div ref={actions} className={styles.actions} hidden={isChoosing}>
            <IconButton
              name={annotation.body === '' ? words.addNote : words.edit}
              icon={<PencilLine size={15} strokeWidth={1.6} />}
              onPress={edit}
            />
            <IconButton
              name={words.remove}
              icon={<Trash2 size={15} strokeWidth={1.6} />}
              onPress={() => onRemove(annotation.id)}
            />
          </div>
        </>
      )}
      {menu === null ? null : (
        <AnnotationMenu plan={plan} mark={mark} place={menu} onRemove={onRemove} onClose={() => setMenu(null)} />
      )}
    </>
  );
});

/** Says that a note is lost, and where it was. */
function LostPlace({ path }: { path: string }) {
  return (
    <p className={styles.orphan}>
      {words.orphanHint}
      {path === '' ? null : words.lastKnownPlace(numberOfPath(path))}
    </p>
  );
}

interface ChoiceBoxProps {
  name: string;
  isChosen: boolean;
  /** `isRange`: Shift was held. */
  onToggle: (isRange: boolean) => void;
}

function ChoiceBox({ name, isChosen, onToggle }: ChoiceBoxProps) {
  return (
    <input
      type="checkbox"
      className={styles.choice}
      aria-label={messages.noteList.chooseNote(name)}
      checked={isChosen}
      onChange={({ nativeEvent }) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
    />
  );
}

/** The place of the buttons; the first takes the focus when writing ends and nothing else has it. */
function useFocusAfterWriting(isEdited: boolean) {
  const actions = useRef<HTMLDivElement>(null);
  const wasEdited = useRef(isEdited);
  useEffect(() => {
    const isFinished = wasEdited.current && !isEdited;
    wasEdited.current = isEdited;
    if (isFinished && document.activeElement === document.body) actions.current?.querySelector('button')?.focus();
  }, [isEdited]);
  return actions;
}
