import { run, runNode } from './command.mjs';

/** Whether a window can be opened. Windows and macOS always have a screen. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * Runs a Node script on the screen, or where there is none on a virtual one.
 *
 * @param {string} script
 * @param {readonly string[]} parameters
 * @param {import('./command.mjs').RunOptions} [options]
 */
export function runNodeOnScreen(script, parameters, options = {}) {
  if (hasDisplay()) return runNode(script, parameters, options);
  const server = ['-a', '-s', '-screen 0 1920x1200x24'];
  return run('xvfb-run', [...server, process.execPath, script, ...parameters], options);
}
