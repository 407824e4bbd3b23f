import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Whether a window can be opened. Windows and macOS always have a screen. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * Sees to a screen for this process and its children: where there is none, a virtual one that ends with this process.
 *
 * @returns {Promise<() => void>} takes the virtual screen away
 */
export async function provideDisplay() {
  if (hasDisplay()) return () => {};
  const { server, display } = await startVirtualScreen();
  process.env.DISPLAY = display;
  const stop = () => {
    server.kill();
    if (process.env.DISPLAY === display) delete process.env.DISPLAY;
  };
  process.once('exit', stop);
  server.unref();
  return stop;
}

/**
 * Takes the first number that is free, by the server's own lock: left to choose by itself, the server takes none.
 */
async function startVirtualScreen() {
  const first = 100 + (process.pid % 10_000);
  for (let number = first; number < first + 50; number += 1) {
    const display = `:${number}`;
    const flags = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', [display, ...flags], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    // it writes its number to the fourth stream and closes that, once clients may come
    const readiness = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    const [answer] = await Promise.all([text(readiness), once(server, 'spawn')]);
    if (answer !== '') return { server, display };
  }
  throw new Error('There is no display, and Xvfb does not start.');
}
