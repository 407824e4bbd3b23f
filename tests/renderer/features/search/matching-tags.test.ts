import { expect, test } from 'vitest';
import { matchesPinyin } from '#core/search/pinyin';
import { matchingTags } from '../../../../src/renderer/features/search/matching-tags.ts';

const tags = ['招生', '待议', '民办招生', '待办', '待办', 'ABC'];

test.each([
  ['', ['待办', '招生', '待议', '民办招生', 'ABC']],
  ['招', ['招生', '民办招生']],
  ['待', ['待办', '待议']],
  ['zhaos', ['招生', '民办招生']],
  ['ａb', ['ABC']],
  ['待办', []],
  ['没有', []],
])('“%s”', (words, expected) => {
  expect(matchingTags(tags, words, matchesPinyin)).toEqual(expected);
});
