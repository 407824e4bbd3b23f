import { defineConfig } from '@playwright/test';
import { hasDisplay } from './scripts/display.mjs';
import type { PackagedOption } from './tests/e2e/fixtures.ts';

/**
 * The stories run in the application as built or as packaged, and then attacks on the package whose last fuse was flipped.
 * Their order and choice is `npm test`'s business: the release project wants that other package.
 */
export default defineConfig<PackagedOption>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/global-setup.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // windows on one screen disturb each other; without one, each worker brings its own
  workers: hasDisplay() ? 1 : 2,
  // only what hangs is to fail, on a machine that does other work as well
  timeout: 120_000,
  // one worker's windows may take the time of another's on a machine that does other work as well
  retries: process.env.CI ? 1 : 0,
  use: { screenshot: 'only-on-failure' },
  expect: { timeout: 10_000 },
  projects: [
    { name: 'unpackaged', testIgnore: '**/release/**', use: { packaged: false } },
    // what other programs do to the notes folder, and cells without the program, do not depend on the package
    {
      name: 'packaged',
      testIgnore: ['**/release/**', '**/syncthing.spec.ts', '**/importing-cell.spec.ts'],
      use: { packaged: true },
    },
    { name: 'demo', testDir: 'tests/demo', use: { packaged: false } },
    { name: 'release', testDir: 'tests/e2e/release', use: { packaged: true } },
  ],
});
