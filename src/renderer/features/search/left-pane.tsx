import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import type { LeftTab } from '../../store/search.ts';
import { useApp } from '../../store/use-app.ts';
import styles from '../../ui/pane-tabs.module.css';
import { SearchResults } from './search-results.tsx';

const words = messages.search;

const tabs = ['outline', 'bookmarks', 'results'] as const satisfies readonly LeftTab[];

/** The outline and, beside it, bookmarks and the results of the search. The outline stays as it is behind them. */
export function LeftPane({ outline, bookmarks }: { outline: ReactNode; bookmarks: ReactNode }) {
  const tab = useApp((state) => state.leftTab);
  const showLeftTab = useApp((state) => state.showLeftTab);
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => showLeftTab(tabs.find((each) => each === key) ?? 'outline')}
    >
      <TabList className={styles.list ?? ''} aria-label={words.tabs}>
        <Tab className={styles.tab ?? ''} id="outline">
          {words.outlineTab}
        </Tab>
        <Tab className={styles.tab ?? ''} id="bookmarks">
          {messages.bookmarks.tab}
        </Tab>
        <Tab className={styles.tab ?? ''} id="results">
          {words.resultsTab}
        </Tab>
      </TabList>
      <TabPanel className={styles.panel ?? ''} id="outline" shouldForceMount>
        {outline}
      </TabPanel>
      <TabPanel className={styles.panel ?? ''} id="bookmarks">
        {bookmarks}
      </TabPanel>
      <TabPanel className={styles.panel ?? ''} id="results">
        <SearchResults />
      </TabPanel>
    </Tabs>
  );
}
