import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';
import { excerptOf, type SnippetPiece } from '#core/search/snippet';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Segments } from '../../ui/choice.tsx';
import { type HitGroup, hitGroups, isListed } from './hit-groups.ts';
import { focusReading, resultsId } from './move-focus.ts';
import styles from './search-results.module.css';

const words = messages.search.results;

/** The sections that answer the query, best first; moving through them moves the text along. */
export function SearchResults() {
  const plan = useApp((state) => state.plan);
  const texts = useApp((state) => state.otherTexts);
  const isEverywhere = useApp((state) => state.view.searchEverywhere ?? false);
  const { query, hits, pending, scope, home } = useApp((state) => state.search);
  const groups = useMemo(
    () => hitGroups(hits, { home, plan, texts, isEverywhere }),
    [hits, home, plan, texts, isEverywhere],
  );
  const asked = query.trim() !== '' && scope === 'all';
  if (plan === null) return null;
  return (
    <div className={styles.pane}>
      <Scope isEverywhere={isEverywhere} />
      <p className={styles.summary} aria-live="polite">
        {asked ? summaryOf(hits) : ''}
        {asked && isEverywhere ? <Progress /> : null}
      </p>
      {groups.length > 0 ? (
        <ResultList plan={plan} groups={groups} unlisted={hits.filter((hit) => !isListed(hit)).length} />
      ) : (
        <Empty asked={asked} pending={pending} />
      )}
    </div>
  );
}

const scopes = [
  { value: 'here', name: words.here },
  { value: 'everywhere', name: words.everywhere },
] as const;

/** Where to search; with one document there is nothing to choose. */
function Scope({ isEverywhere }: { isEverywhere: boolean }) {
  const documents = useApp((state) => state.documents);
  const list = useApp((state) => state.listDocuments);
  const setEverywhere = useApp((state) => state.setSearchEverywhere);
  const isUnknown = documents === null;
  useEffect(() => {
    if (isUnknown) void list();
  }, [isUnknown, list]);
  if (!isEverywhere && (documents?.documents.length ?? 0) < 2) return null;
  return (
    <div className={styles.scope}>
      <Segments
        label={words.scope}
        isLabelHidden
        value={isEverywhere ? 'everywhere' : 'here'}
        options={scopes}
        onChange={(value) => setEverywhere(value === 'everywhere')}
      />
    </div>
  );
}

function Progress() {
  const reading = useApp((state) => state.readingTexts);
  if (reading === null) return null;
  return <span className={styles.progress}>{words.progress(reading.done, reading.total)}</span>;
}

function summaryOf(hits: readonly SearchHit[]): string {
  if (hits.length === 0) return '';
  if (hits.every(({ tier }) => tier === 'related')) return words.onlyRelated(hits.length);
  const documents = new Set(hits.map(({ document }) => document)).size;
  const places = hits.reduce((sum, { count }) => sum + count, 0);
  return documents > 1 ? words.summaryEverywhere(documents, hits.length, places) : words.summary(hits.length, places);
}

function Empty({ asked, pending }: { asked: boolean; pending: boolean }) {
  const isReading = useApp((state) => state.readingTexts !== null);
  return (
    <p className={styles.empty} aria-live="polite">
      {asked ? (pending || isReading ? words.pending : words.empty) : words.start}
    </p>
  );
}

interface ResultListProps {
  plan: PlanDocument;
  groups: readonly HitGroup[];
  unlisted: number;
}

function ResultList({ plan, groups, unlisted }: ResultListProps) {
  const store = useAppStore();
  const current = useApp(currentHit);
  /** A result of another document that the keys have come to: Enter or a click opens the document. */
  const [reached, setReached] = useState<string | null>(null);
  const listed = useMemo(() => groups.flatMap(({ hits }) => hits), [groups]);
  const hitOf = (key: string | number | undefined) => listed.find((hit) => keyOf(hit) === key);
  const selected = hitOf(reached ?? undefined) ?? current;

  const choose = (hit: SearchHit) => {
    const isElsewhere = hit.document !== plan.id;
    setReached(isElsewhere ? keyOf(hit) : null);
    if (!isElsewhere) void open(hit);
  };
  const open = async (hit: SearchHit) => {
    await store.getState().chooseHit(hit);
    setReached(null);
  };
  const act = async (hit: SearchHit) => {
    const [range] = hit.ranges;
    if (hit.document !== plan.id) await open(hit);
    else if (range) store.getState().goTo({ range });
    focusReading();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const atTop = selected === undefined || selected === listed[0];
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
      className={styles.scroller}
      onKeyDownCapture={onKeyDown}
      onClickCapture={({ target }) => {
        const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
        const hit = hitOf(option?.dataset.key);
        if (hit !== undefined && hit.document !== plan.id) void open(hit);
      }}
    >
      <ListBox
        id={resultsId}
        className={styles.list ?? ''}
        aria-label={words.list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === undefined ? [] : [keyOf(selected)]}
        onSelectionChange={(keys) => {
          const hit = keys === 'all' ? undefined : hitOf([...keys][0]);
          if (hit) choose(hit);
        }}
        onAction={(key) => {
          const hit = hitOf(key);
          if (hit) void act(hit);
        }}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.key} id={group.key}>
            <GroupHeader group={group} />
            <Collection items={group.hits.map((hit) => ({ id: keyOf(hit), hit }))}>
              {({ id, hit }) => (
                <Result key={id} id={id} plan={group.plan} hit={hit} isMixed={group.kind === 'document'} />
              )}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
      {unlisted > 0 ? <p className={styles.more}>{words.more(unlisted)}</p> : null}
    </div>
  );
}

function GroupHeader({ group }: { group: HitGroup }) {
  if (group.kind === 'found') return <Header className="visually-hidden">{words.found}</Header>;
  if (group.kind === 'related') return <Header className={styles.group ?? ''}>{words.related}</Header>;
  return (
    <Header className={styles.document ?? ''}>
      <span title={group.plan.title}>{group.plan.title}</span>
      <small>{group.places > 0 ? words.places(group.places) : words.relatedSections(group.hits.length)}</small>
    </Header>
  );
}

interface ResultProps {
  id: string;
  plan: PlanDocument;
  hit: SearchHit;
  /** What is only related stands among what was found. */
  isMixed: boolean;
}

function Result({ id, plan, hit, isMixed }: ResultProps) {
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
        {mark === '' || (hit.tier === 'related' && !isMixed) ? null : <span className={styles.tier}>{mark}</span>}
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
function currentHit({ plan, search, searchPaint }: AppState): SearchHit | undefined {
  const place = searchPaint.ranges[searchPaint.current];
  if (place === undefined) return undefined;
  return search.hits.find(
    ({ document, ranges }) =>
      document === plan?.id && ranges.some(({ start, end }) => start === place.start && end === place.end),
  );
}

function keyOf({ document, section }: SearchHit): string {
  return `${document} ${section ?? ''}`;
}
