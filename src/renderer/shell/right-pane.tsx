import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { rightTabs } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import styles from '../ui/pane-tabs.module.css';

interface RightPaneProps {
  notes: ReactNode;
  ledger: ReactNode;
}

/** The annotations and, beside them, the ledger. The list of annotations stays as it is behind it. */
export function RightPane({ notes, ledger }: RightPaneProps) {
  const tab = useApp((state) => state.view.rightTab ?? 'notes');
  const changeView = useApp((state) => state.changeView);
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => changeView({ rightTab: rightTabs.find((each) => each === key) ?? 'notes' })}
    >
      <TabList className={styles.list ?? ''} aria-label={messages.annotations.tabs}>
        <Tab className={styles.tab ?? ''} id="notes">
          {messages.annotations.pane}
        </Tab>
        <Tab className={styles.tab ?? ''} id="ledger">
          {messages.ledger.tab}
        </Tab>
      </TabList>
      <TabPanel className={styles.panel ?? ''} id="notes" shouldForceMount>
        {notes}
      </TabPanel>
      <TabPanel className={styles.panel ?? ''} id="ledger">
        {ledger}
      </TabPanel>
    </Tabs>
  );
}
