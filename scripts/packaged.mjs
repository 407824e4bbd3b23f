import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageCommand, readJson, root, runNode } from './command.mjs';

const { productName } = readJson(join(root, 'package.json'));

/** The program inside the packaged folder. */
export function packagedExecutable() {
  const folder = (/** @type {string} */ platform) =>
    join(root, 'dist', process.arch === 'x64' ? platform : `${platform}-${process.arch}`);
  if (process.platform === 'darwin') return join(folder('mac'), `${productName}.app/Contents/MacOS/${productName}`);
  if (process.platform === 'win32') return join(`${folder('win')}-unpacked`, `${productName}.exe`);
  return join(`${folder('linux')}-unpacked`, 'plan-reader');
}

/** Packs `out/` with the runtime into a folder under `dist/`, with every fuse set but the one that the tests need. */
export async function packForTests() {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  const parameters = ['--config', 'electron-builder.config.mjs', '--dir', '--publish', 'never'];
  const { code, output } = await runNode(packageCommand('electron-builder'), parameters, { quiet: true });
  if (code !== 0 || !existsSync(packagedExecutable())) throw new Error(`electron-builder failed:\n${output}`);
}

/** Closes the door that the tests went through: from now on `--inspect` is ignored. */
export async function harden() {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(packagedExecutable(), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
  });
}
