import { Menu as MenuIcon } from 'lucide-react';
import { MenuTrigger, SubmenuTrigger } from 'react-aria-components';
import type { Theme } from '#core/settings/settings';
import { type CommandMenu, type CommandName, commandMenus } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { IconButton } from '../ui/button.tsx';
import { keysOf } from '../ui/command-keys.ts';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useCommands } from './commands-context.ts';

const words = messages.application.menu;
const themeCommands: Record<Theme, CommandName> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  sepia: 'themeSepia',
};

/** Everything the program can do, in the window itself: the native menu bar cannot show Chinese without system fonts. */
export function MainMenu() {
  return (
    <MenuTrigger>
      <IconButton name={words.open} icon={<MenuIcon size={18} strokeWidth={1.5} />} />
      <Menu aria-label={words.open}>
        {commandMenus.map((menu) => (
          <Submenu key={menu.name} {...menu} />
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function Submenu({ name, commands }: CommandMenu) {
  const theme = useApp((state) => state.settings.theme);
  const items = commands.map((command, index) =>
    command === null ? (
      <MenuSeparator key={`separator-${commands[index + 1]}`} />
    ) : (
      <CommandItem key={command} command={command} />
    ),
  );
  return (
    <SubmenuTrigger>
      <MenuItem name={words[name]} />
      <Menu>
        {name === 'theme' ? (
          <MenuChoice name={words[name]} kind="one" chosen={[themeCommands[theme]]}>
            {items}
          </MenuChoice>
        ) : (
          items
        )}
      </Menu>
    </SubmenuTrigger>
  );
}

function CommandItem({ command }: { command: CommandName }) {
  const commands = useCommands();
  // Only the name, so that the menu does not change with every note.
  const undone = useApp((state) => state.undoSteps.at(-1)?.name);
  const redone = useApp((state) => state.redoSteps.at(-1)?.name);
  const step = command === 'undo' ? undone : redone;
  const isOfHistory = command === 'undo' || command === 'redo';
  return (
    <MenuItem
      id={command}
      name={isOfHistory && step !== undefined ? messages.history[command](step) : messages.commands[command]}
      isDisabled={isOfHistory && step === undefined}
      keys={keysOf(command)}
      onAction={commands[command]}
    />
  );
}
