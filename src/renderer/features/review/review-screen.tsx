import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { messages } from '#messages/zh-CN';
import { usePlacedAnnotations } from '../../store/placed-annotations.ts';
import { earlierText, nextUndecided, searchedNotes } from '../../store/review.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { type Places, placesOf } from './places.ts';
import { ReviewDetail } from './review-detail.tsx';
import { ReviewHead } from './review-head.tsx';
import { ReviewList } from './review-list.tsx';
import styles from './review-screen.module.css';

const words = messages.review;

/** Before and now, note by note: accept, choose another place, attach by hand, or leave. */
export function ReviewScreen({ onClose }: { onClose: () => void }) {
  const store = useAppStore();
  const plan = useApp((state) => state.plan);
  const placed = usePlacedAnnotations();
  const marks = useListedMarks(placed);
  const [earlier] = useState(() => earlierText(placed));
  const [current, setCurrent] = useState(() => store.getState().reviewed ?? marks[0]?.annotation.id);
  const [chosen, setChosen] = useState<{ id: string; place: number } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const mark = marks.find(({ annotation }) => annotation.id === current) ?? marks[0];
  const places =
    mark === undefined ? undefined : placesOf(mark, chosen?.id === mark.annotation.id ? chosen.place : undefined);

  // A button that has done its work may be gone or without function: the keys go on in the list.
  const focusCurrent = () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  const goTo = (next: PlacedAnnotation | undefined) => {
    if (next !== undefined) setCurrent(next.annotation.id);
    focusCurrent();
  };
  const step = (by: 1 | -1) => goTo(mark === undefined ? undefined : marks[marks.indexOf(mark) + by]);
  const accept = async () => {
    const { range, isFound } = shownPlace(places);
    if (mark === undefined || range === undefined) return;
    const next = nextOf(marks, mark);
    if (await store.getState().decidePlace(mark.annotation.id, range, isFound ? 'confirm' : 'relocate')) goTo(next);
  };
  const choose = (place: number) => {
    if (mark !== undefined && places?.ranges[place] !== undefined) setChosen({ id: mark.annotation.id, place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isForButton(event)) return;
    const action = actionFor(event, {
      step,
      accept,
      undo: store.getState().undo,
      choose: (nth) => choose(nth + firstSuggestion(places)),
    });
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void action();
  };

  return (
    <Dialog title={words.title} width={1180} onClose={onClose}>
      <div className={styles.screen} onKeyDownCapture={onKeyDown}>
        <ReviewHead earlier={earlier} onAccepted={focusCurrent} onClose={onClose} />
        <div className={styles.columns}>
          <ReviewList ref={list} marks={marks} current={mark?.annotation.id} onChoose={setCurrent} />
          {plan === null || mark === undefined || places === undefined ? (
            <p className={styles.nothing}>{words.allDone}</p>
          ) : (
            <ReviewDetail
              plan={plan}
              mark={mark}
              places={places}
              onChoose={choose}
              onAccept={() => void accept()}
              onLater={() => goTo(nextOf(marks, mark))}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** The notes in the order in which they stood when they were first listed: a decision moves nothing away. */
function useListedMarks(placed: PlacedAnnotation[]): PlacedAnnotation[] {
  const order = useRef<string[]>([]);
  return useMemo(() => {
    const known = new Set(order.current);
    const added = searchedNotes(placed).filter(({ annotation }) => !known.has(annotation.id));
    order.current = [...order.current, ...added.map(({ annotation }) => annotation.id)];
    const marks = new Map(placed.map((mark) => [mark.annotation.id, mark]));
    return order.current.flatMap((id) => marks.get(id) ?? []);
  }, [placed]);
}

/** Where there is nothing more to decide, the one below. */
function nextOf(marks: readonly PlacedAnnotation[], mark: PlacedAnnotation): PlacedAnnotation | undefined {
  return nextUndecided(marks, mark.annotation.id) ?? marks[marks.indexOf(mark) + 1];
}

function shownPlace(places: Places | undefined) {
  if (places?.shown === undefined) return {};
  return { range: places.ranges[places.shown], isFound: places.hasFound && places.shown === 0 };
}

function firstSuggestion(places: Places | undefined): number {
  return places?.hasFound ? 1 : 0;
}

interface KeyActions {
  step: (by: 1 | -1) => void;
  accept: () => Promise<void>;
  undo: () => Promise<void>;
  choose: (nth: number) => void;
}

/** A button takes Enter and space for itself; those of the list leave them to the screen. */
function isForButton({ key, target }: KeyboardEvent): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  return target instanceof HTMLElement && target.closest('button:not([data-item])') !== null;
}

function actionFor({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, actions: KeyActions) {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' ? actions.undo : undefined;
  if (key === 'ArrowDown') return () => actions.step(1);
  if (key === 'ArrowUp') return () => actions.step(-1);
  if (key === 'Enter') return actions.accept;
  return /^[1-5]$/.test(key) ? () => actions.choose(Number(key) - 1) : undefined;
}
