import type { CommandName } from '#ipc/commands';

/** A key with its modifiers. `mod` is Ctrl, or ⌘ on macOS. */
export interface KeyCombination {
  key: string;
  mod?: true;
  shift?: true;
  alt?: true;
  /** Does nothing while a text field has the focus: the field has its own use for the key. */
  notWhileTyping?: true;
}

/** Which keys run a command; the first is the one that is shown. */
const keymap: Partial<Record<CommandName, readonly KeyCombination[]>> = {
  find: [{ key: 'f', mod: true }],
  findNext: [{ key: 'F3' }],
  findPrevious: [{ key: 'F3', shift: true }],
  searchAll: [{ key: 'f', mod: true, shift: true }],
  export: [{ key: 'e', mod: true }],
  undo: [{ key: 'z', mod: true, notWhileTyping: true }],
  redo: [
    { key: 'z', mod: true, shift: true, notWhileTyping: true },
    { key: 'y', mod: true, notWhileTyping: true },
  ],
  back: [
    { key: 'ArrowLeft', alt: true, notWhileTyping: true },
    { key: '[', mod: true, notWhileTyping: true },
  ],
  forward: [
    { key: 'ArrowRight', alt: true, notWhileTyping: true },
    { key: ']', mod: true, notWhileTyping: true },
  ],
  highlight: [{ key: 'h', mod: true }],
  note: [{ key: 'm', mod: true }],
  copyCitation: [{ key: 'c', mod: true, shift: true }],
  selectionMode: [{ key: 'F7' }],
  nextSection: [{ key: 'ArrowDown', alt: true }],
  previousSection: [{ key: 'ArrowUp', alt: true }],
  focusOutline: [{ key: 't', mod: true }],
  nextPane: [{ key: 'F6' }],
  zoomIn: [
    { key: '=', mod: true },
    { key: '+', mod: true, shift: true },
  ],
  zoomOut: [{ key: '-', mod: true }],
  zoomReset: [{ key: '0', mod: true }],
  settings: [{ key: ',', mod: true }],
  shortcuts: [{ key: 'F1' }],
};

const isMac = navigator.userAgent.includes('Mac');

/** The command for a key event, unless an input method is composing or a text field wants the key. */
export function commandFor(event: KeyboardEvent): CommandName | undefined {
  if (event.isComposing) return undefined;
  const typing = isTextField(event.target);
  for (const [command, combinations] of Object.entries(keymap) as [CommandName, readonly KeyCombination[]][]) {
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

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, [contenteditable]');
}

const keyNames: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** How the keys of a command are written, e.g. `Ctrl+Shift+F`; `undefined` when it has none. */
export function keysOf(command: CommandName): string | undefined {
  const combination = keymap[command]?.[0];
  if (combination === undefined) return undefined;
  const { key, mod, shift, alt } = combination;
  return [mod ? (isMac ? '⌘' : 'Ctrl') : '', shift ? 'Shift' : '', alt ? 'Alt' : '', keyNames[key] ?? key.toUpperCase()]
    .filter((part) => part !== '')
    .join('+');
}
