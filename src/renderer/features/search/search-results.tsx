import { useEffect, useMemo } from 'react';
import type { Tally } from '#core/search/answer';
import { messages } from '#messages/zh-CN';
import { scopedQuery, withPrefix } from '../../store/scoped-query.ts';
import { searchedNotes } from '../../store/searched-notes.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import type { FoundNotes } from '../../workers/search/search-messages.ts';
import { focusFirstResult } from './move-focus.ts';
import { amountsOf, type ResultGroup, resultGroups } from './result-groups.ts';
import { ResultList } from './result-list.tsx';
import styles from './search-results.module.css';

const words = messages.search.results;

/** What answers the query, by its kind, best first. */
export function SearchResults() {
  const plan = useApp((state) => state.plan);
  const isEverywhere = useApp((state) => state.view.searchEverywhere ?? false);
  const { query, hits, tallies, notes, scope, complete } = useApp((state) => state.search);
  const groups = useResultGroups(isEverywhere);
  const asked = scopedQuery(query).words.trim() !== '' && scope === 'all';
  if (plan === null) return null;
  const { sections, related } = amountsOf(tallies);
  const unlisted = sections + related - hits.length + notes.count - notes.listed.length;
  return (
    <div className={styles.pane}>
      <Scope isEverywhere={isEverywhere} />
      <p className={styles.summary} aria-live="polite">
        {asked ? summaryOf(tallies, notes) : ''}
        {complete ? '' : words.incomplete}
        {asked && isEverywhere ? <Progress /> : null}
      </p>
      {groups.length > 1 ? <Jumps groups={groups} /> : null}
      {groups.length > 0 ? (
        <ResultList plan={plan} groups={groups} unlisted={unlisted} />
      ) : asked ? (
        <Empty isEverywhere={isEverywhere} />
      ) : (
        <Start />
      )}
    </div>
  );
}

function useResultGroups(isEverywhere: boolean): ResultGroup[] {
  const store = useAppStore();
  const plan = useApp((state) => state.plan);
  const texts = useApp((state) => state.otherTexts);
  const { hits, tallies, notes, home } = useApp((state) => state.search);
  const annotations = useApp((state) => state.annotations);
  const places = useApp((state) => state.places);
  const otherNotes = useApp((state) => state.otherNotes);
  return useMemo(() => {
    if (plan === null) return [];
    // What is searched depends on these.
    const searched = searchedNotes({ ...store.getState(), annotations, places, otherNotes });
    return resultGroups({ home, plan, texts, isEverywhere, hits, tallies, notes, searchedNotes: searched });
  }, [store, home, plan, texts, isEverywhere, hits, tallies, notes, annotations, places, otherNotes]);
}

const scopes = [
  { value: 'here', name: words.here },
  { value: 'everywhere', name: words.everywhere },
] as const;

/** Where to search; with one document there is nothing to choose. */
function Scope({ isEverywhere }: { isEverywhere: boolean }) {
  const hasOthers = useHasOthers();
  const setEverywhere = useApp((state) => state.setSearchEverywhere);
  if (!isEverywhere && !hasOthers) return null;
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

function useHasOthers(): boolean {
  const documents = useApp((state) => state.documents);
  const list = useApp((state) => state.listDocuments);
  const isUnknown = documents === null;
  useEffect(() => {
    if (isUnknown) void list();
  }, [isUnknown, list]);
  return (documents?.documents.length ?? 0) > 1;
}

function Progress() {
  const reading = useApp((state) => state.readingTexts);
  if (reading === null) return null;
  return <span className={styles.progress}>{words.progress(reading.done, reading.total)}</span>;
}

function summaryOf(tallies: readonly Tally[], { count, taskCount }: FoundNotes): string {
  const notes = count - taskCount;
  const parts = [
    summaryOfTexts(tallies),
    notes === 0 ? '' : words.summaryOfNotes(notes),
    taskCount === 0 ? '' : words.summaryOfTasks(taskCount),
  ];
  return parts.filter(Boolean).join(words.and);
}

function summaryOfTexts(tallies: readonly Tally[]): string {
  const { documents, sections, places, related } = amountsOf(tallies);
  if (sections === 0) return related === 0 ? '' : words.onlyRelated(related);
  return documents > 1 ? words.summaryEverywhere(documents, sections, places) : words.summary(sections, places);
}

/** How much there is of each kind; leads there. */
function Jumps({ groups }: { groups: readonly ResultGroup[] }) {
  return (
    <ul className={styles.jumps} aria-label={words.jumps}>
      {groups.map(({ key, name, amount, detail, sections }) => (
        <li key={key}>
          <button
            type="button"
            aria-label={`${name} ${detail}`}
            title={`${name} ${detail}`}
            onClick={() => focusFirstResult(sections[0]?.items[0]?.key)}
          >
            <span>{name}</span>
            <small>{amount}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Empty({ isEverywhere }: { isEverywhere: boolean }) {
  const isPending = useApp((state) => state.search.pending || state.readingTexts !== null);
  const { isPattern, problem } = useApp((state) => state.search);
  const hasOthers = useHasOthers();
  const setEverywhere = useApp((state) => state.setSearchEverywhere);
  const canWiden = hasOthers && !isEverywhere && problem === null;
  const nothing = isPattern ? words.emptyOfPattern : canWiden ? words.emptyHere : words.empty;
  const answer = problem === null ? nothing : messages.search.problems[problem].sentence;
  return (
    <div className={styles.empty}>
      <p aria-live="polite">{isPending ? words.pending : answer}</p>
      {canWiden && !isPending ? (
        <Button variant="outlined" onPress={() => setEverywhere(true)}>
          {words.searchEverywhere}
        </Button>
      ) : null}
    </div>
  );
}

/** What can be typed, before anything is. */
function Start() {
  const store = useAppStore();
  const begin = (query: string) => {
    store.getState().setSearchQuery(query);
    store.setState({ searchFocus: {} });
  };
  const beginPattern = () => {
    store.getState().setSearchPattern(true);
    store.setState({ searchFocus: {} });
  };
  return (
    <div className={styles.empty}>
      <p>{words.start}</p>
      <dl className={styles.help}>
        <div>
          <dt>{words.help.pinyinExample}</dt>
          <dd>{words.help.pinyin}</dd>
        </div>
        <div>
          <dt>
            <button type="button" aria-label={words.help.usePattern} onClick={beginPattern}>
              .*
            </button>
          </dt>
          <dd>
            {words.help.pattern} <code>{words.help.patternExample}</code>
          </dd>
        </div>
        {(['notes', 'tags', 'tasks'] as const).map((within) => (
          <div key={within}>
            <dt>
              <button type="button" onClick={() => begin(withPrefix(within))}>
                {withPrefix(within)}
              </button>
            </dt>
            <dd>{words.help[within]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
