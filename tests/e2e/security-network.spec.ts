import { createSocket } from 'node:dgram';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { type Attack, attempt } from './attacks/attempt.ts';
import { openArguments, test } from './attacks/fixtures.ts';
import { departuresIn, netLogFlag } from './attacks/net-log.ts';
import { requestAttacks, requestMarkup } from './attacks/request-attacks.ts';
import { answerSaveDialog } from './dialogs.ts';
import { expect } from './fixtures.ts';
import { highlight, writeNote } from './reader-actions.ts';

const refusals = /Refused to|Content Security Policy|ERR_|trace-warnings|Failed to load resource|Beacon API/;

const insert: Attack = (markup) => {
  const place = document.createElement('div');
  document.body.append(place);
  place.innerHTML = markup;
};

/** Calls `make` once for each way to send a request, with an address of its own. */
async function eachRequest(
  outside: string,
  make: (name: string, attack: Attack, input: string, address: string) => Promise<void>,
): Promise<void> {
  for (const [name, attack] of Object.entries(requestAttacks)) {
    const address = `${outside}/${encodeURIComponent(name)}`;
    await make(name, attack, address, address);
  }
  for (const [name, markup] of Object.entries(requestMarkup)) {
    const address = `${outside}/${encodeURIComponent(`markup ${name}`)}`;
    await make(name, insert, markup.replaceAll('TARGET', address), address);
  }
}

/** The requests of the session that nothing before the guard has stopped. */
async function recordRequests(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const requests = await app.evaluateHandle(({ session }) => {
    const seen: string[] = [];
    const { webRequest } = session.defaultSession;
    webRequest.onErrorOccurred(({ url, error }) => void seen.push(`${error} ${url}`));
    webRequest.onCompleted(({ url }) => void seen.push(`completed ${url}`));
    return seen;
  });
  return async () => (await requests.jsonValue()).filter((request) => !/ (?:app|data|blob|devtools):/.test(request));
}

test('the policy alone stops every request of the page', async ({ app, window, outside, allowProblem }) => {
  allowProblem(refusals);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const requests = await recordRequests(app);
  await eachRequest(outside.address, async (name, attack, input) => {
    expect(await attempt(window, attack, input), name).toBe('refused');
  });
  expect(await requests()).toEqual([]);
  expect(outside.requests).toEqual([]);
});

test('the guard alone stops every request of a page without a policy', async ({
  app,
  window,
  outside,
  allowProblem,
}) => {
  allowProblem(/./);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const requests = await recordRequests(app);
  const bare = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) =>
    new BrowserWindow({ show: false }).loadURL('data:text/html,<title>bare</title>'),
  );
  const page = await bare;
  await eachRequest(outside.address, async (name, attack, input, address) => {
    await page.evaluate(attack, input);
    const stopped = `net::ERR_BLOCKED_BY_CLIENT ${address.replace(/^http(?=.*WebSocket)/, 'ws')}`;
    await expect.poll(requests, name).toContain(stopped);
  });
  expect(outside.requests).toEqual([]);
});

test('control: every request leaves a page without guards', async ({ openWindow, outside }) => {
  await eachRequest(outside.address, async (name, attack, input, address) => {
    await openWindow.evaluate(attack, input);
    const path = new URL(address).pathname;
    await expect.poll(() => outside.requests.some((request) => request.includes(path)), name).toBe(true);
  });
});

/** Asks for names and sends packets to this port without any request; answers when the page has tried everything. */
async function whisper(page: Page, port: number): Promise<void> {
  await page.evaluate(async (target) => {
    for (const rel of ['dns-prefetch', 'preconnect']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `http://${rel}.example.cn`;
      document.head.append(link);
    }
    const servers = [
      { urls: `stun:127.0.0.1:${target}` },
      { urls: `turn:127.0.0.1:${target}?transport=tcp`, username: 'x', credential: 'x' },
    ];
    const connection = new RTCPeerConnection({ iceServers: servers });
    connection.createDataChannel('x');
    const gathered = new Promise((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => candidate === null && resolve(null));
    });
    await connection.setLocalDescription(await connection.createOffer());
    await gathered;
  }, port);
}

const packetTest = test.extend<{ packets: { port: number; received: () => number } }>({
  packets: async ({}, use) => {
    const socket = createSocket('udp4');
    let received = 0;
    socket.on('message', () => {
      received += 1;
    });
    await new Promise<void>((resolve) => void socket.bind(0, '127.0.0.1', resolve));
    await use({ port: socket.address().port, received: () => received });
    socket.close();
  },
});

packetTest('names are not looked up and packets not sent', async ({ launch, packets }, testInfo) => {
  const log = testInfo.outputPath('net-log.json');
  const { app, window } = await launch({ flags: [netLogFlag(log)] });
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await whisper(window, packets.port);
  await app.close();
  expect(await departuresIn(log)).toEqual([]);
  expect(packets.received()).toBe(0);
});

packetTest('control: a page without guards does both', async ({ packets }, testInfo) => {
  const log = testInfo.outputPath('net-log.json');
  const app = await electron.launch({ args: [...openArguments(testInfo.outputPath('p')), netLogFlag(log)] });
  // nobody answers the packets, so that it would try for long
  const trying = whisper(await app.firstWindow(), packets.port).catch(() => undefined);
  await expect.poll(packets.received).toBeGreaterThan(0);
  await app.close();
  await trying;
  expect((await departuresIn(log)).join('\n')).toContain('dns-prefetch.example.cn');
});

test('nothing leaves the computer while a reader works', async ({ launch }, testInfo) => {
  const log = testInfo.outputPath('net-log.json');
  const { app, window } = await launch({ flags: [netLogFlag(log)] });
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await window.getByRole('searchbox', { name: '搜索', exact: true }).fill('教育');
  await expect(window.getByText('1/90', { exact: true })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByText('2/90', { exact: true })).toBeVisible();
  await highlight(window, '加大力度配齐配好中小学体育教师', '数据');
  await writeNote(window, '健全公办民办同步招生入学机制', '![x](http://example.cn/a.png) [x](https://example.cn)');
  await window.keyboard.press('Control+e');
  await answerSaveDialog(app, testInfo.outputPath('notes.pdf'));
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible({ timeout: 40_000 });
  await app.close();
  expect(await departuresIn(log)).toEqual([]);
});
