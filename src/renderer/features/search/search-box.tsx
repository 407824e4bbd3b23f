import { ChevronDown, ChevronUp, Search, TextSearch, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import { keysOf } from '../../ui/command-keys.ts';
import { focusReading, focusResults } from './move-focus.ts';
import styles from './search-box.module.css';

const words = messages.search;
const icon = { size: 16, strokeWidth: 1.5 } as const;

/** The one search box: from place to place in the text, or everything listed in the left pane. */
export function SearchBox() {
  const store = useAppStore();
  const { open, scope, query } = useApp((state) => state.search);
  const input = useSearchFocus();
  /** What an input method is composing: shown, and searched for only when it is finished. */
  const [composed, setComposed] = useState<string | null>(null);
  const { setSearchQuery, setSearchScope, stepHit } = store.getState();

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && scope === 'text') stepHit(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') endSearch();
    else if (scope === 'all' && (event.key === 'Enter' || event.key === 'ArrowDown')) focusResults();
    else return;
    event.preventDefault();
  };
  const endSearch = () => {
    store.getState().closeSearch();
    focusReading();
  };

  return (
    <search className={styles.box} data-open={open || undefined}>
      <Search className={styles.glass} {...icon} aria-hidden />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={words.box}
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
      {open ? (
        <>
          <Count />
          <Step command="findPrevious" />
          <Step command="findNext" />
        </>
      ) : (
        <kbd className={styles.keys} aria-hidden>
          {keysOf('find')}
        </kbd>
      )}
      <IconButton
        name={words.listAll}
        keys={keysOf('searchAll')}
        icon={<TextSearch {...icon} />}
        aria-pressed={open && scope === 'all'}
        onPress={() => {
          if (open) setSearchScope(scope === 'all' ? 'text' : 'all');
          else store.getState().openSearch('all');
        }}
      />
      {open ? <IconButton name={words.close} keys="Esc" icon={<X {...icon} />} onPress={endSearch} /> : null}
    </search>
  );
}

const steps = {
  findNext: { step: 1, name: words.next, icon: <ChevronDown {...icon} /> },
  findPrevious: { step: -1, name: words.previous, icon: <ChevronUp {...icon} /> },
} as const;

function Step({ command }: { command: keyof typeof steps }) {
  const stepHit = useApp((state) => state.stepHit);
  const hasPlaces = useApp((state) => state.searchPaint.ranges.length > 0);
  const { step, ...shown } = steps[command];
  return <IconButton {...shown} keys={keysOf(command)} isDisabled={!hasPlaces} onPress={() => stepHit(step)} />;
}

/** Where one stands among the places, for the eye and for the ear. */
function Count() {
  const { query, pending, hits, notes } = useApp((state) => state.search);
  const { ranges, current } = useApp((state) => state.searchPaint);
  const total = ranges.length;
  const isAsked = query.trim() !== '';
  const isNone = total === 0 && hits.length === 0 && notes.count === 0;
  const written = current < 0 ? words.results.places(total) : words.count(current + 1, total);
  const spoken = current < 0 ? words.spokenCount(total) : words.spokenPlace(current + 1, total);
  return (
    <>
      <span className={styles.count} aria-hidden>
        {isNone ? (isAsked && !pending ? words.none : '') : total === 0 ? '' : written}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {isAsked && !pending ? (isNone ? words.spokenNone : spoken) : ''}
      </span>
    </>
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
