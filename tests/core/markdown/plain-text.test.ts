import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '#core/markdown/plain-text';

test.each([
  ['先核对。', '先核对。'],
  ['第一行\n第二行\n\n另一段', '第一行 第二行 另一段'],
  ['**加强**管理，见[文件](https://example.org)', '加强管理，见文件'],
  ['# 标题\n> 引文', '标题 引文'],
  ['- 教务处\n- 总务处', '• 教务处 • 总务处'],
  ['- [x] 公示\n- [ ] 核对', '☑ 公示 ☐ 核对'],
  ['说明\n\n1. 甲\n2. 乙', '说明 • 甲 • 乙'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%j in one line', (source, line) => {
  expect(plainText(source)).toBe(line);
});

test('nothing that is typed makes it fail, and it is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (source) => {
      expect(plainText(source)).not.toMatch(/[\r\n]/);
    }),
  );
});
