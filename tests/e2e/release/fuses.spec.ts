import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../../scripts/command.mjs';
import { executableName } from '../../../scripts/electron-folder.mjs';
import { packagedExecutable } from '../../../scripts/packaged.mjs';
import { test } from './fixtures.ts';

/*
 * Ways to make someone else's Electron application run foreign code. Each attack is also made on the bare runtime, where
 * it must succeed: an attack that never works proves nothing.
 */

const runtimeFolder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
const targets = [
  { name: 'the release is closed to', executable: packagedExecutable(), application: [], broken: false },
  {
    name: 'the bare runtime is open to (control)',
    executable: join(runtimeFolder, executableName()),
    application: [root],
    broken: true,
  },
];

for (const { name, executable, application, broken } of targets) {
  test.describe(name, () => {
    test('scripts by ELECTRON_RUN_AS_NODE', async ({ start, flags }, testInfo) => {
      const { script, trace } = await intruder(testInfo.outputPath());
      const program = start(executable, [script, ...flags], { environment: { ELECTRON_RUN_AS_NODE: '1' } });
      expect(await program.debuggingAddress())[broken ? 'toBeUndefined' : 'toBeDefined']();
      expect(existsSync(trace)).toBe(broken);
    });

    test('scripts by NODE_OPTIONS', async ({ start, flags }, testInfo) => {
      const { script, trace } = await intruder(testInfo.outputPath());
      const environment = { NODE_OPTIONS: `--require=${JSON.stringify(script)}` };
      const program = start(executable, [...application, ...flags], { environment });
      expect(await program.debuggingAddress()).toBeDefined();
      expect(existsSync(trace)).toBe(broken);
    });

    test('debuggers by --inspect', async ({ start, flags }) => {
      const program = start(executable, ['--inspect=0', ...application, ...flags]);
      expect(await program.debuggingAddress()).toBeDefined();
      expect(program.output.includes('Debugger listening')).toBe(broken);
    });

    test('a folder in the place of app.asar', async ({ start, flags }, testInfo) => {
      const copy = testInfo.outputPath('copy');
      await cp(dirname(executable), copy, { recursive: true });
      const { trace } = await replaceApplication(join(copy, 'resources'), testInfo.outputPath());
      const program = start(join(copy, executable.slice(dirname(executable).length)), flags);
      await program.end();
      expect(existsSync(trace)).toBe(broken);
      await rm(copy, { recursive: true });
    });
  });
}

/** A script that leaves a trace when it runs. */
async function intruder(folder: string): Promise<{ script: string; trace: string }> {
  const script = join(folder, 'intruder.cjs');
  const trace = join(folder, 'intruder-was-here');
  await mkdir(folder, { recursive: true });
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '');`);
  return { script, trace };
}

async function replaceApplication(resources: string, folder: string): Promise<{ trace: string }> {
  const { script, trace } = await intruder(folder);
  for (const archive of ['app.asar', 'default_app.asar']) await rm(join(resources, archive), { force: true });
  const application = join(resources, 'app');
  await mkdir(application);
  await writeFile(join(application, 'package.json'), '{ "name": "intruder", "main": "index.js" }');
  const ending = `require('electron').app.exit(0);`;
  await writeFile(join(application, 'index.js'), `require(${JSON.stringify(script)}); ${ending}`);
  return { trace };
}
