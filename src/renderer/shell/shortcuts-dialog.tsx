import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import { Dialog } from '../ui/dialog.tsx';
import { keysOf } from './keymap.ts';
import styles from './shortcuts-dialog.module.css';

const words = messages.application.shortcuts;

const groups: readonly { name: string; commands: readonly CommandName[] }[] = [
  { name: words.groups.find, commands: ['find', 'findNext', 'findPrevious', 'searchAll'] },
  { name: words.groups.annotate, commands: ['highlight', 'note', 'copyCitation', 'selectionMode', 'undo', 'redo'] },
  {
    name: words.groups.move,
    commands: ['back', 'forward', 'previousSection', 'nextSection', 'focusOutline', 'nextPane'],
  },
  { name: words.groups.view, commands: ['zoomIn', 'zoomOut', 'zoomReset'] },
  { name: words.groups.file, commands: ['export', 'settings', 'shortcuts'] },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={words.title} width={720} onClose={onClose}>
      <div className={styles.columns}>
        {groups.map(({ name, commands }) => (
          <Group
            key={name}
            name={name}
            rows={commands.map((command) => [messages.commands[command].replace('…', ''), keysOf(command) ?? ''])}
          />
        ))}
        <Group name={words.selection} rows={words.selectionKeys.map(([keys, name]) => [name, keys])} />
      </div>
    </Dialog>
  );
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
