import { ChevronDown, ChevronUp, Search, TextSearch, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import { keysOf } from '../../shell/keymap.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
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
          <IconButton
            name={words.previous}
            keys={keysOf('findPrevious')}
            icon={<ChevronUp {...icon} />}
            onPress={() => stepHit(-1)}
          />
          <IconButton
            name={words.next}
            keys={keysOf('findNext')}
            icon={<ChevronDown {...icon} />}
            onPress={() => stepHit(1)}
          />
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

/** Where one stands among the places, for the eye and for the ear. */
function Count() {
  const { query, pending } = useApp((state) => state.search);
  const { ranges, current } = useApp((state) => state.searchPaint);
  const total = ranges.length;
  const asked = query.trim() !== '';
  const written = total === 0 ? words.none : words.count(current + 1, total);
  const spoken = current < 0 ? words.spokenCount(total) : words.spokenPlace(current + 1, total);
  return (
    <>
      <span className={styles.count} data-none={total === 0 || undefined} aria-hidden>
        {asked && !(pending && total === 0) ? written : ''}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {asked && !pending ? (total === 0 ? words.spokenNone : spoken) : ''}
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
