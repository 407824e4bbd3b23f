import fc from 'fast-check';
import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '#core/markdown/parse-markdown';
import { hostileMarkdown as vectors } from '../../fixtures/hostile/markdown-vectors.ts';

/** Written out here once more, so that loosening the list in the program fails a test. */
const allowed: Record<string, Record<string, RegExp>> = {
  ...Object.fromEntries(
    'p br hr blockquote pre code strong em del sup h4 h5 h6 table thead tbody tr section'
      .split(' ')
      .map((name) => [name, {}]),
  ),
  a: { href: /^(?:https?:\/\/|mailto:)/i },
  ul: { className: /^contains-task-list$/ },
  ol: { className: /^contains-task-list$/, start: /^\d+$/ },
  li: { className: /^task-list-item$/ },
  input: { type: /^checkbox$/, disabled: /^true$/, checked: /^true|false$/ },
  th: { align: /^left|center|right$/ },
  td: { align: /^left|center|right$/ },
};

/** Every element and attribute of the tree that is not on the list. */
function offences(node: Nodes): string[] {
  if (node.type === 'text') return [];
  if (node.type !== 'root' && node.type !== 'element') return [node.type];
  const own: string[] = [];
  if (node.type === 'element') {
    const attributes = allowed[node.tagName];
    if (attributes === undefined) own.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (!attributes?.[name]?.test(String(value))) own.push(`<${node.tagName} ${name}="${String(value)}">`);
    }
  }
  return [...own, ...node.children.flatMap(offences)];
}

describe('hostile Markdown yields nothing outside the allow-list', () => {
  test.each(vectors)('%s', (_name, source) => {
    const tree = parseMarkdown(source);
    expect(offences(tree)).toEqual([]);
    expect(toHtml(tree)).not.toMatch(/<(?:script|img|svg|iframe|style|object|embed|form|link|meta|base)\b/i);
  });

  test('control: without the allow-list the same vectors do offend', () => {
    const offending = vectors.filter(([, source]) => offences(toHast(fromMarkdown(source)) as Nodes).length > 0);
    expect(offending.length).toBeGreaterThan(15);
  });
});

const fragment = fc.oneof(
  fc.constantFrom(...vectors.map(([, source]) => source)),
  fc.constantFrom(
    '>',
    '- ',
    '1. ',
    '#',
    '`',
    '```',
    '*',
    '**',
    '_',
    '~~',
    '[',
    '](',
    ')',
    '![',
    '[^1]',
    '[^1]: ',
    '|',
    '\n',
    '\n\n',
  ),
  fc.constantFrom(
    '\t',
    '    ',
    '<',
    '</',
    '&',
    '&#x',
    '\\',
    '\u0000',
    '\ufeff',
    '---',
    '===',
    'www.',
    'https://',
    '@',
    '校',
  ),
  fc.string({ unit: 'binary' }),
);

describe('any input', () => {
  test('is read without an exception and yields nothing outside the allow-list', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        expect(offences(parseMarkdown(fragments.join('')))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('repeated up to the length limit is read without an exception', () => {
    fc.assert(
      fc.property(fragment, fc.integer({ min: 100, max: 20_000 }), (unit, length) => {
        const source = unit.repeat(Math.ceil(length / Math.max(1, unit.length)));
        expect(offences(parseMarkdown(source))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps every Chinese character of prose', () => {
    const words = fc.stringMatching(/^[一-龥，。：“”（）]{1,12}$/);
    const prose = fc.array(fc.oneof(words, fc.constantFrom('\n', '\n\n', '- ', '> ', '**', '# ', '1. ', '|', '<b>')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(prose, (parts) => {
        const source = parts.join('');
        const han = (text: string) => [...text].filter((character) => /\p{Script=Han}/u.test(character)).join('');
        expect(han(toText(parseMarkdown(source)))).toBe(han(source));
      }),
      { numRuns: 800 },
    );
  });
});

function toText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(toText).join('') : '';
}
