import { type ReactNode, useState } from 'react';
import { type CommandName, commandMenus } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { Button } from '../ui/button.tsx';
import { keysOf } from '../ui/command-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PaneTabs } from '../ui/pane-tabs.tsx';
import { useCommands } from './commands-context.ts';
import styles from './help-dialog.module.css';

const { help } = messages;
const words = messages.application.shortcuts;

/** As in the menus, without what has no keys. */
const groups = commandMenus
  .map(({ name, commands }) => ({ name: messages.application.menu[name], rows: commands.flatMap(rowOf) }))
  .filter(({ rows }) => rows.length > 0);

/** How the work goes, and which keys there are. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const [tab, setTab] = useState<'ways' | 'keys'>('ways');
  return (
    <Dialog title={help.title} width={760} onClose={onClose}>
      <div className={styles.tabs}>
        <PaneTabs
          label={help.tabs}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'ways', name: help.waysTab, content: page(<Ways onClose={onClose} />) },
            { id: 'keys', name: help.keysTab, content: page(<Keys />) },
          ]}
        />
      </div>
    </Dialog>
  );
}

function page(content: ReactNode): ReactNode {
  return <div className={styles.page}>{content}</div>;
}

type Way = keyof typeof help.ways;

/** The commands that a way of work begins with, where that needs nothing to be selected. */
const beginnings: Record<Way, readonly CommandName[]> = {
  mark: [],
  note: [],
  task: ['ledger'],
  export: ['export'],
  import: ['importDocument'],
  files: ['revealFolder', 'snapshots'],
};

function Ways({ onClose }: { onClose: () => void }) {
  const folder = useApp((state) => state.folder?.path);
  return (
    <dl className={styles.ways}>
      {(Object.keys(help.ways) as Way[]).map((way) => (
        <div key={way}>
          <dt>{help.ways[way].name}</dt>
          <dd>
            <p>{help.ways[way].text((command) => keysOf(command) ?? '')}</p>
            {way === 'files' && folder !== undefined ? <p className={styles.path}>{folder}</p> : null}
          </dd>
          <Beginnings commands={beginnings[way]} onClose={onClose} />
        </div>
      ))}
    </dl>
  );
}

function Beginnings({ commands, onClose }: { commands: readonly CommandName[]; onClose: () => void }) {
  const run = useCommands();
  if (commands.length === 0) return null;
  return (
    <dd className={styles.beginnings}>
      {commands.map((command) => (
        <Button
          key={command}
          variant="outlined"
          onPress={() => {
            onClose();
            run[command]();
          }}
        >
          {messages.commands[command]}
        </Button>
      ))}
    </dd>
  );
}

function Keys() {
  return (
    <div className={styles.columns}>
      {groups.map((group) => (
        <Group key={group.name} {...group} />
      ))}
      <Group name={words.selection} rows={words.selectionKeys.map(([keys, name]) => [name, keys])} />
      <Group name={words.search} rows={words.searchKeys.map(([keys, name]) => [name, keys])} />
      <Group name={words.list} rows={words.listKeys.map(([keys, name]) => [name, keys])} />
      <Group name={words.slides} rows={words.slideKeys.map(([keys, name]) => [name, keys])} />
    </div>
  );
}

function rowOf(command: CommandName | null): [action: string, keys: string][] {
  const keys = command === null ? undefined : keysOf(command);
  return command === null || keys === undefined ? [] : [[messages.commands[command].replace('…', ''), keys]];
}

function Group({ name, rows }: { name: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section className={styles.group}>
      <h3>{name}</h3>
      <dl>
        {rows.map(([action, keys]) => (
          <div key={action}>
            <dt>{action}</dt>
            <dd>{keys}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
