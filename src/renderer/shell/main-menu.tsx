import { Menu as MenuIcon } from 'lucide-react';
import { MenuTrigger, SubmenuTrigger } from 'react-aria-components';
import type { Theme } from '#core/settings/settings';
import { type CommandMenu, type CommandName, commandMenus } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import { useApp } from '../store/use-app.ts';
import { IconButton } from '../ui/button.tsx';
import { keysOf } from '../ui/command-keys.ts';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useCommands } from './commands-context.ts';

const words = messages.application.menu;
const themes: Partial<Record<CommandName, Theme>> = {
  themeSystem: 'system',
  themeLight: 'light',
  themeDark: 'dark',
  themeSepia: 'sepia',
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
  const current = useApp((state) => state.settings.theme);
  return (
    <SubmenuTrigger>
      <MenuItem name={words[name]} />
      <Menu>
        {commands.map((command, index) => {
          if (command === null) return <MenuSeparator key={`separator-${commands[index + 1]}`} />;
          const theme = themes[command];
          return (
            <CommandItem
              key={command}
              command={command}
              {...(theme === undefined ? {} : { isChosen: theme === current })}
            />
          );
        })}
      </Menu>
    </SubmenuTrigger>
  );
}

function CommandItem({ command, isChosen }: { command: CommandName; isChosen?: boolean }) {
  const commands = useCommands();
  // Only the name, so that the menu does not change with every note.
  const undone = useApp((state) => state.undoSteps.at(-1)?.name);
  const redone = useApp((state) => state.redoSteps.at(-1)?.name);
  const step = command === 'undo' ? undone : redone;
  const isOfHistory = command === 'undo' || command === 'redo';
  return (
    <MenuItem
      name={isOfHistory && step !== undefined ? messages.history[command](step) : messages.commands[command]}
      isDisabled={isOfHistory && step === undefined}
      keys={keysOf(command)}
      onAction={commands[command]}
      {...(isChosen === undefined ? {} : { isChosen })}
    />
  );
}
