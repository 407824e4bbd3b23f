import { History, Regex, Tag, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button, GridList, GridListItem } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { suggestionsId } from './move-focus.ts';
import styles from './search-suggestions.module.css';
import type { Suggestion, Suggestions } from './use-suggestions.ts';

const words = messages.search.suggestions;
const icon = { size: 14, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What was searched for last, or tags to go on with, below the box. */
export function SearchSuggestions({ suggestions: { kind, list } }: { suggestions: Suggestions }) {
  const store = useAppStore();
  const panel = useRef<HTMLDivElement>(null);
  const rows = () => Array.from(panel.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? []);
  const toBox = () => store.setState({ searchFocus: {} });

  const choose = (key: string) => {
    const searched = list.find((suggestion) => suggestion.key === key)?.searched;
    if (searched === undefined) return;
    store.getState().setSearchQuery(searched.query, searched.isPattern ?? false);
    toBox();
  };
  const forget = ({ key, searched }: Suggestion) => {
    const index = list.findIndex((suggestion) => suggestion.key === key);
    store.getState().forgetSearch(searched);
    requestAnimationFrame(() => {
      const left = rows();
      const next = left[Math.min(index, left.length - 1)];
      if (next === undefined) toBox();
      else next.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[role="row"]') : null;
    const suggestion = list.find(({ key }) => key === row?.dataset.key);
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && row !== null && row === rows()[0])) toBox();
    else if (event.key === 'Delete' && kind === 'searches' && suggestion !== undefined) forget(suggestion);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={panel} className={styles.panel} onKeyDownCapture={onKeyDown}>
      <p className={styles.head}>
        <span>{words.names[kind]}</span>
        <span className="visually-hidden" role="status">
          {words.spoken(words.names[kind], list.length)}
        </span>
        {kind === 'searches' ? (
          <button
            type="button"
            onClick={() => {
              store.getState().forgetSearches();
              toBox();
            }}
          >
            {words.forgetAll}
          </button>
        ) : null}
      </p>
      <GridList
        id={suggestionsId}
        className={styles.list ?? ''}
        aria-label={words.names[kind]}
        items={list.map((suggestion) => ({ ...suggestion, id: suggestion.key }))}
        onAction={(key) => choose(String(key))}
      >
        {(suggestion) => (
          <GridListItem id={suggestion.id} textValue={suggestion.name} className={styles.row ?? ''}>
            {kind === 'tags' ? <Tag {...icon} /> : <History {...icon} />}
            <span className={styles.name} title={suggestion.name}>
              {suggestion.name}
            </span>
            {suggestion.searched.isPattern ? <Regex {...icon} /> : null}
            {kind === 'searches' ? (
              <Button
                className={styles.forget ?? ''}
                aria-label={words.forget(suggestion.name)}
                onPress={() => forget(suggestion)}
              >
                <X {...icon} />
              </Button>
            ) : null}
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
