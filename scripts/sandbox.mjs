import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';

/**
 * Flags without which an unpacked Electron refuses to start here: Chromium's sandbox does not run for root, and needs
 * either unprivileged user namespaces or a helper that belongs to root, which only an installed package can bring.
 *
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function sandboxFlags(executable) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0) return [];
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], { quiet: true });
  if (code === 0) return [];
  console.log('This system forbids user namespaces: the development build runs without the sandbox.');
  return ['--no-sandbox'];
}
