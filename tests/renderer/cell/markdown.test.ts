import { describe, expect, test } from 'vitest';
import { documentOf, textsOf } from './source-file.ts';

const texts: [name: string, source: string, expected: string[]][] = [
  ['headings and paragraphs', '# 题\n\n文\n\n次\n===', ['题', '文', '次']],
  ['lines of a paragraph', '一\n二  \n三', ['一\n二\n三']],
  ['marks of emphasis and links', '**重**点是[链接](javascript:alert(1))和`码`', ['重点是链接和码']],
  ['numbers as they were written', '3. 甲\n3. 乙\n\n   丙\n7) 丁', ['3. 甲', '3. 乙', '丙', '7) 丁']],
  ['points and tasks', '- 甲\n  - 乙\n- [x] 丙\n- [ ] 丁', ['• 甲', '• 乙', '☑ 丙', '☐ 丁']],
  ['tables', '| 项 | 数 |\n|--|--|\n| 甲 |  2 |\n| 乙 | |', ['项\t数', '甲\t2', '乙']],
  ['code', '```js\na\n  b\n```', ['a\n  b']],
  ['quotes', '> 一\n>\n> 二', ['一', '二']],
  ['HTML', '<div>\n<p>一</p><script>x</script>\n</div>\n\n二<br>三<b>四</b>', ['一', '二\n三四']],
  ['a head of settings', '---\ntitle: 题\n---\n文', ['文']],
  ['notes', '甲[^1]\n\n[^1]: 注\n\n乙', ['甲[1]', '乙', '[1] 注']],
  ['pictures', '![图](x.png)文', ['文']],
];

describe('what the marks mean', () => {
  test.each(texts)('%s', async (_name, source, expected) => {
    expect(await textsOf(source, '规划.md')).toEqual(expected);
  });
});

test('headings, rows and notes are told', async () => {
  const { blocks, remarks } = await documentOf('### 题\n\n| 一 |\n|--|\n\n![图](x)文[^a]\n\n[^a]: 注', '规划.md');
  expect(blocks.map(({ hint }) => hint)).toEqual([{ headingLevel: 3 }, { role: 'row' }, undefined, { role: 'note' }]);
  expect([...remarks].sort()).toEqual(['notes-at-end', 'pictures-left-out', 'tables-simplified']);
});

const hostile: [name: string, source: string][] = [
  ['deep quotes', `${'>'.repeat(3_000)}文`],
  ['deep lists', `${'- '.repeat(3_000)}文`],
  ['marks without end', '*a '.repeat(50_000)],
  ['brackets without end', '['.repeat(50_000)],
  ['a text too long to be read', `# 题\n${'文'.repeat(600_000)}`],
];
test.each(hostile)('%s are shown as they were typed', async (_name, source) => {
  const { blocks } = await documentOf(source, '规划.md');
  expect(blocks.map(({ text }) => text).join('\n')).toBe(source);
});
