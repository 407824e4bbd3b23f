import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { missingLibraries } from './system-packages.mjs';

/**
 * The version of an unpacked Electron: as its `version` file states, else as the program itself says.
 *
 * @param {string} folder
 * @param {string} executable
 */
export async function versionOf(folder, executable) {
  const stated = readVersion(folder);
  if (stated) return stated;
  const { code, output } = await run(executable, ['-p', 'process.versions.electron'], {
    quiet: true,
    environment: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const version = output.trim();
  if (code === 0 && /^\d+\.\d+\.\d+$/.test(version)) return version;
  const libraries = await missingLibraries(executable);
  const reason = libraries.length > 0 ? `the system lacks ${libraries.join(', ')}` : version;
  throw new Error(`${executable} does not run: ${reason}`);
}

/** Where the program lies inside an unpacked Electron. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
export function readVersion(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}
