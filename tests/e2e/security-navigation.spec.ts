import { writeFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { test } from './attacks/fixtures.ts';
import { dropFile, navigationAttacks } from './attacks/navigation-attacks.ts';
import { expect } from './fixtures.ts';

const home = 'app://reader/index.html';
const refusals =
  /Refused to|Content Security Policy|ERR_|trace-warnings|Not allowed to|Failed to load resource|Blocked/;

/** Marks the page, so that a page which was left and came back is told from one that stayed. */
async function mark(window: Page): Promise<void> {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.evaluate(() => {
    document.body.dataset.mark = 'here';
  });
}

/** The addresses that the page was kept from going to. */
async function recordPrevented(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const prevented = await app.evaluateHandle(({ webContents }) => {
    const addresses: string[] = [];
    for (const contents of webContents.getAllWebContents()) {
      contents.on('will-frame-navigate', (event) => {
        if (event.defaultPrevented) addresses.push(event.url);
      });
    }
    return addresses;
  });
  return () => prevented.jsonValue();
}

/** What a page asks for is decided in the order in which it asks: when this one is stopped, so is all before it. */
async function expectStayed(app: ElectronApplication, window: Page, prevented: () => Promise<string[]>): Promise<void> {
  const last = `https://example.cn/${(await prevented()).length}`;
  await window.evaluate((address) => location.assign(address), last);
  await expect.poll(prevented).toContain(last);
  expect(window.url()).toBe(home);
  expect(await window.evaluate(() => document.body.dataset.mark)).toBe('here');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // a frame that was refused holds an error page of the browser
  const frames = window.frames().map((frame) => frame.url());
  expect(frames.filter((address) => !/^(?:about:|app:|chrome-error:|$)/.test(address))).toEqual([]);
}

test('the page stays where it is', async ({ app, window, outside, allowProblem }) => {
  allowProblem(refusals);
  await mark(window);
  const prevented = await recordPrevented(app);
  for (const [name, attack] of Object.entries(navigationAttacks)) {
    await test.step(name, async () => {
      await attack(window, `${outside.address}/${encodeURIComponent(name)}`);
      await expectStayed(app, window, prevented);
      expect(outside.requests).toEqual([]);
    });
  }
});

test('control: each of them leads a page without guards elsewhere', async ({ openWindow, outside }) => {
  for (const [name, attack] of Object.entries(navigationAttacks)) {
    const path = `/${encodeURIComponent(name)}`;
    // what was begun before may still be on its way
    await expect(() => openWindow.goto(`${outside.address}/`)).toPass();
    await attack(openWindow, `${outside.address}${path}`);
    await expect.poll(() => outside.requests.filter((request) => request.startsWith(path)), name).not.toEqual([]);
  }
});

const addresses = [
  'file:///etc/passwd',
  'file://server/share',
  'data:text/html,<title>x</title>',
  'blob:app://reader/1',
  'javascript:document.title=1',
  'view-source:app://reader/index.html',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'filesystem:app://reader/temporary/x',
  'app://reader/index.html?x',
  'app://reader/report.html',
  'app://reader/..%2fmain%2findex.cjs',
  'app://report/',
  'app://report/1/',
  'app://other/',
  'mailto:a@example.cn',
  'ms-settings:',
  'unknown-scheme:x',
];

test('there is no address at which the page may go', async ({ app, window, allowProblem }) => {
  allowProblem(refusals);
  await mark(window);
  const prevented = await recordPrevented(app);
  for (const address of addresses) {
    await test.step(address, async () => {
      await window.evaluate((target) => {
        try {
          location.assign(target);
        } catch {
          // some are refused right here
        }
      }, address);
      expect(await window.evaluate((target) => open(target) === null, address)).toBe(true);
      await expectStayed(app, window, prevented);
    });
  }
});

test('from a blank page, which none is kept from, the window comes home', async ({ app, window }) => {
  await mark(window);
  const loaded = window.waitForEvent('load', { predicate: () => window.url() === home });
  await window.evaluate(() => location.assign('about:blank'));
  await loaded;
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  expect(await window.evaluate(() => document.body.dataset.mark)).toBeUndefined();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a file that is dropped is not opened, and none is downloaded', async ({
  app,
  window,
  openWindow,
  allowProblem,
}, testInfo) => {
  allowProblem(refusals);
  const path = testInfo.outputPath('dropped.html');
  await writeFile(path, '<title>dropped</title>');
  await openWindow.evaluate(() => {
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      document.title = event.dataTransfer?.files[0]?.name ?? '';
    });
  });
  await dropFile(openWindow, path);
  await expect.poll(() => openWindow.title(), 'control: the file arrives').toBe('dropped.html');

  await mark(window);
  await dropFile(window, path);
  // It is read in a cell as a document to import, and this one holds no text.
  const dialog = window.getByRole('dialog', { name: '导入文档' });
  await expect(dialog.getByRole('alert')).toContainText('没有文字');
  expect(window.url()).toBe(home);
  expect(await window.evaluate(() => document.body.dataset.mark)).toBeDefined();
  await dialog.getByRole('button', { name: '关闭' }).last().click();

  const downloads = await app.evaluateHandle(({ session }) => {
    const seen: string[] = [];
    session.defaultSession.on('will-download', (event, item) => {
      seen.push(`${item.getFilename()} ${event.defaultPrevented ? 'stopped' : 'begun'}`);
    });
    return seen;
  });
  await window.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'note.exe';
    link.click();
  });
  await expect.poll(() => downloads.jsonValue()).toEqual(['note.exe stopped']);
});
