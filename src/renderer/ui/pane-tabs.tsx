import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './pane-tabs.module.css';

interface PaneTab<Id extends string> {
  id: Id;
  name: string;
  content: ReactNode;
  /** It stays in the page, as it is, while another one is shown. */
  isKept?: boolean;
}

interface PaneTabsProps<Id extends string> {
  label: string;
  tabs: readonly PaneTab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** The contents of a side pane, one of which is shown. */
export function PaneTabs<Id extends string>({ label, tabs, selected, onSelect }: PaneTabsProps<Id>) {
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onSelect(tab.id);
      }}
    >
      <TabList className={styles.list ?? ''} aria-label={label}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} className={styles.tab ?? ''} id={id}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content, isKept = false }) => (
        <TabPanel key={id} className={styles.panel ?? ''} id={id} shouldForceMount={isKept}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
