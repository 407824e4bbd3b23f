import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root, runNpm } from './command.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 */

/** Installs the packages of the lockfile where node_modules does not hold just those. */
export async function installDependencies() {
  if (areInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
}

/**
 * Compares what npm wrote down when it last filled node_modules. File times would not do: a checkout sets them anew. An
 * optional package may be missing, as it may be meant for another platform.
 */
function areInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  /** @type {Record<string, LockedPackage>} */
  const installed = readJson(record).packages;
  /** @type {Record<string, LockedPackage>} */
  const locked = readJson(join(root, 'package-lock.json')).packages;
  return Object.entries(locked).every(([path, { version, optional, devOptional, peer }]) => {
    const present = installed[path];
    if (path === '' || (!present && (optional || devOptional || peer))) return true;
    return present?.version === version;
  });
}
