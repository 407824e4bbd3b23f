import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { PaneTabs } from '../../ui/pane-tabs.tsx';
import { SearchResults } from './search-results.tsx';

const words = messages.search;

/** The outline and, beside it, bookmarks and the results of the search. The outline stays as it is behind them. */
export function LeftPane({ outline, bookmarks }: { outline: ReactNode; bookmarks: ReactNode }) {
  const selected = useApp((state) => state.leftTab);
  const showLeftTab = useApp((state) => state.showLeftTab);
  return (
    <PaneTabs
      label={words.tabs}
      tabs={[
        { id: 'outline', name: words.outlineTab, content: outline, isKept: true },
        { id: 'bookmarks', name: messages.bookmarks.tab, content: bookmarks },
        { id: 'results', name: words.resultsTab, content: <SearchResults /> },
      ]}
      selected={selected}
      onSelect={showLeftTab}
    />
  );
}
