import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '#core/markdown/parse-markdown';

const markup = (source: string) => toHtml(parseMarkdown(source)).replaceAll(/>\n+/g, '>').trim();

describe('what a note can say', () => {
  test.each([
    ['two paragraphs', '第一段\n\n第二段', '<p>第一段</p><p>第二段</p>'],
    ['a line break is a line break', '第一行\n第二行', '<p>第一行<br>第二行</p>'],
    ['Windows line ends', '第一行\r\n第二行', '<p>第一行<br>第二行</p>'],
    ['emphasis and deletion', '**重点** *注意* ~~作废~~', '<p><strong>重点</strong> <em>注意</em> <del>作废</del></p>'],
    [
      'bold beside Chinese punctuation',
      '落实**“双减”**工作。**重点：**招生',
      '<p>落实<strong>“双减”</strong>工作。<strong>重点：</strong>招生</p>',
    ],
    ['headings rank below those of the page', '# 一\n\n## 二\n\n#### 四', '<h4>一</h4><h5>二</h5><h6>四</h6>'],
    ['a list', '- 甲\n- 乙', '<ul><li>甲</li><li>乙</li></ul>'],
    ['a numbered list that begins at 3', '3. 甲\n4. 乙', '<ol start="3"><li>甲</li><li>乙</li></ol>'],
    [
      'tasks',
      '- [x] 已办\n- [ ] 待办',
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> 已办</li>' +
        '<li class="task-list-item"><input type="checkbox" disabled> 待办</li></ul>',
    ],
    [
      'a table',
      '| 学校 | 人数 |\n| :-- | --: |\n| 一中 | 12 |',
      '<table><thead><tr><th align="left">学校</th><th align="right">人数</th></tr></thead>' +
        '<tbody><tr><td align="left">一中</td><td align="right">12</td></tr></tbody></table>',
    ],
    ['a quotation', '> 原文', '<blockquote><p>原文</p></blockquote>'],
    ['code', '`a < b`', '<p><code>a &#x3C; b</code></p>'],
    ['a web link', '[教育局](https://example.cn/a?b=1)', '<p><a href="https://example.cn/a?b=1">教育局</a></p>'],
    ['a mail link', '<mailto:a@example.cn>', '<p><a href="mailto:a@example.cn">mailto:a@example.cn</a></p>'],
    ['a bare address', 'https://example.cn', '<p><a href="https://example.cn">https://example.cn</a></p>'],
    [
      'a footnote',
      '见注[^1]\n\n[^1]: 注文',
      '<p>见注<sup>[1]</sup></p><section><ol><li><p>注文 </p></li></ol></section>',
    ],
  ])('%s', (_name, source, expected) => {
    expect(markup(source)).toBe(expected);
  });
});

describe('what has no form in a note is shown as it was typed', () => {
  test.each([
    ['an inline element', '前<b>中</b>后', '前<b>中</b>后'],
    ['a block element', '<div>\n内容\n</div>', '<div>\n内容\n</div>'],
    ['a comment', '<!-- 说明 -->', '<!-- 说明 -->'],
    ['an image', '![校徽](https://example.cn/a.png)', '![校徽](https://example.cn/a.png)'],
    ['an image by reference', '![校徽][a]\n\n[a]: https://example.cn/a.png', '![校徽][a]'],
    ['a definition nobody refers to', '[1]: 见教育局文件', '[1]: 见教育局文件'],
    ['a footnote nobody refers to', '[^1]: 注文', '[^1]: 注文'],
    ['a link of a kind that may run something', '[点这里](javascript:alert(1))', '点这里'],
  ])('%s', (_name, source, expected) => {
    expect(textOf(parseMarkdown(source)).trim()).toBe(expected);
  });
});

describe('limits', () => {
  test('nesting of blocks stops at 256, with everything typed still there', () => {
    const source = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- 第${depth}层\n`).join('');
    const tree = parseMarkdown(source);
    expect(depthOf(tree)).toBeLessThanOrEqual(260);
    for (let depth = 0; depth < 300; depth += 1) expect(textOf(tree)).toContain(`第${depth}层`);
  });

  test('nesting of emphasis stops at 256, with everything typed still there', () => {
    const tree = parseMarkdown(`${'*甲 **乙 '.repeat(400)}末`);
    expect(depthOf(tree)).toBeLessThanOrEqual(260);
    expect(textOf(tree).match(/甲/g)).toHaveLength(400);
  });

  test.each([
    ['longer than 50,000 characters', `**甲**\n\n${'乙'.repeat(50_000)}`],
    ['deeper than 256 block quotes', `${'> '.repeat(300)}**甲**`],
    ['more than 2,000 inline marks in a paragraph', `**甲**${'*a_ '.repeat(1200)}`],
    ['more than 10,000 list items', `**甲**\n\n${`${'- '.repeat(200)}乙\n`.repeat(60)}`],
  ])('a note %s is shown as plain text', (_name, source) => {
    const tree = parseMarkdown(source);
    expect(elementsOf(tree).filter((name) => name !== 'p' && name !== 'br')).toEqual([]);
    expect(textOf(tree)).toContain('**甲**');
  });

  test('a table that asks for more than 10,000 cells is shown as plain text', () => {
    const tree = parseMarkdown(`|${'甲|'.repeat(600)}\n|${'-|'.repeat(600)}\n${'|乙\n'.repeat(600)}`);
    expect(elementsOf(tree)).not.toContain('table');
    expect(textOf(tree).match(/乙/g)).toHaveLength(600);
  });

  test('repeating one long address cannot blow the page up', () => {
    const tree = parseMarkdown(`[a]: https://example.cn/${'u'.repeat(1900)}\n\n${'[a] [a] [a]\n\n'.repeat(1500)}`);
    expect(toHtml(tree).length).toBeLessThan(400_000);
    expect(elementsOf(tree)).toContain('a');
  });
});

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function elementsOf(node: Nodes): string[] {
  const own = node.type === 'element' ? [node.tagName] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elementsOf)] : own;
}

function depthOf(node: Nodes): number {
  return 'children' in node ? 1 + Math.max(0, ...node.children.map(depthOf)) : 1;
}
