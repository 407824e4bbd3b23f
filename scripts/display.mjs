import { spawn } from 'node:child_process';
import { once } from 'node:events';

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
  // the server looks for a free number itself and writes it to the fourth stream
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const failure = once(server, 'error').then(([error]) => {
    throw new Error(`No virtual screen: ${error.message}`);
  });
  const end = once(server, 'exit').then(() => {
    throw new Error('No virtual screen: Xvfb ended at once.');
  });
  const [number] = await Promise.race([once(numbers, 'data'), failure, end]);
  failure.catch(() => {});
  end.catch(() => {});
  const display = `:${String(number).trim()}`;
  process.env.DISPLAY = display;
  const stop = () => {
    server.kill();
    if (process.env.DISPLAY === display) delete process.env.DISPLAY;
  };
  process.once('exit', stop);
  server.unref();
  numbers.destroy();
  return stop;
}
