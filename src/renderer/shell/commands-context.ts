import { createContext, useContext } from 'react';
import type { CommandName } from '#ipc/commands';

export type Commands = Record<CommandName, () => void>;

export const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error('CommandsContext is missing');
  return commands;
}
