import { Menu as MenuIcon } from 'lucide-react';
import { MenuTrigger, SubmenuTrigger } from 'react-aria-components';
import type { Theme } from '#core/settings/settings';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useCommands } from './commands-context.ts';
import { keysOf } from './keymap.ts';

const words = messages.application.menu;
const themes: readonly { command: CommandName; theme: Theme }[] = [
  { command: 'themeSystem', theme: 'system' },
  { command: 'themeLight', theme: 'light' },
  { command: 'themeDark', theme: 'dark' },
  { command: 'themeSepia', theme: 'sepia' },
];

/** Everything the program can do, in the window itself: the native menu bar cannot show Chinese without system fonts. */
export function MainMenu() {
  const current = useApp((state) => state.settings.theme);
  return (
    <MenuTrigger>
      <IconButton name={words.open} icon={<MenuIcon size={18} strokeWidth={1.5} />} />
      <Menu aria-label={words.open}>
        <Submenu name={words.file} commands={['export', null, 'revealFolder', 'chooseFolder', null, 'settings']} />
        <Submenu name={words.edit} commands={['undo', 'redo', null, 'find', 'findNext', 'findPrevious', 'searchAll']} />
        <Submenu name={words.annotate} commands={['highlight', 'note', 'copyCitation', null, 'selectionMode']} />
        <Submenu
          name={words.go}
          commands={['back', 'forward', null, 'previousSection', 'nextSection', null, 'focusOutline', 'nextPane']}
        />
        <Submenu
          name={words.view}
          commands={['toggleOutline', 'toggleNotes', null, 'zoomIn', 'zoomOut', 'zoomReset']}
        />
        <SubmenuTrigger>
          <MenuItem name={words.theme} />
          <Menu>
            {themes.map(({ command, theme }) => (
              <CommandItem key={command} command={command} isChosen={theme === current} />
            ))}
          </Menu>
        </SubmenuTrigger>
        <Submenu name={words.help} commands={['shortcuts', 'about']} />
      </Menu>
    </MenuTrigger>
  );
}

function Submenu({ name, commands }: { name: string; commands: readonly (CommandName | null)[] }) {
  return (
    <SubmenuTrigger>
      <MenuItem name={name} />
      <Menu>
        {commands.map((command, index) =>
          command === null ? (
            <MenuSeparator key={`separator-${commands[index + 1]}`} />
          ) : (
            <CommandItem key={command} command={command} />
          ),
        )}
      </Menu>
    </SubmenuTrigger>
  );
}

function CommandItem({ command, isChosen }: { command: CommandName; isChosen?: boolean }) {
  const commands = useCommands();
  return (
    <MenuItem
      name={messages.commands[command]}
      keys={keysOf(command)}
      onAction={commands[command]}
      {...(isChosen === undefined ? {} : { isChosen })}
    />
  );
}
