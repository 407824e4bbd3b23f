import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, type HtmlValue, html, trustedMarkup } from '#core/text/html';

const render = (value: HtmlValue) => html`${value}`.toString();

describe('html', () => {
  test.each<[name: string, value: HtmlValue, expected: string]>([
    ['text is escaped', '<b title="x">&\'`', '&lt;b title=&quot;x&quot;&gt;&amp;&#39;&#96;'],
    ['markup is kept', html`<b>${'<'}</b>`, '<b>&lt;</b>'],
    ['what a serialiser made is kept', trustedMarkup('<i>x</i>'), '<i>x</i>'],
    ['a number', 12, '12'],
    ['zero', 0, '0'],
    ['a list is joined', [html`<i>a</i>`, '<', ['b', 1]], '<i>a</i>&lt;b1'],
    ['nothing', [undefined, null, false], ''],
    ['controls become visible', 'a\u0000\u001bb\u0085', 'a\ufffd\ufffdb\ufffd'],
    ['line breaks and tabs stay', 'a\r\n\tb', 'a\r\n\tb'],
    ['lone surrogates and non-characters', '\ud800 \uffff', '\ufffd \ufffd'],
    ['characters beyond the BMP stay', '𠮷', '𠮷'],
  ])('%s', (_name, value, expected) => {
    expect(render(value)).toBe(expected);
  });

  test('an object that merely looks like markup is no markup', () => {
    const forged = JSON.parse('{"markup":"<b>"}');
    expect(() => render(forged)).toThrow();
  });

  test('escaped text can neither leave an attribute nor open a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
      }),
    );
  });
});
