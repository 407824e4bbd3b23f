import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react-dom';
import { ChevronRight, Copy, MessageSquareText, Quote, Search, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { labelIds } from '#core/annotation/annotation';
import { citation } from '#core/annotation/citation';
import { paintedAs } from '#core/annotation/label';
import { blockIndexAt, blockRanges, canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { sliceByCodePoints } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { api } from '../../api.ts';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import styles from './selection-toolbar.module.css';
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
  const id = target.annotations[shown % Math.max(1, target.annotations.length)];
  const annotation = annotations.find((candidate) => candidate.id === id);
  const quote = useMemo(() => sliceByCodePoints(canonicalText(plan), target.range), [plan, target.range]);
  const element = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = usePlacement(target);

  useEffect(() => setShown(0), [target]);
  useLayoutEffect(() => {
    if (target.takesFocus) element.current?.querySelector('button')?.focus();
  }, [target]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  const done = () => {
    document.getSelection()?.removeAllRanges();
    onClose();
  };
  const copy = async (text: string, message: string) => {
    done();
    const answer = await api['clipboard.writeText']({ text });
    if (answer.ok) store.getState().notify({ kind: 'done', text: message });
    else store.getState().notifyError(answer.error);
  };
  const highlight = async (label: string) => {
    done();
    if (annotation === undefined) await store.getState().annotate(target.range, 'highlighting', label);
    else await store.getState().changeAnnotation(annotation.id, { label });
  };
  const note = async () => {
    done();
    const { annotate, editAnnotation, changeView } = store.getState();
    const noted = annotation ?? (await annotate(target.range, 'commenting', 'important'));
    if (noted === null) return;
    changeView({ notesVisible: true });
    editAnnotation(noted.id);
  };
  const section = plan.blocks[blockIndexAt(blockRanges(plan), target.range.start)]?.section;

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
            onPress={() => void highlight(label)}
          >
            <i />
            <span className={styles.meaning} aria-hidden>
              {labelName(settings, label)}
            </span>
          </Button>
        ))}
        <i className={styles.divider} />
        <Tool name={annotation?.body ? messages.annotations.edit : words.note} onPress={() => void note()}>
          <MessageSquareText {...iconSize} />
        </Tool>
        <Tool name={words.copy} onPress={() => void copy(quote, words.copied)}>
          <Copy {...iconSize} />
        </Tool>
        <Tool name={words.copyCitation} onPress={() => void copy(citation(plan, section, quote), words.citationCopied)}>
          <Quote {...iconSize} />
        </Tool>
        <Tool
          name={words.searchSelection}
          onPress={() => {
            done();
            store.getState().searchFor(quote.split('\n')[0] ?? '');
          }}
        >
          <Search {...iconSize} />
        </Tool>
        {annotation === undefined ? null : (
          <Tool
            name={words.remove}
            onPress={() => {
              done();
              void store.getState().removeAnnotation(annotation.id);
            }}
          >
            <Trash2 {...iconSize} />
          </Tool>
        )}
        {target.annotations.length < 2 ? null : (
          <Button
            className={styles.next ?? ''}
            aria-label={words.chooseAnnotation}
            onPress={() => {
              const next = (shown + 1) % target.annotations.length;
              setShown(next);
              store.getState().selectAnnotation(target.annotations[next] ?? null);
            }}
          >
            {shown + 1}/{target.annotations.length}
            <ChevronRight size={14} strokeWidth={1.6} />
          </Button>
        )}
      </Toolbar>
    </div>
  );
}

function Tool({ name, onPress, children }: { name: string; onPress: () => void; children: ReactNode }) {
  return (
    <Button className={styles.tool ?? ''} aria-label={name} onPress={onPress}>
      {children}
      <span aria-hidden>{name}</span>
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
