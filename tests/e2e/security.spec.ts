import type { Page } from '@playwright/test';
import { eventNames } from '#ipc/events';
import { operationNames } from '#ipc/operations';
import { type Attack, attempt } from './attacks/attempt.ts';
import { test } from './attacks/fixtures.ts';
import { hostileControls, hostileMarkup, hostileScripts, hostileStyles } from './attacks/script-attacks.ts';
import { expect } from './fixtures.ts';

/** The policy says in the console what it refuses, and Node warns of frames that were refused. */
const refusals = /Refused to|Content Security Policy|ERR_BLOCKED_BY_CSP|ERR_UNKNOWN_URL_SCHEME|trace-warnings|404|403/;

async function tryAll(page: Page, outside: string): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const [name, attack] of Object.entries({ ...hostileScripts, ...hostileStyles })) {
    outcomes[name] = await attempt(page, attack, outside);
  }
  for (const [name, markup] of Object.entries(hostileMarkup)) {
    outcomes[name] = await attempt(page, insertion, markup);
  }
  for (const [name, markup] of Object.entries(hostileControls)) {
    outcomes[name] = await attempt(page, click, markup);
  }
  return outcomes;
}

const insertion: Attack = (markup) => {
  const place = document.createElement('div');
  document.body.append(place);
  place.innerHTML = markup;
};

const click: Attack = (markup) => {
  document.querySelector('#place')?.remove();
  document.body.insertAdjacentHTML('beforeend', `<div id="place">${markup}</div>`);
  document.querySelector('#bait')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
};

const allNames = [hostileScripts, hostileStyles, hostileMarkup, hostileControls].flatMap(Object.keys);
const all = (outcome: string) => Object.fromEntries(allNames.map((name) => [name, outcome]));

test('no script and no style gets into the page', async ({ window, outside, allowProblem }) => {
  allowProblem(refusals);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  expect(await tryAll(window, outside.address)).toEqual(all('refused'));
  expect(outside.requests).toEqual([]);
});

test('control: all of them get into a page without guards', async ({ openWindow, outside }) => {
  expect(await tryAll(openWindow, outside.address)).toEqual(all('ran'));
});

test.describe('what the page holds in its hands', () => {
  const nodeGlobals = () =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => Reflect.has(globalThis, name),
    );

  /** From a timer: what a test calls directly is exempt from the policy. */
  const workerAttacks = (outside: string) => {
    const attempts = [
      () => Reflect.get(globalThis, 'eval')('1'),
      () => Reflect.construct(Function, ['return 1'])(),
      () => fetch(outside),
    ];
    const outcome = async (attack: () => unknown) => {
      await new Promise((resolve) => setTimeout(resolve));
      return Promise.resolve()
        .then(attack)
        .then(
          () => 'ran',
          (error) => error.name,
        );
    };
    return Promise.all(attempts.map(outcome));
  };

  test('is no part of Node and of Electron, neither in the page nor in its worker', async ({
    window,
    openWindow,
    outside,
    allowProblem,
  }) => {
    allowProblem(refusals);
    expect(await openWindow.evaluate(nodeGlobals), 'control').toContain('require');

    await window.keyboard.press('Control+Shift+f');
    await window.getByRole('searchbox', { name: '搜索', exact: true }).fill('教育');
    // a worker that has answered has begun
    await expect(window.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()).toBeVisible();
    expect(window.workers().length).toBeGreaterThan(0);
    expect(await window.evaluate(nodeGlobals)).toEqual([]);
    for (const worker of window.workers()) {
      expect(await worker.evaluate(nodeGlobals)).toEqual([]);
      expect(await worker.evaluate(() => Reflect.has(globalThis, 'api'))).toBe(false);
      expect(await worker.evaluate(workerAttacks, outside.address)).toEqual(['EvalError', 'EvalError', 'TypeError']);
    }
  });

  test('are the operations of the contract, which it cannot change, in a safe window', async ({ app, window }) => {
    const held = await window.evaluate(() => {
      const { api } = window as unknown as { api: Record<string, unknown> };
      const { events, ...operations } = api;
      const attempts = [
        () => Reflect.set(api, 'links.open', () => undefined),
        () => Reflect.defineProperty(api, 'more', { value: 1 }),
        () => Reflect.deleteProperty(api, 'links.open'),
        () => Reflect.set(events as object, 'flush', () => undefined),
        () => Reflect.set(window, 'api', {}),
        () => Reflect.deleteProperty(window, 'api'),
      ];
      return {
        operations: Object.entries(operations).map(([name, value]) => `${name}: ${typeof value}`),
        events: Object.entries(events as object).map(([name, value]) => `${name}: ${typeof value}`),
        changed: attempts.map((change) => change()),
        isFrozen: Object.isFrozen(api) && Object.isFrozen(events),
      };
    });
    expect(held.operations.sort()).toEqual(operationNames.map((name) => `${name}: function`).sort());
    expect(held.events.sort()).toEqual(eventNames.map((name) => `${name}: function`).sort());
    expect(held.changed).toEqual(held.changed.map(() => false));
    expect(held.isFrozen).toBe(true);

    const preferences = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const withPreferences = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return withPreferences.getLastWebPreferences();
      }),
    );
    expect(preferences.length).toBeGreaterThan(0);
    for (const preference of preferences) {
      expect(preference).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
      });
      expect(preference.enableBlinkFeatures ?? '').toBe('');
      expect(preference.nodeIntegrationInWorker ?? false).toBe(false);
    }
  });
});
