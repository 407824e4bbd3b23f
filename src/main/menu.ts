import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandName, commandMenus, type KeyCombination, programCommands, shownKeys } from '#ipc/commands';
import type { StepNames } from '#ipc/contract/application-contract';
import { messages } from '#messages/zh-CN';

const words = messages.application.menu;

export interface MenuOptions {
  platform: NodeJS.Platform;
  /** Asks the page to run a command. */
  send: (command: CommandName) => void;
  toggleFullScreen: () => void;
  quit: () => void;
}

type MenuItems = MenuItemConstructorOptions[];

const separator: MenuItemConstructorOptions = { type: 'separator' };
/** On macOS these stand in the menu that bears the application's name. */
const macOwn: readonly (CommandName | null)[] = ['about', null, 'settings', null, 'quit'];
const clipboardItems: MenuItems = [
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'selectAll', label: words.selectAll },
];

/** The menu of the program. */
export interface ProgramMenu {
  install(): void;
  /** Names what undo and redo are about. */
  nameSteps(steps: StepNames): void;
}

export function createMenu(options: MenuOptions): ProgramMenu {
  let isInstalled = false;
  let steps: StepNames = { undo: null, redo: null };
  // The label of an item cannot be changed, only the whole menu.
  const build = () => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...options, steps })));
  return {
    install: () => {
      isInstalled = true;
      build();
    },
    nameSteps: (named) => {
      steps = named;
      if (isInstalled) build();
    },
  };
}

interface NamedOptions extends MenuOptions {
  steps: StepNames;
}

function menuTemplate(options: NamedOptions): MenuItems {
  const isMac = options.platform === 'darwin';
  const items = (commands: readonly (CommandName | null)[]): MenuItems =>
    commands.map((command) => (command === null ? separator : commandItem(command, options)));
  const submenu = (name: (typeof commandMenus)[number]['name']): MenuItems => {
    const commands = commandMenus.find((menu) => menu.name === name)?.commands ?? [];
    const own = isMac ? withoutMacOwn(commands) : commands;
    if (name === 'edit') return [...items(own.slice(0, 2)), separator, ...clipboardItems, ...items(own.slice(2))];
    if (name === 'view') return [...items(own), separator, { label: words.theme, submenu: submenu('theme') }];
    return items(own);
  };
  const menus = commandMenus
    .filter(({ name }) => name !== 'theme')
    .map(({ name }) => ({ label: words[name], submenu: submenu(name) }));
  return isMac ? [macMenu(items), ...menus] : menus;
}

/**
 * Keys of the page are shown but not registered, because the page alone knows whether an input method is composing or a text
 * field wants the key. macOS cannot show a key that is not registered.
 */
function commandItem(command: CommandName, options: NamedOptions): MenuItemConstructorOptions {
  const isMac = options.platform === 'darwin';
  const isPrograms = programCommands.includes(command);
  const keys = isMac && !isPrograms ? undefined : shownKeys(command, isMac);
  return {
    label: labelOf(command, options.steps),
    ...(keys === undefined ? {} : { accelerator: acceleratorOf(keys), registerAccelerator: isPrograms }),
    click: () => {
      if (command === 'quit') options.quit();
      else if (command === 'fullScreen') options.toggleFullScreen();
      else options.send(command);
    },
  };
}

function labelOf(command: CommandName, steps: StepNames): string {
  const step = command === 'undo' || command === 'redo' ? steps[command] : null;
  if (step === null) return messages.commands[command];
  // One & would underline the letter behind it.
  return messages.history[command === 'undo' ? 'undo' : 'redo'](step).replaceAll('&', '&&');
}

/** The first menu of macOS always bears the application's name. */
function macMenu(items: (commands: readonly (CommandName | null)[]) => MenuItems): MenuItemConstructorOptions {
  const own = items(macOwn);
  const hiding: MenuItems = [
    // Without the role, which would take ⌘H from the page.
    { label: words.hide, click: () => app.hide() },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.showAll },
    separator,
  ];
  return { label: messages.application.name, submenu: [...own.slice(0, -1), ...hiding, ...own.slice(-1)] };
}

/** What is left, without lines that separate nothing. */
function withoutMacOwn(commands: readonly (CommandName | null)[]): readonly (CommandName | null)[] {
  const left = commands.filter((command) => command === null || !macOwn.includes(command));
  return left.filter((command, index) => command !== null || left.slice(index + 1, index + 2).some(Boolean));
}

function acceleratorOf({ key, mod, control, shift, alt }: KeyCombination): string {
  const modifiers = [control && 'Control', mod && 'CommandOrControl', shift && 'Shift', alt && 'Alt'];
  return [
    ...modifiers.filter(Boolean),
    key.replace(/^Arrow/, '').replace(/^[a-z]$/, (letter) => letter.toUpperCase()),
  ].join('+');
}

/** The menu of text fields; everything else in the page has its own. */
export function installTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return;
    const template: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'undo', label: words.undo, enabled: editFlags.canUndo },
          { role: 'redo', label: words.redo, enabled: editFlags.canRedo },
          { type: 'separator' },
          { role: 'cut', label: words.cut, enabled: editFlags.canCut },
          { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
          { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
          { role: 'selectAll', label: words.selectAll },
        ]
      : [{ role: 'copy', label: words.copy }];
    Menu.buildFromTemplate(template).popup({ window });
  });
}
