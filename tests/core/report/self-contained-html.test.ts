import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { selfContainedHtml } from '#core/report/self-contained-html';

const css = `@font-face{font-family:'Noto';src:url(./noto.woff2)format("woff2")}@import './x.css';/* <b> */body{margin:0}`;
const page = (body = '') =>
  `<!doctype html><html><head><title>题</title>\n<link rel="stylesheet" href="app://reader/x.css">\n</head><body>${body}</body></html>`;

describe('the page of a report as one file', () => {
  const html = selfContainedHtml(page(), { css, layout: 'official' });

  test('needs nothing else, and may not', () => {
    expect(html).not.toMatch(/url\(|@import|@font-face|<link|<script|app:|https?:/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).toContain('body{margin:0}');
    expect(html).toContain("--serif: 'Noto Serif SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif;");
  });

  test('is printed on the sheet of its layout, and fits a phone', () => {
    expect(html).toContain('@page { size: A4; margin: 37mm 26mm 35mm 28mm; }');
    expect(selfContainedHtml(page(), { css, layout: 'table' })).toContain('size: A4 landscape');
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  });

  test('leaves alone what a note says, even if it looks like the link', () => {
    const told = '&lt;link rel="stylesheet" href="x"&gt; $& $1';
    const whole = selfContainedHtml(page(told), { css, layout: 'plain' });
    expect(whole).toContain(told);
    expect(parse(whole).childNodes).toHaveLength(2);
  });

  test('does not take a style sheet that ends its element', () => {
    expect(() => selfContainedHtml(page(), { css: 'p{}</style>', layout: 'plain' })).toThrow('style sheet');
  });
});
