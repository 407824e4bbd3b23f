import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import { root } from '../../scripts/command.mjs';
import { packagedExecutable } from '../../scripts/packaged.mjs';
import { test as base } from './own-display.ts';
import { ProblemLog } from './problem-log.ts';

export { expect };

export interface PackagedOption {
  /** Whether the stories run in the packaged application instead of in the one just built. */
  packaged: boolean;
}

export interface LaunchOptions {
  /** A copy of the application: its program when packaged, else its folder. */
  application?: string;
  flags?: readonly string[];
  environment?: Record<string, string>;
  /** Another profile than the test's own: a second reader. */
  profile?: string;
}

export interface RunningReader {
  app: ElectronApplication;
  /** The reader's window. */
  window: Page;
}

export interface ReaderFixtures {
  /** The folder of settings and view state, fresh for each test. */
  profile: string;
  /** Where notes are kept, unless a test chooses another folder; the application makes it. */
  notesFolder: string;
  /**
   * Every error and warning of the page and of the main process fails the test, unless it matches a pattern that the
   * test has named here, because it provokes just that.
   */
  allowProblem: (pattern: RegExp) => void;
  /** Starts the application. Only for tests that prepare something first; others just use `window`. */
  launch: (options?: LaunchOptions) => Promise<RunningReader>;
  /** Closes the application if it still runs, and starts it again on the same profile. */
  relaunch: (options?: LaunchOptions) => Promise<RunningReader>;
  app: ElectronApplication;
  window: Page;
}

/** A window that does not close holds back the reader's work; the tests wait this long, in milliseconds. */
const closingTimeLimit = 15_000;

/** Playwright does not tell the process of an application that it knows to be closed. */
const processes = new WeakMap<ElectronApplication, ChildProcess>();

export const test = base.extend<ReaderFixtures & PackagedOption & { problems: ProblemLog; first: RunningReader }>({
  packaged: [false, { option: true }],

  profile: async ({}, use, testInfo) => {
    const profile = testInfo.outputPath('profile');
    await mkdir(profile, { recursive: true });
    await use(profile);
  },

  notesFolder: async ({ profile }, use) => use(join(profile, '规划研读')),

  problems: async ({}, use) => {
    const problems = new ProblemLog();
    await use(problems);
    expect(problems.unexpected(), 'errors and warnings while the test ran').toEqual([]);
  },

  allowProblem: async ({ problems }, use) => use((pattern) => problems.allow(pattern)),

  launch: async ({ packaged, profile: ownProfile, problems }, use, testInfo) => {
    const running = new Set<ElectronApplication>();
    let launches = 0;

    const launch = async (options: LaunchOptions = {}): Promise<RunningReader> => {
      const { application = packaged ? packagedExecutable() : root, flags = [], environment = {} } = options;
      const { profile = ownProfile } = options;
      launches += 1;
      const name = `launch-${launches}`;
      const app = await electron.launch({
        ...(packaged ? { executablePath: application } : {}),
        args: [
          ...(packaged ? [] : [application]),
          `--user-data-dir=${profile}`,
          '--disable-gpu',
          '--log-level=3',
          '--lang=zh-CN',
          ...flags,
        ],
        env: { ...inheritedEnvironment(), ...environment },
        // themes are the application's own business
        colorScheme: null,
      });
      running.add(app);
      processes.set(app, app.process());
      app.once('close', () => running.delete(app));
      problems.watch(app);
      // Pictures of every moment cost a quarter of the time; snapshots of the page would be taken by scripts, which the
      // preview of a report rightly blocks.
      await app.context().tracing.start({ title: `${testInfo.title} · ${name}`, screenshots: false, snapshots: false });
      return { app, window: await app.firstWindow() };
    };

    await use(launch);

    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const app of running) {
      if (failed) await keepTrace(app, testInfo.outputPath(`trace-${launches}.zip`));
      await closeReader(app, problems);
    }
  },

  relaunch: async ({ launch, problems, first }, use) => {
    let current = first;
    await use(async (options) => {
      await closeReader(current.app, problems);
      current = await launch(options);
      return current;
    });
  },

  first: async ({ launch }, use) => {
    const first = await launch();
    await expect(first.window.getByRole('tree', { name: '目录' })).toBeVisible();
    await use(first);
  },
  app: async ({ first }, use) => use(first.app),
  window: async ({ first }, use) => use(first.window),
});

async function keepTrace(app: ElectronApplication, path: string): Promise<void> {
  try {
    await app.context().tracing.stop({ path });
  } catch (error) {
    console.warn(`No trace: ${error}`);
  }
}

/** Closes as a reader would; what does not end by itself is ended, and reported. */
async function closeReader(app: ElectronApplication, problems: ProblemLog): Promise<void> {
  const child = processes.get(app);
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      problems.add(`The application did not close within ${closingTimeLimit} ms.`);
      child.kill('SIGKILL');
      resolve();
    }, closingTimeLimit);
  });
  await Promise.race([app.close(), tooLate]);
  clearTimeout(timer);
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
