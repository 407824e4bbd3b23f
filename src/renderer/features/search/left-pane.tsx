import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import styles from './left-pane.module.css';
import { SearchResults } from './search-results.tsx';

const words = messages.search;

/** The outline and, beside it, the results of the search. The outline stays as it is while results are shown. */
export function LeftPane({ outline }: { outline: ReactNode }) {
  const tab = useApp((state) => state.leftTab);
  const showLeftTab = useApp((state) => state.showLeftTab);
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => showLeftTab(key === 'results' ? 'results' : 'outline')}
    >
      <TabList className={styles.list ?? ''} aria-label={words.tabs}>
        <Tab className={styles.tab ?? ''} id="outline">
          {words.outlineTab}
        </Tab>
        <Tab className={styles.tab ?? ''} id="results">
          {words.resultsTab}
        </Tab>
      </TabList>
      <TabPanel className={styles.panel ?? ''} id="outline" shouldForceMount>
        {outline}
      </TabPanel>
      <TabPanel className={styles.panel ?? ''} id="results">
        <SearchResults />
      </TabPanel>
    </Tabs>
  );
}
