import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react-dom';
import { Bookmark, ChevronRight, ClipboardList, Copy, MessageSquareText, Quote, Search, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { labelIds } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import styles from './selection-toolbar.module.css';
import { toolbarActions } from './toolbar-actions.ts';
import type { ToolbarTarget } from './use-text-selection.ts';

const words = messages.reading;
const iconSize = { size: 16, strokeWidth: 1.6 } as const;

interface SelectionToolbarProps {
  plan: PlanDocument;
  target: ToolbarTarget;
  onClose: () => void;
}

/** Floats above a selected passage or a highlight that was clicked. */
export function SelectionToolbar({ plan, target, onClose }: SelectionToolbarProps) {
  const store = useAppStore();
  const settings = useApp((state) => state.settings);
  const annotations = useApp((state) => state.annotations);
  const [shown, setShown] = useState(0);
  const id = target.annotations[shown];
  const annotation = annotations.find((candidate) => candidate.id === id);
  const actions = toolbarActions(store, { plan, range: target.range, annotation });
  const element = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = usePlacement(target);

  useLayoutEffect(() => {
    if (target.takesFocus) element.current?.querySelector('button')?.focus();
  }, [target]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      returnFocus(element.current);
      onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  const perform = (action: () => unknown) => () => {
    document.getSelection()?.removeAllRanges();
    store.getState().setSelectionMode(false);
    returnFocus(element.current);
    onClose();
    void action();
  };

  return (
    <div
      ref={(node) => {
        refs.setFloating(node);
        element.current = node;
      }}
      className={styles.frame}
      style={floatingStyles}
    >
      <Toolbar aria-label={words.toolbar} className={styles.toolbar ?? ''}>
        {labelIds.map((label) => (
          <Button
            key={label}
            className={styles.colour ?? ''}
            data-label={label}
            aria-label={words.highlightAs(labelName(settings, label))}
            aria-pressed={annotation !== undefined && paintedAs(annotation.label) === label}
            onPress={perform(() => actions.highlight(label))}
          >
            <i />
            <span className={styles.meaning} aria-hidden>
              {labelName(settings, label)}
            </span>
          </Button>
        ))}
        <i className={styles.divider} />
        <Tool name={annotation?.body ? messages.annotations.edit : words.note} onPress={perform(actions.note)}>
          <MessageSquareText {...iconSize} />
        </Tool>
        <Tool name={annotation?.task ? messages.ledger.show : messages.ledger.create} onPress={perform(actions.task)}>
          <ClipboardList {...iconSize} />
        </Tool>
        <Tool name={messages.bookmarks.add} onPress={perform(actions.bookmark)}>
          <Bookmark {...iconSize} />
        </Tool>
        <Tool name={words.copy} onPress={perform(actions.copy)}>
          <Copy {...iconSize} />
        </Tool>
        <Tool name={words.copyCitation} onPress={perform(actions.copyCitation)}>
          <Quote {...iconSize} />
        </Tool>
        <Tool name={words.searchSelection} onPress={perform(actions.search)}>
          <Search {...iconSize} />
        </Tool>
        {annotation === undefined ? null : (
          <Tool name={words.remove} onPress={perform(actions.remove)}>
            <Trash2 {...iconSize} />
          </Tool>
        )}
        {target.annotations.length < 2 ? null : (
          <NextAnnotation
            shown={shown}
            count={target.annotations.length}
            onNext={(next) => {
              setShown(next);
              store.getState().selectAnnotation(target.annotations[next] ?? null);
            }}
          />
        )}
      </Toolbar>
    </div>
  );
}

/** The toolbar goes: who came into it from the text goes on there. */
function returnFocus(toolbar: HTMLElement | null): void {
  if (toolbar?.contains(document.activeElement)) {
    toolbar.closest<HTMLElement>('[data-pane="reading"]')?.focus({ preventScroll: true });
  }
}

function Tool({ name, onPress, children }: { name: string; onPress: () => void; children: ReactNode }) {
  return (
    <Button className={styles.tool ?? ''} aria-label={name} onPress={onPress}>
      {children}
      <span aria-hidden>{name}</span>
    </Button>
  );
}

interface NextAnnotationProps {
  shown: number;
  count: number;
  onNext: (next: number) => void;
}

/** Where highlights overlap: goes through those under the pointer. */
function NextAnnotation({ shown, count, onNext }: NextAnnotationProps) {
  return (
    <Button
      className={styles.next ?? ''}
      aria-label={words.chooseAnnotation}
      onPress={() => onNext((shown + 1) % count)}
    >
      {shown + 1}/{count}
      <ChevronRight size={14} strokeWidth={1.6} />
    </Button>
  );
}

/** Above the passage, 8 px away, inside the window; below when there is no room above. */
function usePlacement(target: ToolbarTarget) {
  const reference = useMemo(() => ({ getBoundingClientRect: target.box }), [target]);
  const { refs, floatingStyles } = useFloating({
    placement: 'top',
    strategy: 'fixed',
    middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8 })],
    whileElementsMounted: (anchor, floating, update) => autoUpdate(anchor, floating, update, { animationFrame: true }),
  });
  useLayoutEffect(() => refs.setReference(reference), [refs, reference]);
  return { refs, floatingStyles };
}
