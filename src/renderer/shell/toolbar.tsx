import { ArrowLeft, ArrowRight, FileDown, PanelLeft, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { keysOf } from '../ui/command-keys.ts';
import { useCommands } from './commands-context.ts';
import { MainMenu } from './main-menu.tsx';
import styles from './toolbar.module.css';

const icon = { size: 18, strokeWidth: 1.5 } as const;
const words = messages.application;

interface ToolbarProps {
  documents: ReactNode;
  search: ReactNode;
  readingSettings: ReactNode;
}

export function Toolbar({ documents, search, readingSettings }: ToolbarProps) {
  const commands = useCommands();
  const canGoBack = useApp((state) => state.backPlaces.length > 0);
  const canGoForward = useApp((state) => state.forwardPlaces.length > 0);
  // Not the whole view: the place that is being read is a part of it, and changes with each frame of scrolling.
  const outlineVisible = useApp((state) => state.view.outlineVisible);
  const notesVisible = useApp((state) => state.view.notesVisible);
  return (
    <header className={styles.toolbar} data-pane="toolbar">
      <div className={styles.group}>
        <MainMenu />
        <IconButton
          name={words.toggleOutline}
          icon={<PanelLeft {...icon} />}
          aria-pressed={outlineVisible}
          onPress={commands.toggleOutline}
        />
        <IconButton
          name={messages.commands.back}
          keys={keysOf('back')}
          icon={<ArrowLeft {...icon} />}
          reason={canGoBack ? undefined : words.nowhereBack}
          onPress={commands.back}
        />
        <IconButton
          name={messages.commands.forward}
          keys={keysOf('forward')}
          icon={<ArrowRight {...icon} />}
          reason={canGoForward ? undefined : words.nowhereForward}
          onPress={commands.forward}
        />
      </div>
      <div className={styles.documents}>{documents}</div>
      <div className={styles.search}>{search}</div>
      <div className={styles.group}>
        {readingSettings}
        <Button onPress={commands.export}>
          <FileDown {...icon} />
          {words.export}
        </Button>
        <IconButton
          name={words.toggleNotes}
          icon={<PanelRight {...icon} />}
          aria-pressed={notesVisible}
          onPress={commands.toggleNotes}
        />
      </div>
    </header>
  );
}
