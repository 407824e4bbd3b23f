import { useEffect, useMemo, useState } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { Annotation, Selectors } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import { differencesBetween } from '#core/comparison/text-differences';
import { plainText } from '#core/markdown/plain-text';
import { canonicalSlice } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { PassageView } from './passage-view.tsx';
import { PlaceChoice } from './place-choice.tsx';
import type { Origin } from './place-facts.ts';
import type { Places } from './places.ts';
import styles from './review-screen.module.css';
import { type Passage, passageIn, passageOfSelectors } from './surroundings.ts';
import type { TextPart } from './text-part.ts';

const words = messages.review;

interface ReviewDetailProps {
  plan: PlanDocument;
  mark: PlacedAnnotation;
  places: Places;
  onChoose: (place: number) => void;
  onAccept: () => void;
  onLater: () => void;
}

/** One note: its words, the passage before and now, and what the reader can decide. */
export function ReviewDetail({ plan, mark, places, onChoose, onAccept, onLater }: ReviewDetailProps) {
  const store = useAppStore();
  const settings = useApp((state) => state.settings);
  const { annotation } = mark;
  const { origin, isKept } = useOrigin(plan, annotation);
  const before = origin.passage;
  const range = places.shown === undefined ? undefined : places.ranges[places.shown];
  const now = range === undefined ? undefined : passageIn(plan, range);
  const differences = now === undefined ? undefined : differencesBetween(before.quote, now.quote);
  return (
    <div className={styles.detail} data-label={paintedAs(annotation.label)}>
      <p className={styles.note}>
        <b>
          {annotation.motivation === 'bookmarking' ? messages.bookmarks.tab : labelName(settings, annotation.label)}
        </b>
        {annotation.body === '' ? null : <span title={annotation.body}>{plainText(annotation.body)}</span>}
      </p>
      <div className={styles.compare}>
        <PassageView
          side="before"
          title={words.before}
          place={before.place}
          parts={around(before, differences?.left)}
          hint={isKept ? undefined : words.beforeMissing}
        />
        <PassageView
          side="now"
          title={words.now}
          place={now?.place ?? ''}
          parts={now === undefined ? [] : around(now, differences?.right)}
          hint={now === undefined ? hintFor(mark, places) : undefined}
        />
      </div>
      <PlaceChoice plan={plan} places={places} origin={origin} onChoose={onChoose} />
      <footer className={styles.actions}>
        <span className={styles.keys} aria-hidden>
          {words.keys(places.ranges.length - (places.hasFound ? 1 : 0))}
        </span>
        <Button onPress={onLater}>{words.later}</Button>
        <Button variant="outlined" onPress={() => store.getState().beginAttaching(annotation.id)}>
          {words.attach}
        </Button>
        <Button variant="primary" isDisabled={range === undefined || !mark.isSearched} onPress={onAccept}>
          {words.accept}
        </Button>
      </footer>
    </div>
  );
}

/** The passage as it was: in its own text where that is kept, else as the note itself knows it. */
function useOrigin(plan: PlanDocument, annotation: Annotation): { origin: Origin; isKept: boolean } {
  const textOf = useApp((state) => state.textOf);
  const selectors = selectorsOf(plan, annotation);
  const [text, setText] = useState<{ hash: string; plan: PlanDocument | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const found = await textOf(selectors.textHash);
      if (isWanted) setText({ hash: selectors.textHash, plan: found });
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [textOf, selectors.textHash]);
  const isAsked = text?.hash !== selectors.textHash;
  const earlier = isAsked ? null : text.plan;
  const isThere = earlier !== null && canonicalSlice(earlier, selectors) === selectors.exact;
  const origin = useMemo((): Origin => {
    if (!isThere) return { selectors, passage: passageOfSelectors(selectors), text: null };
    return { selectors, passage: passageIn(earlier, selectors), text: earlier };
  }, [selectors, earlier, isThere]);
  return { origin, isKept: isAsked || isThere };
}

/** The passage in another text than this: where the reader last decided, or where the note was made. */
function selectorsOf(plan: PlanDocument, { target, placement }: Annotation): Selectors {
  return placement === undefined || placement.textHash === textHash(plan) ? target : placement;
}

function around({ before, quote, after }: Passage, parts: TextPart[] = [{ kind: 'same', text: quote }]): TextPart[] {
  return [{ kind: 'around', text: before }, ...parts, { kind: 'around', text: after }];
}

function hintFor({ anchoring }: PlacedAnnotation, { ranges }: Places): string {
  const reasons: Partial<Record<string, string>> = words.reasons;
  const reason = reasons[anchoring.reason ?? ''];
  const said = reason === undefined ? words.notFound : words.notFoundBecause(reason);
  return `${said}${ranges.length === 0 ? words.attachInText : words.chooseBelow}`;
}
