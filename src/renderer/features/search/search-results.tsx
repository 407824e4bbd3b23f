import { type KeyboardEvent, useMemo } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import { excerptOf, type SnippetPiece } from '#core/search/snippet';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { listedHits } from '../../store/search-run.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { focusReading, resultsId } from './move-focus.ts';
import styles from './search-results.module.css';

const words = messages.search.results;

/** The sections that answer the query, best first; moving through them moves the text along. */
export function SearchResults() {
  const plan = useApp((state) => state.plan);
  const { query, hits, pending, scope } = useApp((state) => state.search);
  const summary = useMemo(() => summaryOf(hits), [hits]);
  const asked = query.trim() !== '' && scope === 'all';
  if (plan === null) return null;
  return (
    <div className={styles.pane}>
      <p className={styles.summary} aria-live="polite">
        {asked ? summary : ''}
      </p>
      {hits.length > 0 ? <ResultList plan={plan} hits={hits} /> : <Empty asked={asked} pending={pending} />}
    </div>
  );
}

function summaryOf(hits: readonly SearchHit[]): string {
  if (hits.length === 0) return '';
  if (hits.every(({ tier }) => tier === 'related')) return words.onlyRelated(hits.length);
  return words.summary(
    hits.length,
    hits.reduce((sum, { count }) => sum + count, 0),
  );
}

function Empty({ asked, pending }: { asked: boolean; pending: boolean }) {
  return (
    <p className={styles.empty} aria-live="polite">
      {asked ? (pending ? words.pending : words.empty) : words.start}
    </p>
  );
}

function ResultList({ plan, hits }: { plan: PlanDocument; hits: readonly SearchHit[] }) {
  const store = useAppStore();
  const current = useApp(currentHit);
  const listed = hits.slice(0, listedHits);
  const groups = [
    { name: words.found, hits: listed.filter(({ tier }) => tier !== 'related') },
    { name: words.related, hits: listed.filter(({ tier }) => tier === 'related') },
  ].filter((group) => group.hits.length > 0);
  const hitOf = (key: string | number | undefined) => listed.find((hit) => keyOf(hit) === key);

  const onKeyDown = (event: KeyboardEvent) => {
    const atTop = current === undefined || current === listed[0];
    if (event.key === 'Escape') {
      store.getState().closeSearch();
      focusReading();
    } else if (event.key === 'ArrowUp' && atTop) store.setState({ searchFocus: {} });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.scroller} onKeyDownCapture={onKeyDown}>
      <ListBox
        id={resultsId}
        className={styles.list ?? ''}
        aria-label={words.list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={current === undefined ? [] : [keyOf(current)]}
        onSelectionChange={(keys) => {
          const hit = keys === 'all' ? undefined : hitOf([...keys][0]);
          if (hit) store.getState().chooseHit(hit);
        }}
        onAction={(key) => {
          const range = hitOf(key)?.ranges[0];
          if (range) store.getState().goTo({ range });
          focusReading();
        }}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.name} id={group.name}>
            <Header className={group.name === words.related ? styles.group : 'visually-hidden'}>{group.name}</Header>
            <Collection items={group.hits.map((hit) => ({ id: keyOf(hit), hit }))}>
              {({ id, hit }) => <Result key={id} id={id} plan={plan} hit={hit} />}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
      {hits.length > listed.length ? <p className={styles.more}>{words.more(hits.length - listed.length)}</p> : null}
    </div>
  );
}

function Result({ id, plan, hit }: { id: string; plan: PlanDocument; hit: SearchHit }) {
  const excerpt = useMemo(() => excerptOf(plan, hit.section, hit.ranges), [plan, hit]);
  const number = hit.section === undefined ? words.frontMatter : hit.number;
  const heading = excerpt.heading.map(({ text }) => text).join('');
  const mark = words.tiers[hit.tier];
  return (
    <ListBoxItem id={id} className={styles.result ?? ''} textValue={`${number} ${heading}`}>
      <div className={styles.head}>
        <p className={styles.heading} title={heading}>
          <span className={styles.number}>{number}</span>
          {hit.section !== undefined && heading === '' ? words.missingHeading : <Pieces pieces={excerpt.heading} />}
        </p>
        {mark === '' || hit.tier === 'related' ? null : <span className={styles.tier}>{mark}</span>}
        {hit.count > 1 && hit.tier !== 'related' ? (
          <span className={styles.count}>{words.places(hit.count)}</span>
        ) : null}
      </div>
      {excerpt.body.length === 0 ? null : (
        <p className={styles.snippet}>
          <Pieces pieces={excerpt.body} />
        </p>
      )}
    </ListBoxItem>
  );
}

function Pieces({ pieces }: { pieces: readonly SnippetPiece[] }) {
  let offset = 0;
  return pieces.map(({ text, hit }) => {
    offset += text.length;
    return hit ? <mark key={offset}>{text}</mark> : <span key={offset}>{text}</span>;
  });
}

/** The listed hit that holds the current place. */
function currentHit({ search, searchPaint }: AppState): SearchHit | undefined {
  const place = searchPaint.ranges[searchPaint.current];
  if (place === undefined) return undefined;
  return search.hits.find(({ ranges }) => ranges.some(({ start, end }) => start === place.start && end === place.end));
}

function keyOf({ document, section }: SearchHit): string {
  return `${document} ${section ?? ''}`;
}
