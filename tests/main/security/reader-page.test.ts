import type { BrowserWindow, WebFrameMain } from 'electron';
import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {}, protocol: {}, screen: {} }));
const { homeAddress, isReaderPage } = await import('../../../src/main/window.ts');

const home = 'app://reader/index.html';
const frame = (url: string) => ({ url }) as WebFrameMain;
const windowOf = (mainFrame: WebFrameMain, isDestroyed = false) =>
  ({ isDestroyed: () => isDestroyed, webContents: { mainFrame } }) as unknown as BrowserWindow;

test('the page is the main frame of the window at its own address', () => {
  for (const url of [home, `${home}#3.4`]) {
    const page = frame(url);
    expect(isReaderPage(windowOf(page), home, page)).toBe(true);
  }
});

test('a frame in the page is not the page, even at the same address', () => {
  expect(isReaderPage(windowOf(frame(home)), home, frame(home))).toBe(false);
});

test.each(['about:blank', 'app://report/1/', 'https://example.cn/', 'app://reader/report.html', `${home}?x`, ''])(
  'what came in its place (%s) is not the page',
  (url) => {
    const intruder = frame(url);
    expect(isReaderPage(windowOf(intruder), home, intruder)).toBe(false);
  },
);

test('a frame that is gone, or whose window is gone, is not the page', () => {
  const page = frame(home);
  expect(isReaderPage(windowOf(page), home, null)).toBe(false);
  expect(isReaderPage(windowOf(page, true), home, page)).toBe(false);
});

test('home is the packaged page, or that of the development server', () => {
  expect(homeAddress(undefined)).toBe(home);
  expect(homeAddress('http://localhost:5173')).toBe('http://localhost:5173/');
});
