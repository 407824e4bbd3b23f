import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';

/**
 * The application menu. Keys are shown but handled in the page (`registerAccelerator: false`), because the page alone knows
 * whether an input method is composing or a text field wants the key.
 */
export function installMenu(send: (command: CommandName) => void): void {
  const item = (command: CommandName, accelerator?: string): MenuItemConstructorOptions => ({
    label: messages.commands[command],
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => send(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const words = messages.application.menu;
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        item('export', 'CmdOrCtrl+E'),
        separator,
        item('revealFolder'),
        item('chooseFolder'),
        separator,
        item('settings', 'CmdOrCtrl+,'),
        separator,
        { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
      ],
    },
    {
      label: words.edit,
      submenu: [
        item('undo', 'CmdOrCtrl+Z'),
        item('redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        separator,
        item('find', 'CmdOrCtrl+F'),
        item('findNext', 'F3'),
        item('findPrevious', 'Shift+F3'),
        item('searchAll', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: words.annotate,
      submenu: [
        item('highlight', 'CmdOrCtrl+H'),
        item('note', 'CmdOrCtrl+M'),
        item('copyCitation'),
        separator,
        item('selectionMode', 'F7'),
      ],
    },
    {
      label: words.go,
      submenu: [
        item('back', 'Alt+Left'),
        item('forward', 'Alt+Right'),
        separator,
        item('previousSection', 'Alt+Up'),
        item('nextSection', 'Alt+Down'),
        separator,
        item('focusOutline', 'CmdOrCtrl+T'),
        item('nextPane', 'F6'),
      ],
    },
    {
      label: words.view,
      submenu: [
        item('toggleOutline'),
        item('toggleNotes'),
        separator,
        {
          label: words.theme,
          submenu: [item('themeSystem'), item('themeLight'), item('themeDark'), item('themeSepia')],
        },
        separator,
        item('zoomIn', 'CmdOrCtrl+='),
        item('zoomOut', 'CmdOrCtrl+-'),
        item('zoomReset', 'CmdOrCtrl+0'),
        separator,
        { role: 'togglefullscreen', label: words.fullScreen, accelerator: 'F11' },
      ],
    },
    { label: words.help, submenu: [item('shortcuts', 'F1'), item('about')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The menu of text fields; everything else in the page has its own. */
export function installTextMenu(window: BrowserWindow): void {
  const words = messages.application.menu;
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
