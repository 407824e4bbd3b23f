import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The absolute path of `requested` below `root`, or `undefined` when it would lie outside: the one gate for every path that
 * comes from a URL. `requested` is percent-encoded, as in a URL; it is decoded once, and what is still encoded then
 * (double encoding), a NUL, a backslash or a colon (on Windows: drives and streams) is refused.
 */
export function resolveInside(root: string, requested: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requested);
  } catch {
    return undefined;
  }
  if (/[\0\\%:]/.test(decoded)) return undefined;
  const base = resolve(root);
  const target = resolve(base, decoded.replace(/^\/+/, ''));
  const inside = relative(base, target);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return target;
}
