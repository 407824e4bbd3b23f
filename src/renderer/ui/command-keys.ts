import { type CommandName, shownKeys } from '#ipc/commands';

export const isMac = navigator.userAgent.includes('Mac');

const keyNames: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** How the keys of a command are written, e.g. `Ctrl+Shift+F`; `undefined` when it has none. */
export function keysOf(command: CommandName): string | undefined {
  const combination = shownKeys(command, isMac);
  if (combination === undefined) return undefined;
  const { key, mod, control, shift, alt } = combination;
  const modifiers = [control && 'Ctrl', mod && (isMac ? '⌘' : 'Ctrl'), shift && 'Shift', alt && 'Alt'];
  return [...modifiers.filter(Boolean), keyNames[key] ?? key.toUpperCase()].join('+');
}
