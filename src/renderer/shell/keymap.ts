import { type CommandName, commandKeys, type KeyCombination, programCommands } from '#ipc/commands';
import { isMac } from '../ui/command-keys.ts';
import { isTextField } from '../ui/key-events.ts';

/** The command for a key event, unless an input method is composing or a text field wants the key. */
export function commandFor(event: KeyboardEvent): CommandName | undefined {
  if (event.isComposing) return undefined;
  const typing = isTextField(event.target);
  for (const [command, combinations] of Object.entries(commandKeys) as [CommandName, readonly KeyCombination[]][]) {
    if (programCommands.includes(command)) continue;
    if (combinations.some((combination) => matches(combination, event, typing))) return command;
  }
  return undefined;
}

function matches(combination: KeyCombination, event: KeyboardEvent, typing: boolean): boolean {
  if (typing && combination.notWhileTyping) return false;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return (
    event.key.toLowerCase() === combination.key.toLowerCase() &&
    mod === (combination.mod ?? false) &&
    event.shiftKey === (combination.shift ?? false) &&
    event.altKey === (combination.alt ?? false)
  );
}
