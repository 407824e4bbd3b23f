import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type WebFrameMain } from 'electron';
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
  /** Address of the reader's page. */
  home: string;
  /** Path of the picture that stands for the window in a Linux task bar; elsewhere the program brings its own. */
  icon: string;
}

/** The page that the window shows: that of the development server, if the app runs from one. */
export function homeAddress(developmentUrl: string | undefined): string {
  return developmentUrl === undefined ? readerUrl : new URL(developmentUrl).href;
}

export function createMainWindow({ state, theme, title, home, icon }: MainWindowOptions): BrowserWindow {
  applyTheme(theme);
  const window = new BrowserWindow({
    ...visibleBounds(state),
    minWidth: 900,
    minHeight: 600,
    title,
    ...(process.platform === 'linux' ? { icon } : {}),
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
  // Reports are shown in a frame; in the place of the page they would have its rights.
  guardContents(window.webContents, (address, isMainFrame) =>
    isMainFrame ? address === home : address.startsWith('app://report/'),
  );
  // A page is never asked whether it may go to about:blank.
  window.webContents.on('did-navigate', (_event, address) => {
    if (address !== home) void window.loadURL(home);
  });
  void window.loadURL(home);
  return window;
}

/** Whether a frame is the reader's page itself: not a frame in it, and not what may have come in its place. */
export function isReaderPage(window: BrowserWindow, home: string, frame: WebFrameMain | null): boolean {
  if (frame === null || window.isDestroyed() || frame !== window.webContents.mainFrame) return false;
  return frame.url.replace(/#.*$/s, '') === home;
}

/** Native dialogs, menus and `prefers-color-scheme` follow the theme; 护眼 is a light theme. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'sepia' ? 'light' : theme;
}

function resolvedTheme(theme: Theme): keyof typeof paper {
  if (theme !== 'system') return theme;
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
}
