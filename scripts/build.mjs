import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand, root, runNode } from './command.mjs';

const sources = [
  'src',
  'resources/plans',
  'scripts/reader-fonts.mjs',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const outputs = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Builds `out/`. */
export async function build() {
  const { code, output } = await runNode(packageCommand('electron-vite'), ['build'], { quiet: true });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

/** Builds unless the output is newer than everything that it is made of. */
export async function buildIfStale() {
  if (newest(sources) >= oldest(outputs)) await build();
}

/**
 * Folders count too: their time changes when a file in them is removed.
 *
 * @param {readonly string[]} paths
 */
function newest(paths) {
  const times = paths.flatMap((path) => {
    const entry = join(root, path);
    const inside = statSync(entry).isDirectory() ? readdirSync(entry, { recursive: true }) : [];
    return [entry, ...inside.map((name) => join(entry, String(name)))].map((name) => statSync(name).mtimeMs);
  });
  return Math.max(...times);
}

/** @param {readonly string[]} paths */
function oldest(paths) {
  return Math.min(...paths.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
