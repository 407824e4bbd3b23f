import { PencilLine, Trash2 } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { toggleTask } from '#core/markdown/tasks';
import type { PlanDocument } from '#core/plan/plan';
import { sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { toggleChoice } from '../../store/note-filter.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import type { ContextMenuPlace } from '../../ui/context-menu.tsx';
import { AnnotationEditor } from './annotation-editor.tsx';
import styles from './annotation-item.module.css';
import { AnnotationMenu } from './annotation-menu.tsx';
import { NoteText } from './note-text.tsx';
import { timeInWords } from './time-in-words.ts';
import { useMinute } from './use-minute.ts';

const words = messages.annotations;

interface AnnotationItemProps {
  plan: PlanDocument;
  mark: PlacedAnnotation;
  onRemove: (id: string) => void;
}

/** What stands in one item of the list: quote, note, tags; opens for writing in place. */
export const AnnotationItem = memo(function AnnotationItem({ plan, mark, onRemove }: AnnotationItemProps) {
  const { annotation, anchoring, state, section } = mark;
  const store = useAppStore();
  const isSelected = useApp((state) => state.selectedAnnotation === annotation.id);
  const isEdited = useApp((state) => state.editedAnnotation === annotation.id);
  const settings = useApp((state) => state.settings);
  const [menu, setMenu] = useState<ContextMenuPlace | null>(null);
  const actions = useFocusAfterWriting(isEdited);
  const label = labelName(settings, annotation.label);
  const number = section === undefined ? '' : sectionNumber(plan, section);
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
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        {number === '' ? null : <span className={styles.section}>{number}</span>}
        {state === 'anchored' ? null : (
          <span className={styles.state} data-state={state}>
            {words.states[state]}
          </span>
        )}
        <Age modified={annotation.modified} />
      </div>
      <button
        type="button"
        className={styles.quote}
        aria-label={words.itemName(label, annotation.target.exact, number)}
        aria-current={isSelected}
        onClick={goToText}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu({ x: event.clientX, y: event.clientY });
        }}
        onDoubleClick={edit}
      >
        {annotation.target.exact}
      </button>
      {state === 'orphaned' ? (
        <p className={styles.orphan}>
          {words.orphanHint}
          {annotation.target.sectionPath === '' ? null : words.lastKnownPlace(annotation.target.sectionPath)}
        </p>
      ) : null}
      {isEdited ? (
        <AnnotationEditor key={annotation.id} annotation={annotation} />
      ) : (
        <>
          {annotation.body === '' ? null : (
            <div className={styles.body}>
              <NoteText markdown={annotation.body} onToggleTask={toggleTaskOf} />
            </div>
          )}
          {annotation.tags.length === 0 ? null : (
            <p className={styles.tags}>
              {annotation.tags.map((tag) => (
                <TagButton key={tag} tag={tag} />
              ))}
            </p>
          )}
          <div ref={actions} className={styles.actions}>
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

/** A tag of a note; a click shows only what has it. */
function TagButton({ tag }: { tag: string }) {
  const store = useAppStore();
  const isChosen = useApp((state) => state.noteFilter.tags.includes(tag));
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={messages.noteList.filterByTag(tag)}
      onClick={() => {
        const { noteFilter, setNoteFilter } = store.getState();
        setNoteFilter(toggleChoice(noteFilter, 'tags', tag));
      }}
    >
      {tag}
    </button>
  );
}

function Age({ modified }: { modified: string }) {
  useMinute();
  return (
    <time className={styles.time} dateTime={modified} title={modified}>
      {timeInWords(modified, new Date())}
    </time>
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
