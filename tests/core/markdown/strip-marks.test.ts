import { expect, test } from 'vitest';
import { stripMarks } from '#core/markdown/strip-marks';

test.each([
  ['向教育局**报备**名额', '向教育局报备名额'],
  ['# 会议\n\n> 引文', '会议\n\n引文'],
  ['- [ ] 报备\n  - [x] 公示\n1. 一\n2) 二', '报备\n公示\n一\n二'],
  ['见[通知](https://example.org/a)和![图](b.png)', '见通知和图'],
  ['~~作废~~ `代码` _强调_', '作废 代码 强调'],
  ['file_name_one', 'file_name_one'],
  ['没有标记', '没有标记'],
  ['-不是列表', '-不是列表'],
  ['', ''],
])('%s', (source, expected) => {
  expect(stripMarks(source)).toBe(expected);
});

test('hostile lines come to an end', () => {
  for (const source of ['['.repeat(100_000), '> '.repeat(100_000), '*'.repeat(100_000), '_a'.repeat(100_000)]) {
    expect(stripMarks(source).length).toBeLessThanOrEqual(source.length);
  }
});
