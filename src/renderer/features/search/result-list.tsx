import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Collection, ListBox, ListBoxSection } from 'react-aria-components';
import { blockIndexAt, blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import type { SearchPaint } from '../../store/search.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { focusReading, resultsId } from './move-focus.ts';
import { keyOfHit, keyOfNote, type ResultGroup, type ResultItem } from './result-groups.ts';
import { ResultRow, SectionHeading } from './result-rows.tsx';
import styles from './search-results.module.css';
import { useKeptPlace } from './use-kept-place.ts';

const words = messages.search.results;

interface ResultListProps {
  plan: PlanDocument;
  groups: readonly ResultGroup[];
  /** How many results are not in the list. */
  unlisted: number;
}

/** What was found, to go through with the keys; moving through what is in the open document moves the text along. */
export function ResultList({ plan, groups, unlisted }: ResultListProps) {
  const store = useAppStore();
  const scroller = useRef<HTMLDivElement>(null);
  const query = useApp((state) => state.search.query);
  const sections = useMemo(() => groups.flatMap((group) => group.sections), [groups]);
  const items = useMemo(
    () => new Map(sections.flatMap((section) => section.items).map((item) => [item.key, item])),
    [sections],
  );
  const { selected, choose, open, act } = useChoice(plan, items);
  useKeptPlace(scroller, query);
  useSelectedInSight(scroller, selected);

  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = items.keys();
    const atTop = event.target instanceof HTMLElement && event.target.dataset.key === first;
    if (event.key === 'Escape') {
      store.getState().closeSearch();
      focusReading();
    } else if (event.key === 'ArrowUp' && atTop) store.setState({ searchFocus: {} });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onKeyDownCapture={onKeyDown}
      onClickCapture={({ target }) => {
        const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
        const item = items.get(option?.dataset.key ?? '');
        if (item !== undefined && item.document !== plan.id) void open(item);
      }}
    >
      <ListBox
        id={resultsId}
        className={styles.list ?? ''}
        aria-label={words.list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={(keys) => {
          const item = keys === 'all' ? undefined : items.get(String([...keys][0]));
          if (item) choose(item);
        }}
        onAction={(key) => {
          const item = items.get(String(key));
          if (item) void act(item);
        }}
      >
        {sections.map((section) => (
          <ListBoxSection key={section.key} id={section.key}>
            <SectionHeading section={section} isAlone={sections.length === 1 && section.document === undefined} />
            <Collection items={section.items.map((item) => ({ id: item.key, item }))}>
              {({ id, item }) => <ResultRow key={id} item={item} />}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
      {unlisted > 0 ? <p className={styles.more}>{words.more(unlisted)}</p> : null}
    </div>
  );
}

/** Which result is the current one, and going to it. */
function useChoice(plan: PlanDocument, items: ReadonlyMap<string, ResultItem>) {
  const store = useAppStore();
  const latest = useApp(currentKey);
  const current = latest !== undefined && items.has(latest) ? latest : undefined;
  const paint = useApp((state) => state.searchPaint);
  /** A result of another document that the keys have come to: Enter or a click opens the document. */
  const [reached, setReached] = useState<{ key: string; paint: SearchPaint } | null>(null);
  const isReached = reached !== null && reached.paint === paint && items.has(reached.key);

  const open = async (item: ResultItem) => {
    if (item.kind === 'note') await store.getState().chooseNote(item.note);
    else await store.getState().chooseHit(item.hit);
    setReached(null);
  };
  const choose = (item: ResultItem) => {
    if (item.document !== plan.id) setReached({ key: item.key, paint });
    else void open(item);
  };
  const act = async (item: ResultItem) => {
    await open(item);
    focusReading();
  };
  return { selected: isReached ? reached.key : current, choose, open, act };
}

/** The listed result that is current: the note that was chosen last, or the section that holds the current place. */
function currentKey({ plan, search, searchPaint }: AppState): string | undefined {
  if (search.chosenNote !== null) return keyOfNote(search.chosenNote);
  const place = searchPaint.ranges[searchPaint.current];
  if (place === undefined) return undefined;
  if (plan === null) return undefined;
  const section = plan.blocks[blockIndexAt(blockRanges(plan), place.start)]?.section;
  return keyOfHit({ document: plan.id, ...(section === undefined ? {} : { section }) });
}

/** The current result is in sight also when it was come to from elsewhere, with F3 for one. */
function useSelectedInSight(scroller: { readonly current: HTMLElement | null }, selected: string | undefined): void {
  useEffect(() => {
    if (selected === undefined) return;
    scroller.current
      ?.querySelector(`[role="option"][data-key="${CSS.escape(selected)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [scroller, selected]);
}
