import { Regex, Search, TextSearch, X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import { keysOf } from '../../ui/command-keys.ts';
import { focusReading, focusResults, focusSuggestions, suggestionsId } from './move-focus.ts';
import styles from './search-box.module.css';
import { SearchCount, SearchStep } from './search-count.tsx';
import { SearchSuggestions } from './search-suggestions.tsx';
import { useSuggestions } from './use-suggestions.ts';

const words = messages.search;
const icon = { size: 16, strokeWidth: 1.5 } as const;
const problemId = 'search-problem';

/** The one search box: from place to place in the text, or everything listed in the left pane. */
export function SearchBox() {
  const store = useAppStore();
  const { open, scope, problem } = useApp((state) => state.search);
  const isNowhere = useApp(isNowhereInText);
  const [isFocused, setFocused] = useState(false);
  const suggestions = useSuggestions(isFocused);
  const { closeSearch } = store.getState();
  const endSearch = () => {
    closeSearch();
    focusReading();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setFocused(false);
  };

  return (
    <search className={styles.box} data-open={open || undefined} onFocus={() => setFocused(true)} onBlur={onBlur}>
      <Search className={styles.glass} {...icon} aria-hidden />
      <SearchInput hasSuggestions={suggestions !== null} onEnd={endSearch} />
      {open ? (
        <>
          <SearchCount />
          <SearchStep command="findPrevious" />
          <SearchStep command="findNext" />
          <PatternToggle />
        </>
      ) : (
        <kbd className={styles.keys} aria-hidden>
          {keysOf('find')}
        </kbd>
      )}
      <ListToggle />
      {open ? <IconButton name={words.close} keys="Esc" icon={<X {...icon} />} onPress={endSearch} /> : null}
      {/* Where results are listed, it stands in their place. */}
      <p id={problemId} className={styles.problem} aria-live="polite">
        {scope === 'all' ? '' : problem !== null ? words.problems[problem].sentence : isNowhere ? words.noneHere : ''}
      </p>
      {suggestions === null ? null : <SearchSuggestions suggestions={suggestions} />}
    </search>
  );
}

function SearchInput({ hasSuggestions, onEnd }: { hasSuggestions: boolean; onEnd: () => void }) {
  const { scope, query, problem } = useApp((state) => state.search);
  const store = useAppStore();
  const { setSearchQuery, setSearchScope, stepHit, recordSearch } = store.getState();
  const input = useSearchFocus();
  /** What an input method is composing: shown, and searched for only when it is finished. */
  const [composed, setComposed] = useState<string | null>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      recordSearch();
      // What the text does not say letter by letter may be in a note, or be spelled or written otherwise.
      if (isNowhereInText(store.getState())) setSearchScope('all');
      else if (scope === 'text') stepHit(event.shiftKey ? -1 : 1);
      else focusResults();
    } else if (event.key === 'Escape') onEnd();
    else if (event.key === 'ArrowDown' && hasSuggestions) focusSuggestions();
    else if (event.key === 'ArrowDown' && scope === 'all') focusResults();
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      type="search"
      className={styles.input}
      aria-label={words.box}
      aria-invalid={problem !== null}
      aria-describedby={problemId}
      {...(hasSuggestions ? { 'aria-haspopup': 'grid', 'aria-controls': suggestionsId } : {})}
      placeholder={words.placeholder}
      spellCheck={false}
      value={composed ?? query}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) setComposed(value);
        else setSearchQuery(value);
      }}
      onCompositionEnd={(event) => {
        setComposed(null);
        setSearchQuery(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** The open text was looked through and does not have the words. */
function isNowhereInText({ search, searchPaint }: AppState): boolean {
  const { open, scope, query, pending, problem } = search;
  const isAsked = open && scope === 'text' && query.trim() !== '' && !pending && problem === null;
  return isAsked && searchPaint.ranges.length === 0;
}

function PatternToggle() {
  const isPattern = useApp((state) => state.search.isPattern);
  const setSearchPattern = useApp((state) => state.setSearchPattern);
  return (
    <IconButton
      name={words.pattern}
      icon={<Regex {...icon} />}
      aria-pressed={isPattern}
      onPress={() => setSearchPattern(!isPattern)}
    />
  );
}

function ListToggle() {
  const store = useAppStore();
  const isListed = useApp(({ search: { open, scope } }) => open && scope === 'all');
  return (
    <IconButton
      name={isListed ? words.unlist : words.listAll}
      keys={isListed ? undefined : keysOf('searchAll')}
      icon={<TextSearch {...icon} />}
      aria-expanded={isListed}
      onPress={() => {
        const { search, setSearchScope, openSearch } = store.getState();
        if (search.open) setSearchScope(isListed ? 'text' : 'all');
        else openSearch('all');
      }}
    />
  );
}

/** Takes the focus whenever the store asks for it, with everything selected so that typing replaces it. */
function useSearchFocus() {
  const input = useRef<HTMLInputElement>(null);
  const request = useApp((state) => state.searchFocus);
  useEffect(() => {
    if (request === null) return;
    input.current?.focus();
    input.current?.select();
  }, [request]);
  return input;
}
