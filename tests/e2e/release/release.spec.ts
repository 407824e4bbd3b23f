import { readdirSync, readFileSync } from 'node:fs';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { run } from '../../../scripts/command.mjs';
import { packagedExecutable } from '../../../scripts/packaged.mjs';
import { test } from './fixtures.ts';
import type { Program } from './program.ts';

/** What every reader sees first; it takes the protocol, the preload script and the main process to get there. */
async function expectReader(program: Program): Promise<Page> {
  const address = await program.debuggingAddress();
  expect(address, program.output).toBeDefined();
  const browser = await chromium.connectOverCDP(address ?? '', { noDefaults: true });
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('The application shows no window.');
  await expect(page.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(page.getByRole('main', { name: '正文' })).toBeVisible();
  return page;
}

test('the release starts and shows the plan', async ({ start, flags }) => {
  await expectReader(start(packagedExecutable(), flags));
});

test('for an ordinary user the page runs in the sandbox of the system', async ({ start, flags }) => {
  test.skip(process.platform !== 'linux', 'looks into /proc');
  const isolation = await run('unshare', ['--user', '--map-root-user', 'true'], { quiet: true });
  test.skip(isolation.code !== 0, 'this system forbids user namespaces');

  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'plan-reader-'));
  await cp(dirname(packagedExecutable()), folder, { recursive: true });
  if (nobody !== undefined) await chown(folder, nobody, nobody);
  const ownFlags = flags.filter((flag) => flag !== '--no-sandbox' && !flag.startsWith('--user-data-dir='));
  const program = start(
    join(folder, basename(packagedExecutable())),
    [...ownFlags, `--user-data-dir=${join(folder, 'profile')}`],
    { environment: { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') }, ...(nobody ? { user: nobody } : {}) },
  );

  await expectReader(program);
  const renderers = descendants(program.processId ?? 0).filter((id) => /--type=renderer/.test(commandLine(id)));
  expect(renderers).not.toEqual([]);
  for (const id of renderers) expect(readFileSync(`/proc/${id}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);

  await program.stop();
  await rm(folder, { recursive: true });
});

function descendants(ancestor: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)));
  }
  const isBelow = (id: number): boolean => {
    const parent = parents.get(id) ?? 0;
    return parent === ancestor || (parent > 0 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function parentOf(id: number): number {
  try {
    return Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  } catch {
    // it has ended since the folder was listed
    return 0;
  }
}

function commandLine(id: number): string {
  return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
}
