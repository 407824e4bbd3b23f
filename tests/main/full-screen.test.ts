import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createFullScreen } from '../../src/main/full-screen.ts';

/** A window that goes into full screen and out of it when its system gets to it. */
function openWindow(isFullAtFirst = false) {
  let isFull = isFullAtFirst;
  const wishes: boolean[] = [];
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isFullScreen: () => isFull,
    setFullScreen: vi.fn((wanted: boolean) => void wishes.push(wanted)),
  });
  const arrive = () => {
    for (const wanted of wishes.splice(0)) {
      if (wanted === isFull) continue;
      isFull = wanted;
      window.emit(wanted ? 'enter-full-screen' : 'leave-full-screen');
    }
  };
  const { fill, toggle } = createFullScreen(...([window] as unknown as Parameters<typeof createFullScreen>));
  return { window, webContents, fill, toggle, arrive };
}

test.each([false, true])('after slides the window is as it was before them: full screen %s', (isFull) => {
  const { window, fill, arrive } = openWindow(isFull);
  for (const isShown of [true, false, true, false]) {
    fill(isShown);
    arrive();
    expect(window.isFullScreen()).toBe(isShown || isFull);
  }
});

test('slides that come while the window still leaves full screen leave it again', () => {
  const { window, fill, arrive } = openWindow();
  fill(true);
  arrive();
  fill(false);
  fill(true);
  arrive();
  fill(false);
  arrive();
  expect(window.isFullScreen()).toBe(false);
  expect(window.setFullScreen.mock.calls.flat()).toEqual([true, false, true, false]);
});

test('full screen that the reader has asked for between slides stays', () => {
  const { window, fill, toggle, arrive } = openWindow();
  fill(true);
  fill(false);
  toggle();
  arrive();
  fill(true);
  fill(false);
  arrive();
  expect(window.isFullScreen()).toBe(true);
});

test('a page that is loaded anew takes back what the one before it has asked for, and nothing else', () => {
  const { window, webContents, fill, arrive } = openWindow();
  webContents.emit('did-navigate');
  expect(window.setFullScreen).not.toHaveBeenCalled();
  fill(true);
  arrive();
  webContents.emit('did-navigate');
  arrive();
  expect(window.isFullScreen()).toBe(false);
});
