import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { quoteHeaderText, readHeaderValue } from '#core/annotation/note-header-value';

/** What the YAML library makes of a header line; `undefined` where it finds fault. */
function byLibrary(written: string): unknown {
  const document = parseDocument(`key:${written}`, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    return (document.toJS() as { key?: unknown } | null)?.key;
  } catch {
    return undefined;
  }
}

describe('a header value', () => {
  const pieces = fc.constantFrom(
    'a',
    '招',
    '1',
    ' ',
    ':',
    '#',
    '-',
    '"',
    "'",
    '\\',
    ',',
    '[',
    ']',
    '{',
    '}',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '?',
    '\t',
    '\u0085',
    '\u2028',
    '\ufeff',
    'é',
    '👩‍🏫',
    '/',
    '.',
    '~',
    '\u0001',
  );
  const line = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

  it('is what the YAML library reads, however it is read', () => {
    fc.assert(
      fc.property(line, (text) => {
        for (const written of [` ${text}`, `\n  - ${text}`, `\n  - ${text}\n  - b`]) {
          const read = readHeaderValue(written);
          if (read !== undefined) expect(read, JSON.stringify(written)).toEqual(byLibrary(written) ?? '');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is read whenever it is text for the YAML library', () => {
    fc.assert(
      fc.property(line, (text) => {
        const expected = byLibrary(` ${text}`);
        if (typeof expected === 'string' && !/[&!]|^[|>]/.test(text))
          expect(readHeaderValue(` ${text}`)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('comes back from its quotes, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readHeaderValue(` ${quoteHeaderText(text)}`)).toBe(text);
        expect(byLibrary(` ${quoteHeaderText(text)}`)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [' no', 'no'],
    [' 0123', '0123'],
    [' 2026-11-23T09:20:00+08:00', '2026-11-23T09:20:00+08:00'],
    [' ~', '~'],
    ['', ''],
    [' # nothing', ''],
    [' a # b', 'a'],
    [' a#b', 'a#b'],
    [' |-\n  a\n  b', 'a\nb'],
    [' a\n  b', 'a b'],
    [' []', []],
    ['\n  - a\n  -\n  - "b"', ['a', '', 'b']],
    ['\n- a', ['a']],
    [' [a, "b, c"]', ['a', 'b, c']],
  ])('%j is text or a list of texts', (written, expected) => {
    expect(readHeaderValue(written)).toEqual(expected);
  });

  it.each([
    ' {a: b}',
    ' [[a]]',
    '\n  - - a',
    '\n  a: b',
    ' &a b',
    ' *a',
    ' !!str a',
    ' "a',
    ' a: b',
    ' [a',
    '\n  - a\n - b',
  ])('%j is nothing that this program reads', (written) => {
    expect(readHeaderValue(written)).toBeUndefined();
  });
});
