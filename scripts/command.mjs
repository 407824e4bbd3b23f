import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 for a command ended by a signal, 127 for one that could not be started
 * @property {string} output what it wrote on both streams, in the order of arrival; empty when shown live
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] working folder, the project's root unless told
 * @property {Record<string, string | undefined>} [environment] added to the present one; `undefined` removes a variable
 * @property {boolean} [quiet] collect the output instead of showing it
 * @property {number} [timeLimit] milliseconds after which the command is killed
 */

/**
 * Runs a command to its end. Never throws for an exit code: the caller decides what a failure means.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, parameters, { cwd = root, environment = {}, quiet = false, timeLimit } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...(timeLimit === undefined ? {} : { timeout: timeLimit, killSignal: 'SIGKILL' }),
    });
    let output = '';
    const collect = (/** @type {string} */ text) => {
      output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    let isInterrupted = false;
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      isInterrupted = true;
      child.kill(signal);
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const finish = (/** @type {number} */ code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      // whoever stops the command means the whole job, not its next step
      if (isInterrupted) process.exit(130);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      collect(`${error.message}\n`);
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Runs a Node script with the Node that runs this one.
 *
 * @param {string} script path, absolute or relative to the project's root
 * @param {readonly string[]} [parameters]
 * @param {RunOptions} [options]
 */
export function runNode(script, parameters = [], options = {}) {
  return run(process.execPath, [script, ...parameters], options);
}

/**
 * Runs npm: the one that started this script, or the one on the PATH.
 *
 * @param {readonly string[]} parameters
 * @param {RunOptions} [options]
 */
export function runNpm(parameters, options = {}) {
  const npm = process.env.npm_execpath ?? '';
  if (basename(npm) === 'npm-cli.js') return runNode(npm, parameters, options);
  if (process.platform === 'win32') return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...parameters], options);
  return run('npm', parameters, options);
}

/**
 * The script behind a command that an installed package brings: the same on every platform, unlike `node_modules/.bin`.
 *
 * @param {string} packageName
 * @param {string} [command] the package's own name unless told
 */
export function packageCommand(packageName, command = basename(packageName)) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** @param {string} file */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
