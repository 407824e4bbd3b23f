import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

type Resolve = (root: string, requested: string) => string | undefined;

const platforms = [
  { name: 'POSIX', rules: path.posix, root: '/opt/reader/renderer' },
  { name: 'Windows', rules: path.win32, root: 'C:\\reader\\renderer' },
];

const escapes: [name: string, requested: string][] = [
  ['the folder itself', '/'],
  ['an empty path', ''],
  ['a dot', '/.'],
  ['the parent', '/..'],
  ['a file of the parent', '/../main/index.cjs'],
  ['two levels up', '/../../package.json'],
  ['up and back down', '/../renderer-evil/index.html'],
  ['up from a folder', '/assets/../../main/index.cjs'],
  ['no leading slash', '../main/index.cjs'],
  ['encoded dots', '/%2e%2e/main/index.cjs'],
  ['encoded dots in capitals', '/%2E%2E/main/index.cjs'],
  ['half encoded dots', '/.%2e/main/index.cjs'],
  ['encoded slashes', '/..%2f..%2fpackage.json'],
  ['double encoded dots', '/%252e%252e/main/index.cjs'],
  ['double encoded slashes', '/..%252f..%252fpackage.json'],
  ['three times encoded', '/%25252e%25252e/main/index.cjs'],
  ['backslashes', '/..\\main\\index.cjs'],
  ['encoded backslashes', '/..%5cmain%5cindex.cjs'],
  ['overlong UTF-8', '/%c0%ae%c0%ae/main/index.cjs'],
  ['a broken escape', '/%'],
  ['a cut escape', '/%e4%bd'],
  ['a NUL', '/index.html\0.png'],
  ['an encoded NUL', '/index.html%00.png'],
  ['a drive', '/C:/Windows/win.ini'],
  ['an encoded drive', '/C%3A/Windows/win.ini'],
  ['a drive without a slash', 'c:index.html'],
  ['a network path with backslashes', '\\\\server\\share\\x'],
  ['another stream of a file', '/index.html::$DATA'],
];

describe.each(platforms)('on $name', ({ rules, root }) => {
  let resolveInside: Resolve;
  const isInside = (target: string) => {
    const inside = rules.relative(root, target);
    return inside !== '' && !rules.isAbsolute(inside) && inside.split(/[\\/]/)[0] !== '..';
  };

  beforeAll(async () => {
    vi.resetModules();
    vi.doMock('node:path', () => rules);
    ({ resolveInside } = await import('../../../src/main/resolve-inside.ts'));
  });
  afterAll(() => vi.doUnmock('node:path'));

  test.each(escapes)('refuses %s', (_name, requested) => {
    expect(resolveInside(root, requested)).toBeUndefined();
  });

  test('control: without the gate most of them would leave the folder', () => {
    const joined = escapes.map(([, requested]) => {
      try {
        return rules.join(root, decodeURIComponent(requested));
      } catch {
        return root;
      }
    });
    expect(joined.filter((target) => !isInside(target)).length).toBeGreaterThan(12);
  });

  test.each([
    ['/index.html', ['index.html']],
    ['/assets/index-1a2b.js', ['assets', 'index-1a2b.js']],
    ['//assets//a.css', ['assets', 'a.css']],
    ['/assets/../index.html', ['index.html']],
    ['/%E8%A7%84%E5%88%92/a%20b.css', ['规划', 'a b.css']],
    ['/..index.html', ['..index.html']],
    ['/etc/passwd', ['etc', 'passwd']],
  ])('%s lies in the folder', (requested, parts) => {
    expect(resolveInside(root, requested)).toBe(rules.join(root, ...parts));
  });

  test('whatever is asked for, the answer lies in the folder', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '//',
        '\\',
        '%2e',
        '%2E',
        '%2f',
        '%5c',
        '%25',
        '%00',
        '\0',
        ':',
        'C:',
        '%3A',
        '~',
      ),
      fc.constantFrom('index.html', 'assets', 'renderer', '规划', '%E8%A7%84', ' ', 'nul', '...', '$DATA', '?', '*'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    let answers = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const target = resolveInside(root, parts.join(''));
        if (target === undefined) return;
        answers += 1;
        expect(isInside(target)).toBe(true);
        expect(target).not.toMatch(/[\0%]/);
      }),
      { numRuns: 3000 },
    );
    expect(answers).toBeGreaterThan(100);
  });
});
