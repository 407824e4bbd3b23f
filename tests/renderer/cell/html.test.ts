import { describe, expect, test } from 'vitest';
import { encodeText } from '../../fixtures/documents/encoded-text.ts';
import { documentOf, problemOf, textsOf } from './source-file.ts';

const texts: [name: string, html: string, expected: string[]][] = [
  ['paragraphs and white space', '<p>一\n   二 three  four</p><p> </p>五', ['一二 three four', '五']],
  ['breaks', '<p>一<br>二<br/> 三</p>', ['一\n二\n三']],
  ['text that is preformatted', '<pre>一\n  二</pre>', ['一\n  二']],
  [
    'what is not shown',
    '<head><title>题</title></head><script>x</script><style>y</style><nav>导航</nav><template>z</template><noscript>n</noscript><p>文</p>',
    ['文'],
  ],
  [
    'hidden elements',
    '<p hidden>一</p><p style="color:red; display : none">二</p><p style="mso-hide:all">三</p><p>四</p>',
    ['四'],
  ],
  ['links and pictures', '<p><a href="javascript:alert(1)">链</a><img src=x onerror=alert(1) alt=图>接</p>', ['链接']],
  ['entities', '<p>&lt;b&gt;&nbsp;&amp;&#x4e00;</p>', ['<b>\u00a0&一']],
  ['numbered lists', '<ol start=3><li>甲<li value=7>乙<li>丙</ol>', ['3. 甲', '7. 乙', '8. 丙']],
  [
    'kinds of numbers',
    '<ol type=a><li>甲</ol><ol type=I><li>乙</ol><ol style="list-style-type:cjk-ideographic"><li>丙</ol>',
    ['a. 甲', 'I. 乙', '一、丙'],
  ],
  ['numbers that go down', '<ol reversed><li>甲<li>乙</ol>', ['2. 甲', '1. 乙']],
  ['lists in lists', '<ul><li>甲<ol><li>乙<li>丙</ol><li>丁</ul>', ['• 甲', '1. 乙', '2. 丙', '• 丁']],
  ['lists without marks', '<ul style="list-style:none"><li>甲</ul>', ['甲']],
  ['items with paragraphs', '<ol><li><p>甲</p><p>乙</p></ol>', ['1. 甲', '乙']],
  [
    'tables',
    '<table><caption>表一</caption><thead><tr><th>项<th>数<tbody><tr><td><p>甲<p>乙<td>2</table>',
    ['表一', '项\t数', '甲 乙\t2'],
  ],
  ['tables that arrange a page', '<table><tr><td><h1>题</h1><p>文<td><p>旁</table>', ['题', '文', '旁']],
  ['tables in tables', '<table><tr><td>左<td><table><tr><td>一<td>二</table></table>', ['左', '一\t二']],
  ['badly nested elements', '<b><p>一<i>二</b>三</p>四</i>', ['一二三', '四']],
  [
    'lists of Word',
    "<p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>甲</p>",
    ['1.\u00a0甲'],
  ],
  ['readings over characters', '<p><ruby>规<rt>guī</rt></ruby>划</p>', ['规划']],
];

describe('what a person would see', () => {
  test.each(texts)('%s', async (_name, html, expected) => {
    expect(await textsOf(`<!DOCTYPE html><html>${html}</html>`)).toEqual(expected);
  });
});

test('headings, rows and what was left out are told', async () => {
  const { blocks, format, remarks } = await documentOf(
    '<html><h2>题</h2><div role=heading aria-level=3>次</div><p hidden>隐</p><img><table><tr><td>一<td>二</table>',
  );
  expect(format).toBe('html');
  expect(blocks.map(({ hint }) => hint)).toEqual([{ headingLevel: 2 }, { headingLevel: 3 }, { role: 'row' }]);
  expect([...remarks].sort()).toEqual(['hidden-text-left-out', 'pictures-left-out', 'tables-simplified']);
});

const declarations = [
  '<html><meta charset=gb2312>',
  '<html><meta http-equiv="Content-Type" content="text/html; charset=GBK">',
  '<html><meta charset="nobody-knows">',
  '<html><meta charset="utf-8">',
  '<html>',
];
test.each(declarations)('the encoding of %s', async (head) => {
  const { encoding, blocks } = await documentOf(encodeText(`${head}<p>规划背景与基础</p>`, 'gb18030'), '规划.html');
  expect(encoding?.label).toBe('gb18030');
  expect(blocks[0]?.text).toBe('规划背景与基础');
});

test('what an encoding says of itself is believed when it holds', async () => {
  const { encoding } = await documentOf(encodeText('<html><meta charset=big5><p>規劃</p>', 'big5'), 'a.html');
  expect(encoding).toMatchObject({ label: 'big5', isSure: true });
});

const names: [name: string, text: string, format: string][] = [
  ['规划.doc', '<html xmlns:w="urn:schemas-microsoft-com:office:word"><p>文</p></html>', 'html'],
  ['规划.txt', '<!-- 说明 --><!doctype html><p>文</p>', 'html'],
  ['规划.html', '<div><p>文</p></div>', 'html'],
  ['规划.html', '只是文字', 'text'],
  ['规划.txt', '<p>文</p>', 'text'],
  ['规划.md', '# 文', 'markdown'],
  ['规划.txt', '# 文', 'text'],
];
test.each(names)('%s that holds %s', async (name, text, format) => {
  expect((await documentOf(text, name)).format).toBe(format);
});

const hostile: [name: string, html: string, problem: string][] = [
  ['deep elements', `<html>${'<div>'.repeat(60_000)}文`, 'too-deep'],
  ['deep lists', `<html>${'<ul><li>'.repeat(5_000)}文`, 'too-deep'],
  [
    'marks that would be made anew for each paragraph',
    `<html><p>${Array.from({ length: 240 }, (_, index) => `<b id=${index}>`).join('')}${'<p>一'.repeat(10_000)}`,
    'too-many-parts',
  ],
  ['nothing to read', '<html><body><p></p><img src=x></body></html>', 'no-text'],
];
test.each(hostile)('%s', async (_name, html, problem) => {
  expect(await problemOf(html, 'a.html')).toBe(problem);
});

test('merged cells have their text once, and those behind and below them keep their columns', async () => {
  const { blocks } = await documentOf(
    '<table><tr><th rowspan=2>年级</th><th colspan=2>安排</th><th>备注</th></tr><tr><td>时间</td><td>主题</td><td>无</td></tr><tr><td>七</td><td>三月</td><td>爱国</td><td>-</td></tr></table>',
    '表.html',
  );
  expect(blocks.map(({ text }) => text)).toEqual(['年级\t安排\t\t备注', '\t时间\t主题\t无', '七\t三月\t爱国\t-']);
});

test('spans without measure make no more cells than a table can have', async () => {
  const { blocks } = await documentOf(
    `<table><tr><td colspan=99999999 rowspan=99999999>甲</td><td>乙</td></tr>${'<tr><td>丙</td></tr>'.repeat(3)}</table>`,
    '表.html',
  );
  expect(Math.max(...blocks.map(({ text }) => text.split('\t').length))).toBeLessThan(100);
});
