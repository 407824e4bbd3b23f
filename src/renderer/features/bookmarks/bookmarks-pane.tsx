import { Bookmark, BookmarkPlus, PencilLine, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { maximumTagLength } from '#core/annotation/limits';
import type { PlanDocument } from '#core/plan/plan';
import { sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { bookmarkName, renamedBody } from '../../store/bookmarks.ts';
import { usePlacedBookmarks } from '../../store/placed-annotations.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import pane from '../../ui/list-pane.module.css';
import styles from './bookmarks-pane.module.css';

const words = messages.bookmarks;
const icon = { size: 15, strokeWidth: 1.6 } as const;

/** The reader's bookmarks in document order. */
export function BookmarksPane() {
  const plan = useApp((state) => state.plan);
  const placed = usePlacedBookmarks();
  const toggleBookmark = useApp((state) => state.toggleBookmark);
  if (plan === null) return null;
  if (placed.length === 0) return <NoBookmarks />;
  return (
    <div className={pane.pane}>
      <div className={styles.head}>
        <p className={styles.summary}>{words.count(placed.length)}</p>
        <IconButton
          name={words.addHere}
          keys="Ctrl+D"
          icon={<BookmarkPlus {...icon} />}
          onPress={() => void toggleBookmark()}
        />
      </div>
      <ul className={styles.list} aria-label={words.list} data-cards onKeyDown={onListKey}>
        {placed.map((mark) => (
          <BookmarkItem key={mark.annotation.id} plan={plan} mark={mark} />
        ))}
      </ul>
    </div>
  );
}

/** Arrows, Home and End go from bookmark to bookmark, Delete removes the one that has the focus. */
function onListKey(event: KeyboardEvent<HTMLUListElement>): void {
  const { key, target, currentTarget } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const item = target instanceof HTMLButtonElement ? target.closest('li') : null;
  if (item === null) return;
  const items = [...currentTarget.children];
  const index = items.indexOf(item);
  const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 }[key];
  if (next !== undefined) items[next]?.querySelector('button')?.focus();
  else if (key === 'Delete') item.querySelector<HTMLButtonElement>('[data-remove]')?.click();
  else return;
  event.preventDefault();
}

function NoBookmarks() {
  const toggleBookmark = useApp((state) => state.toggleBookmark);
  return (
    <EmptyState
      picture={<Bookmark size={32} strokeWidth={1.25} aria-hidden />}
      title={words.empty.title}
      text={words.empty.text}
    >
      <Button variant="outlined" onPress={() => void toggleBookmark()}>
        {words.addHere}
      </Button>
    </EmptyState>
  );
}

function BookmarkItem({ plan, mark }: { plan: PlanDocument; mark: PlacedAnnotation }) {
  const { annotation, anchoring, section } = mark;
  const store = useAppStore();
  const isCurrent = useApp((state) => state.selectedAnnotation === annotation.id);
  const element = useRef<HTMLLIElement>(null);
  const [isRenaming, setRenaming] = useState(false);
  const name = bookmarkName(annotation);
  const number = section === undefined ? '' : sectionNumber(plan, section);
  const goThere = () => {
    const { selectAnnotation, goTo } = store.getState();
    if (anchoring.range !== undefined) goTo({ range: anchoring.range });
    selectAnnotation(annotation.id);
  };
  const remove = async () => {
    const item = element.current;
    const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button');
    if (!(await store.getState().removeAnnotation(annotation.id))) return;
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) next?.focus();
    });
  };
  const rename = (wanted: string) => {
    setRenaming(false);
    if (wanted === '' || wanted === name) return;
    void store.getState().changeAnnotation(annotation.id, { body: renamedBody(annotation, wanted) });
  };
  return (
    <li ref={element} className={styles.item} data-current={isCurrent || undefined}>
      {isRenaming ? (
        <NameField name={name} onDone={rename} onCancel={() => setRenaming(false)} />
      ) : (
        <>
          <button type="button" className={styles.place} aria-current={isCurrent} title={name} onClick={goThere}>
            <span className={styles.name}>{name}</span>
            <span className={styles.number}>{anchoring.range === undefined ? words.lost : number}</span>
          </button>
          <div className={styles.actions}>
            <IconButton name={words.rename(name)} icon={<PencilLine {...icon} />} onPress={() => setRenaming(true)} />
            <IconButton
              name={words.removeNamed(name)}
              icon={<Trash2 {...icon} />}
              data-remove
              onPress={() => void remove()}
            />
          </div>
        </>
      )}
    </li>
  );
}

interface NameFieldProps {
  name: string;
  onDone: (name: string) => void;
  onCancel: () => void;
}

function NameField({ name, onDone, onCancel }: NameFieldProps) {
  const [text, setText] = useState(name);
  return (
    <input
      ref={(field) => field?.focus()}
      className={styles.field}
      aria-label={words.nameField}
      maxLength={maximumTagLength}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') onDone(text.trim());
        else if (event.key === 'Escape') onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
