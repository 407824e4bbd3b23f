import fc from 'fast-check';
import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '#core/markdown/parse-markdown';

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

const vectors: [name: string, source: string][] = [
  ['script element', '<script>alert(1)</script>'],
  ['script element inside a paragraph', '前 <script>alert(1)</script> 后'],
  ['script element in capitals', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>'],
  ['unclosed script element', '<script src=//evil.example/x.js'],
  ['image with onerror', '<img src=x onerror=alert(1)>'],
  ['image split over lines', '<img\nsrc=x\nonerror=alert(1)>'],
  ['svg with onload', '<svg onload=alert(1)>'],
  ['svg with script', '<svg><script>alert(1)</script></svg>'],
  ['svg with a link', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
  ['math with a link', '<math><mtext><a href="javascript:alert(1)">x</a></mtext></math>'],
  ['iframe', '<iframe src="javascript:alert(1)"></iframe>'],
  ['iframe with srcdoc', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['object', '<object data="data:text/html,<script>alert(1)</script>"></object>'],
  ['embed', '<embed src="javascript:alert(1)">'],
  ['form', '<form action="https://evil.example"><button>提交</button></form>'],
  ['style element', '<style>body{display:none}</style>'],
  ['style attribute', '<p style="position:fixed;inset:0">x</p>'],
  ['link to a style sheet', '<link rel=stylesheet href=//evil.example/x.css>'],
  ['meta refresh', '<meta http-equiv=refresh content="0;url=https://evil.example">'],
  ['base', '<base href="https://evil.example/">'],
  ['template', '<template><img src=x onerror=alert(1)></template>'],
  ['details with ontoggle', '<details open ontoggle=alert(1)>x</details>'],
  ['video with a source', '<video><source onerror=alert(1)></video>'],
  ['comment that hides markup', '<!--><img src=x onerror=alert(1)>-->'],
  ['CDATA', '<![CDATA[<img src=x onerror=alert(1)>]]>'],
  ['processing instruction', '<?php echo 1 ?>'],
  ['doctype', '<!DOCTYPE html>'],
  ['javascript link', '[x](javascript:alert(1))'],
  ['javascript link in capitals', '[x](JaVaScRiPt:alert(1))'],
  ['javascript link with a tab', '[x](<java\tscript:alert(1)>)'],
  ['javascript link with a leading control', '[x](<\u0001javascript:alert(1)>)'],
  ['javascript link with a colon entity', '[x](javascript&colon;alert(1))'],
  ['javascript link with numeric entities', '[x](&#106;&#97;vascript:alert(1))'],
  ['javascript link with hexadecimal entities', '[x](&#x6A;avascript:alert(1))'],
  ['javascript link with a newline entity', '[x](java&NewLine;script:alert(1))'],
  ['javascript link, percent-encoded', '[x](javascript%3Aalert(1))'],
  ['javascript link by reference', '[x][y]\n\n[y]: javascript:alert(1)'],
  ['javascript autolink', '<javascript:alert(1)>'],
  ['vbscript link', '[x](vbscript:msgbox(1))'],
  ['data link', '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)'],
  ['data autolink', '<data:text/html,x>'],
  ['file link', '[x](file:///etc/passwd)'],
  ['file autolink', '<file:///C:/Windows>'],
  ['app link', '[x](app://reader/index.html)'],
  ['blob link', '[x](blob:https://example.cn/1)'],
  ['protocol-relative link', '[x](//evil.example/)'],
  ['path link', '[x](/etc/passwd)'],
  ['fragment link', '[x](#top)'],
  ['UNC path', '[x](\\\\evil\\share)'],
  ['link with a title that closes the attribute', '[x](https://example.cn "a\\" onmouseover=\\"alert(1)")'],
  ['link that closes the attribute', '[x](<https://example.cn/"onmouseover="alert(1)>)'],
  ['link in angle brackets with markup', '[x](<https://example.cn/><script>alert(1)</script>>)'],
  ['image', '![x](https://evil.example/pixel.png)'],
  ['image with javascript', '![x](javascript:alert(1))'],
  ['image by reference', '![x][y]\n\n[y]: https://evil.example/pixel.png'],
  ['image whose text closes the attribute', '!["onerror="alert(1)](x)'],
  ['image inside a link', '[![x](https://evil.example/a.png)](javascript:alert(1))'],
  ['language of a code fence', '```js" onload="alert(1)\nx\n```'],
  ['language of a code fence with a class', '```"><script>alert(1)</script>\nx\n```'],
  ['information of a code fence', '```js {onload=alert(1)}\nx\n```'],
  ['markup in code', '`<script>alert(1)</script>`'],
  ['indented code', '    <script>alert(1)</script>'],
  ['footnote with a hostile name', 'x[^"><img/src/onerror=alert(1)>]\n\n[^"><img/src/onerror=alert(1)>]: y'],
  ['footnote that takes an id of the page', 'x[^root]\n\n[^root]: y'],
  ['footnote with a script', 'x[^1]\n\n[^1]: <script>alert(1)</script>'],
  ['table with markup', '| a |\n|---|\n| <img src=x onerror=alert(1)> |'],
  ['table alignment', '| a |\n|:-:|\n| b |'],
  ['task with markup', '- [x] <img src=x onerror=alert(1)>'],
  ['heading with attributes', '# x {#id .class onclick=alert(1)}'],
  ['escaped markup', '\\<script>alert(1)\\</script>'],
  ['entities that make markup', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['NUL inside a tag', '<scr\u0000ipt>alert(1)</scr\u0000ipt>'],
  ['lone surrogates', '\ud800<script>\udc00'],
  ['autolink with a quotation mark', '<https://example.cn/"onmouseover="alert(1)>'],
  ['bare address with markup', 'https://example.cn/<script>alert(1)</script>'],
  ['bare mail address with markup', 'a@example.cn<img src=x onerror=alert(1)>'],
];

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
