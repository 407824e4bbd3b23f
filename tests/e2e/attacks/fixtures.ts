import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { root } from '../../../scripts/command.mjs';
import { test as base } from '../fixtures.ts';
import { Outside } from './outside.ts';

const openFolder = join(root, 'tests/fixtures/hostile/open-application');

/** The first page of the application without guards, which lies on the disk. */
export const openPage = pathToFileURL(join(openFolder, 'index.html')).href;

/** What to start Electron with for the application without guards. */
export function openArguments(profile: string): string[] {
  return [openFolder, `--user-data-dir=${profile}`, '--disable-gpu', '--log-level=3'];
}

interface AttackFixtures {
  outside: Outside;
  openApp: ElectronApplication;
  /** A page of an application without guards: where an attack must succeed, or it proves nothing. */
  openWindow: Page;
}

export const test = base.extend<AttackFixtures>({
  outside: async ({}, use) => {
    const outside = new Outside();
    await outside.open();
    await use(outside);
    outside.close();
  },

  openApp: async ({}, use, testInfo) => {
    const app = await electron.launch({ args: openArguments(testInfo.outputPath('open-profile')) });
    await use(app);
    await app.close();
  },

  openWindow: async ({ openApp, outside }, use) => {
    const page = await openApp.firstWindow();
    await page.goto(`${outside.address}/`);
    await use(page);
  },
});
