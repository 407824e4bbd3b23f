import type { Theme } from '#core/settings/settings';
import { type CommandName, programCommands } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppStore } from '../store/app-store.ts';
import type { DialogName, PaletteName } from '../store/dialogs.ts';
import { isTextField } from '../ui/key-events.ts';
import type { Commands } from './commands-context.ts';
import { commandFor } from './keymap.ts';

/** What they change is not behind a dialog, but the window itself. */
const commandsOfWindow: readonly CommandName[] = [
  ...programCommands,
  ...(['themeSystem', 'themeLight', 'themeDark', 'themeSepia'] satisfies CommandName[]),
];

/** Dialogs whose changes are steps of the history, or of one of their own. */
const dialogsOfData: readonly DialogName[] = ['recycleBin', 'snapshots', 'documentImport'];

const palettes: readonly (DialogName | CommandName)[] = ['quickOpen', 'commandPalette'] satisfies PaletteName[];

/** Ties the store to the window: keys and menu to commands, the theme to the page, the closing to saving. */
export function connectWindow(api: Api, store: AppStore, commands: Commands): void {
  // Behind an open dialog nothing moves, but what a dialog has changed can be undone in it, and one palette leads to the other.
  const isBlocked = (command: CommandName) => {
    const { dialog } = store.getState();
    if (dialog === null || commandsOfWindow.includes(command)) return false;
    if (palettes.includes(dialog) && palettes.includes(command)) return false;
    return !(dialogsOfData.includes(dialog) && (command === 'undo' || command === 'redo'));
  };
  // Before any part of the page: a list would take Alt+← for its own ←.
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandFor(event);
    if (command === undefined || isBlocked(command)) return;
    event.preventDefault();
    event.stopPropagation();
    commands[command]();
  };
  const onMenuCommand = (command: CommandName) => {
    // Someone who is typing means the words, as with the keys.
    const isOfText = (command === 'undo' || command === 'redo') && isTextField(document.activeElement);
    if (isOfText) document.execCommand(command);
    else if (!isBlocked(command)) commands[command]();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('focus', () => void store.getState().loadFolder());
  api.events.command(onMenuCommand);
  api.events.snapshotFailed(({ code, detail = code }) =>
    store.getState().notify({ kind: 'error', text: messages.snapshots.failed, detail }),
  );
  api.events.notesChanged(({ document }) => void store.getState().followNotes(document));
  api.events.textsChanged(({ document }) => void store.getState().followTexts(document));
  api.events.readingProgress((progress) => store.getState().readingProgressed(progress));
  api.events.fileRequested(() => void store.getState().importRequested());
  api.events.notesFolderChanged(() => void store.getState().loadFolder());
  api.events.flush(() => void flush(api, store));

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const applyTheme = () => {
    document.documentElement.dataset.theme = resolveTheme(store.getState().settings.theme, dark.matches);
  };
  dark.addEventListener('change', applyTheme);
  store.subscribe((state, before) => {
    if (state.settings.theme !== before.settings.theme) applyTheme();
  });
  applyTheme();
}

function resolveTheme(theme: Theme, isDark: boolean): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme;
  return isDark ? 'dark' : 'light';
}

/** Saves what is being typed, an import that is not finished, the view and what was read; then lets the window close. */
async function flush(api: Api, store: AppStore): Promise<void> {
  const { saveWritings, flushView, flushReadSections, keepImport } = store.getState();
  const [unsaved] = await Promise.all([saveWritings(), flushView(), keepImport(), flushReadSections()]);
  await api['application.flushed']({ unsaved });
}
