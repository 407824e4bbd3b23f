import { expect, test } from 'vitest';
import { scopedQuery, withPrefix } from '../../../src/renderer/store/scoped-query.ts';

test.each([
  ['督导', 'everything', '督导'],
  ['批注:督导', 'notes', '督导'],
  ['批注：督导', 'notes', '督导'],
  [' 标签 : 待 办', 'tags', '待 办'],
  ['标签:', 'tags', ''],
  ['#待办', 'tags', '待办'],
  [' ＃ 待办', 'tags', '待办'],
  ['#', 'tags', ''],
  ['第#待办', 'everything', '第#待办'],
  ['批注:#待办', 'notes', '#待办'],
  ['批注督导', 'everything', '批注督导'],
  ['督导批注:', 'everything', '督导批注:'],
  ['“批注：', 'everything', '“批注：'],
  ['批注:标签:待办', 'notes', '标签:待办'],
  ['', 'everything', ''],
])('%s', (query, within, words) => {
  expect(scopedQuery(query)).toEqual({ within, words });
});

test('a prefix that is put before words is taken off again', () => {
  expect(scopedQuery(withPrefix('tags', '待办'))).toEqual({ within: 'tags', words: '待办' });
});
