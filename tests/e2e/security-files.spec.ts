import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { type Attack, attempt } from './attacks/attempt.ts';
import { openPage, test } from './attacks/fixtures.ts';
import { expect } from './fixtures.ts';

const refusals = /Refused to|Content Security Policy|ERR_|trace-warnings|Failed to load resource|Not allowed to load/;

interface Answer {
  status: number;
  text: string;
}

/** What a page gets when it asks for an address; status 0 when the request is not even made. */
function ask(page: Page, address: string, method = 'GET'): Promise<Answer> {
  return page.evaluate(
    async ([url = '', verb = '']) => {
      try {
        const response = await fetch(url, { method: verb });
        return { status: response.status, text: await response.text() };
      } catch {
        return { status: 0, text: '' };
      }
    },
    [address, method],
  );
}

test('the protocol serves the files of the page, each with the policy, and nothing else', async ({
  window,
  allowProblem,
}) => {
  allowProblem(refusals);
  expect(await ask(window, 'app://reader/index.html'), 'control').toMatchObject({ status: 200 });

  const traversals = [
    '..%2fmain%2findex.cjs',
    '..%2f..%2fpackage.json',
    '..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2Fetc%2fpasswd',
    'assets/..%2f..%2fmain/index.cjs',
    '%2e%2e%2fmain/index.cjs',
    '%252e%252e%252fmain/index.cjs',
    '..%255cmain%255cindex.cjs',
    '..%5cmain%5cindex.cjs',
    '..\\main\\index.cjs',
    '%2fetc%2fpasswd',
    '/etc/passwd',
    'C:/Windows/win.ini',
    'C%3A%5CWindows%5Cwin.ini',
    'index.html%00',
    'index.html%00.png',
    '%00',
    '%',
    '%c0%ae%c0%ae/main/index.cjs',
    '../main/index.cjs',
    '%2e%2e/main/index.cjs',
    '',
    'assets/',
  ];
  for (const path of traversals) {
    const { status, text } = await ask(window, `app://reader/${path}`);
    expect([403, 404, 0], path).toContain(status);
    expect(text, path).toBe('');
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
    expect(await ask(window, 'app://reader/index.html', method), method).toMatchObject({ status: 405, text: '' });
  }
  for (const host of ['app://other/index.html', 'app://report/', 'app://report/1/', 'app:///index.html']) {
    expect(await ask(window, host), host).toEqual({ status: 0, text: '' });
  }

  const names = await window.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].map((element) =>
      'src' in element ? element.src : element.href,
    ),
  );
  const policies = await window.evaluate(
    async (addresses) => {
      const answers = await Promise.all(addresses.map((address) => fetch(address)));
      return answers.map(({ headers }) => [
        headers.get('Content-Security-Policy'),
        headers.get('X-Content-Type-Options'),
      ]);
    },
    [...names, 'app://reader/index.html'],
  );
  expect(policies.length).toBeGreaterThan(2);
  for (const [policy, sniffing] of policies) {
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(sniffing).toBe('nosniff');
  }
});

/** Ways to get a file of the computer into the page. */
const readings: Record<string, Attack> = {
  frame: (address) => {
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => window.ran());
    frame.src = address;
    document.body.append(frame);
  },
  object: (address) => {
    const object = document.createElement('object');
    object.addEventListener('load', () => window.ran());
    object.data = address;
    document.body.append(object);
  },
  image: (address) => {
    const image = new Image();
    image.addEventListener('load', () => window.ran());
    image.src = address;
  },
  'style sheet': (address) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${address}.css`;
    link.addEventListener('load', () => window.ran());
    document.head.append(link);
  },
  script: (address) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => window.ran());
    script.src = `${address}.js`;
    document.head.append(script);
  },
};

test('files of the computer cannot be read', async ({ window, app, openWindow, allowProblem }, testInfo) => {
  allowProblem(refusals);
  const secret = testInfo.outputPath('secret.svg');
  for (const end of ['', '.css', '.js']) {
    const content = end === '' ? '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' : '';
    await writeFile(`${secret}${end}`, content);
  }
  const address = pathToFileURL(secret).href;
  // a page that lies on the disk itself may embed its neighbours
  await openWindow.goto(openPage);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  for (const [name, reading] of Object.entries(readings)) {
    expect(await attempt(openWindow, reading, address), `control: ${name}`).toBe('ran');
    expect(await attempt(window, reading, address), name).toBe('refused');
  }
  expect(await ask(window, address)).toEqual({ status: 0, text: '' });
  // not even a window of its own, which no policy and no origin holds back
  const opened = await app.evaluate(async ({ BrowserWindow }, url) => {
    const other = new BrowserWindow({ show: false });
    const outcome = await other.loadURL(url).then(() => 'opened', String);
    other.destroy();
    return outcome;
  }, address);
  expect(opened).toContain('ERR_BLOCKED_BY_CLIENT');
});
