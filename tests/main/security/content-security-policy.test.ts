import { describe, expect, test } from 'vitest';
import { readerPolicy, reportPolicy } from '../../../src/main/content-security-policy.ts';

function directives(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe('what the window may load', () => {
  const { 'style-src': styles, ...others } = directives(readerPolicy);

  test('is exactly this', () => {
    expect(others).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'frame-src': ['app://report'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  test('its styles are its own files and one constant style', () => {
    expect(styles).toEqual(["'self'", expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/)]);
  });
});

test('a report loads styles and fonts of the reader and nothing else', () => {
  expect(directives(reportPolicy)).toEqual({
    'default-src': ["'none'"],
    'style-src': ['app://reader'],
    'font-src': ['app://reader'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ['app://reader'],
  });
});

test.each([readerPolicy, reportPolicy])('nothing is unsafe and nothing comes from elsewhere: %s', (policy) => {
  expect(policy).not.toMatch(/unsafe|\*|https?:|wss?:|file:|'strict-dynamic'|'nonce-/);
});
