import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './command.mjs';

/**
 * @typedef {object} Requirement
 * @property {{ library: string } | { program: string }} sign by which to see that it is there
 * @property {'window' | 'tests'} purpose
 * @property {readonly string[]} apt names of the package, newest first
 * @property {string} dnf
 * @property {string} pacman
 */

/**
 * What Electron and the tests want of a Linux system. Names of packages differ between distributions, and Debian 13 and
 * Ubuntu 24.04 renamed some (…t64): the first name that the distribution knows is taken.
 *
 * @type {readonly Requirement[]}
 */
const requirements = [
  {
    sign: { library: 'libgtk-3.so.0' },
    purpose: 'window',
    apt: ['libgtk-3-0t64', 'libgtk-3-0'],
    dnf: 'gtk3',
    pacman: 'gtk3',
  },
  { sign: { library: 'libnss3.so' }, purpose: 'window', apt: ['libnss3'], dnf: 'nss', pacman: 'nss' },
  { sign: { library: 'libgbm.so.1' }, purpose: 'window', apt: ['libgbm1'], dnf: 'mesa-libgbm', pacman: 'mesa' },
  {
    sign: { library: 'libasound.so.2' },
    purpose: 'window',
    apt: ['libasound2t64', 'libasound2'],
    dnf: 'alsa-lib',
    pacman: 'alsa-lib',
  },
  {
    sign: { program: 'Xvfb' },
    purpose: 'tests',
    apt: ['xvfb'],
    dnf: 'xorg-x11-server-Xvfb',
    pacman: 'xorg-server-xvfb',
  },
  { sign: { program: 'pdftotext' }, purpose: 'tests', apt: ['poppler-utils'], dnf: 'poppler-utils', pacman: 'poppler' },
  { sign: { program: 'syncthing' }, purpose: 'tests', apt: ['syncthing'], dnf: 'syncthing', pacman: 'syncthing' },
];

/**
 * Sees to the system packages. As root on Debian and its relatives they are installed; everyone else is told the one
 * command, by an error.
 *
 * @param {'window' | 'tests'} purpose `tests` is `window` and more
 */
export async function provideSystemPackages(purpose) {
  if (process.platform !== 'linux') return;
  const missing = await missingRequirements(purpose);
  if (missing.length === 0) return;
  const signs = missing.map(({ sign }) => ('library' in sign ? sign.library : sign.program)).join(', ');
  if (process.getuid?.() !== 0 || !isProgram('apt-get')) {
    throw new Error(
      `The system lacks ${signs}. Install it with this command, then start again:\n  ${await hint(missing)}`,
    );
  }
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { environment, quiet: true });
  const packages = await aptPackages(missing);
  console.log(`The system lacks ${signs}: installing ${packages.join(' ')} with apt-get …`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { code, output } = await run('apt-get', install, { environment, quiet: true });
  if (code !== 0 || (await missingRequirements(purpose)).length > 0) {
    throw new Error(`apt-get ${install.join(' ')} did not succeed:\n${update.output}${output}`);
  }
}

/**
 * Shared libraries that a program needs and the system does not have.
 *
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const { output } = await run('ldd', [executable], { quiet: true });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library ?? '');
}

/** @param {'window' | 'tests'} purpose */
async function missingRequirements(purpose) {
  const libraries = await knownLibraries();
  return requirements.filter((requirement) => {
    if (requirement.purpose === 'tests' && purpose === 'window') return false;
    const { sign } = requirement;
    return 'library' in sign ? !libraries.includes(sign.library) : !isProgram(sign.program);
  });
}

/** The linker's list; a system without `ldconfig` answers with an empty one and is told what to install. */
async function knownLibraries() {
  const ldconfig = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  const { output } = await run(ldconfig, ['-p'], { quiet: true });
  return [...output.matchAll(/^\s*(\S+) \(/gm)].map(([, library]) => library ?? '');
}

/** @param {string} name */
function isProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {readonly Requirement[]} missing */
async function aptPackages(missing) {
  return Promise.all(
    missing.map(async ({ apt }) => {
      for (const name of apt) {
        const { output } = await run('apt-cache', ['policy', name], { quiet: true, environment: { LC_ALL: 'C' } });
        if (/Candidate: (?!\(none\))/.test(output)) return name;
      }
      return apt.at(-1) ?? '';
    }),
  );
}

/** @param {readonly Requirement[]} missing */
async function hint(missing) {
  if (isProgram('dnf')) return `sudo dnf install ${missing.map(({ dnf }) => dnf).join(' ')}`;
  if (isProgram('pacman')) return `sudo pacman -S --needed ${missing.map(({ pacman }) => pacman).join(' ')}`;
  const packages = await aptPackages(missing);
  return `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await provideSystemPackages('tests');
