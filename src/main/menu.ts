import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';

type MenuEntry = CommandName | null | MenuItemConstructorOptions;

const words = messages.application.menu;

/** `null` is a separating line. */
const structure: readonly { label: string; entries: readonly MenuEntry[] }[] = [
  {
    label: words.file,
    entries: [
      'export',
      null,
      'revealFolder',
      'chooseFolder',
      null,
      'settings',
      null,
      { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
    ],
  },
  {
    label: words.edit,
    entries: [
      'undo',
      'redo',
      null,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      null,
      'find',
      'findNext',
      'findPrevious',
      'searchAll',
    ],
  },
  { label: words.annotate, entries: ['highlight', 'note', 'copyCitation', null, 'selectionMode'] },
  {
    label: words.go,
    entries: ['back', 'forward', null, 'previousSection', 'nextSection', null, 'focusOutline', 'nextPane'],
  },
  {
    label: words.view,
    entries: [
      'toggleOutline',
      'toggleNotes',
      null,
      'themeSystem',
      'themeLight',
      'themeDark',
      'themeSepia',
      null,
      'zoomIn',
      'zoomOut',
      'zoomReset',
      null,
      { role: 'togglefullscreen', label: words.fullScreen, accelerator: 'F11' },
    ],
  },
  { label: words.help, entries: ['shortcuts', 'about'] },
];

const accelerators: Partial<Record<CommandName, string>> = {
  export: 'CmdOrCtrl+E',
  settings: 'CmdOrCtrl+,',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+F',
  findNext: 'F3',
  findPrevious: 'Shift+F3',
  searchAll: 'CmdOrCtrl+Shift+F',
  highlight: 'CmdOrCtrl+H',
  note: 'CmdOrCtrl+M',
  copyCitation: 'CmdOrCtrl+Shift+C',
  selectionMode: 'F7',
  back: 'Alt+Left',
  forward: 'Alt+Right',
  previousSection: 'Alt+Up',
  nextSection: 'Alt+Down',
  focusOutline: 'CmdOrCtrl+T',
  nextPane: 'F6',
  zoomIn: 'CmdOrCtrl+=',
  zoomOut: 'CmdOrCtrl+-',
  zoomReset: 'CmdOrCtrl+0',
  shortcuts: 'F1',
};

/**
 * The application menu. Keys are shown but handled in the page (`registerAccelerator: false`), because the page alone knows
 * whether an input method is composing or a text field wants the key.
 */
export function installMenu(send: (command: CommandName) => void): void {
  const item = (entry: MenuEntry): MenuItemConstructorOptions => {
    if (entry === null) return { type: 'separator' };
    if (typeof entry !== 'string') return entry;
    const accelerator = accelerators[entry];
    return {
      label: messages.commands[entry],
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => send(entry),
    };
  };
  const template = structure.map(({ label, entries }) => ({ label, submenu: entries.map(item) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
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
