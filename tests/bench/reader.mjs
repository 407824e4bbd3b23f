import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron } from '@playwright/test';
import { root } from '../../scripts/command.mjs';
import { sandboxFlags } from '../../scripts/sandbox.mjs';
import { bundledId } from './long-plan.mjs';
import { placeNoteFiles } from './note-files.mjs';

/**
 * @typedef {object} Content
 * @property {string} plan the plan that opens, as JSON
 * @property {(notesFolder: string) => Promise<void>} placeNotes
 */

/**
 * A text and so many notes in it.
 *
 * @param {import('./long-plan.mjs').LongPlan} plan
 * @param {number} count
 * @param {{ hasBodies: boolean, areTasks?: boolean }} options
 * @returns {Content}
 */
export function manyNotes(plan, count, options) {
  return { plan: plan.json, placeNotes: (notesFolder) => placeNoteFiles(notesFolder, plan, count, options) };
}

/**
 * Makes a reader with another text and notes in it, lets `use` start it, and removes all traces.
 *
 * @template Value
 * @param {Content} content
 * @param {(reader: { application: string, profile: string }) => Promise<Value>} use
 * @returns {Promise<Value>}
 */
export async function withContent({ plan, placeNotes }, use) {
  const folder = await mkdtemp(join(tmpdir(), 'plan-reader-bench-'));
  const application = join(folder, 'application');
  const profile = join(folder, 'profile');
  await mkdir(application);
  await mkdir(profile);
  await cp(join(root, 'package.json'), join(application, 'package.json'));
  await cp(join(root, 'resources'), join(application, 'resources'), { recursive: true });
  await writeFile(join(application, 'resources/plans', bundledId, 'plan.json'), plan);
  await symlink(join(root, 'out'), join(application, 'out'), 'junction');
  await placeNotes(join(profile, '规划研读'));
  try {
    return await use({ application, profile });
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

/**
 * @param {import('../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string} application
 * @param {string} profile
 */
export async function launchReader(runtime, application, profile) {
  const flags = [`--user-data-dir=${profile}`, '--disable-gpu', '--log-level=3', '--lang=zh-CN'];
  return electron.launch({
    executablePath: runtime.executable,
    args: [...(await sandboxFlags(runtime.executable)), application, ...flags],
    colorScheme: null,
  });
}

/**
 * Starts the reader with another text and notes in it, lets `measure` use its window, and removes all traces.
 *
 * @template Value
 * @param {import('../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {Content} content
 * @param {(window: import('@playwright/test').Page, app: import('@playwright/test').ElectronApplication) => Promise<Value>} measure
 * @returns {Promise<Value>}
 */
export async function withReader(runtime, content, measure) {
  return withContent(content, async ({ application, profile }) => {
    const app = await launchReader(runtime, application, profile);
    try {
      return await measure(await app.firstWindow(), app);
    } finally {
      await app.close();
    }
  });
}
