import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { PaneTabs } from '../ui/pane-tabs.tsx';

interface RightPaneProps {
  notes: ReactNode;
  ledger: ReactNode;
  overview: ReactNode;
}

/** The annotations and, beside them, the ledger and the overview. The list of annotations stays as it is behind it. */
export function RightPane({ notes, ledger, overview }: RightPaneProps) {
  const selected = useApp((state) => state.view.rightTab ?? 'notes');
  const changeView = useApp((state) => state.changeView);
  return (
    <PaneTabs
      label={messages.annotations.tabs}
      tabs={[
        { id: 'notes', name: messages.annotations.pane, content: notes, isKept: true },
        { id: 'ledger', name: messages.ledger.tab, content: ledger },
        { id: 'overview', name: messages.overview.tab, content: overview },
      ]}
      selected={selected}
      onSelect={(rightTab) => changeView({ rightTab })}
    />
  );
}
