import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { Theme } from '#core/settings/settings';
import { readerUrl } from './app-protocol.ts';
import { guardContents } from './session-guard.ts';
import type { WindowState } from './storage/window-state-repository.ts';
import { visibleBounds } from './window-state.ts';

/** Same values as `--paper` in the style sheet: the window must not flash in another colour before the page is painted. */
const paper = { light: '#fbfaf7', dark: '#15171a', sepia: '#eef1e4' } as const;

export interface MainWindowOptions {
  state: WindowState;
  theme: Theme;
  title: string;
  /** Address of the development server, when the app runs from one. */
  developmentUrl: string | undefined;
}

export function createMainWindow({ state, theme, title, developmentUrl }: MainWindowOptions): BrowserWindow {
  applyTheme(theme);
  const window = new BrowserWindow({
    ...visibleBounds(state),
    minWidth: 900,
    minHeight: 600,
    title,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: paper[resolvedTheme(theme)],
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  const home = developmentUrl ?? readerUrl;
  guardContents(window.webContents, (address) => address.startsWith('app://report/') || address === home);
  void window.loadURL(home);
  return window;
}

/** Native dialogs, menus and `prefers-color-scheme` follow the theme; 护眼 is a light theme. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'sepia' ? 'light' : theme;
}

function resolvedTheme(theme: Theme): keyof typeof paper {
  if (theme !== 'system') return theme;
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
}
