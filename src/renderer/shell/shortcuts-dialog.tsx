import { type CommandName, commandMenus } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import { keysOf } from '../ui/command-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './shortcuts-dialog.module.css';

const words = messages.application.shortcuts;

/** As in the menus, without what has no keys. */
const groups = commandMenus
  .map(({ name, commands }) => ({ name: messages.application.menu[name], rows: commands.flatMap(rowOf) }))
  .filter(({ rows }) => rows.length > 0);

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={words.title} width={720} onClose={onClose}>
      <div className={styles.columns}>
        {groups.map((group) => (
          <Group key={group.name} {...group} />
        ))}
        <Group name={words.selection} rows={words.selectionKeys.map(([keys, name]) => [name, keys])} />
        <Group name={words.search} rows={words.searchKeys.map(([keys, name]) => [name, keys])} />
        <Group name={words.list} rows={words.listKeys.map(([keys, name]) => [name, keys])} />
        <Group name={words.slides} rows={words.slideKeys.map(([keys, name]) => [name, keys])} />
      </div>
    </Dialog>
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
