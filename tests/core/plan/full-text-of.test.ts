import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { likelyFullTextOf } from '#core/plan/full-text-of';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const source = read('resources/plans/jilin-145-education/source.txt');
const excerpt = planFromText('jilin-145-education', source);

/** Every line that breaks off goes on, and the headings that are missing are there. */
const longer = source
  .split('\n')
  .map((line) => (line.trim().length > 60 ? `${line}各项工作，取得新的成效。` : line))
  .join('\n')
  .replace('（二）构建产业人才', '三、服务发展\n（一）优化结构。调整专业。\n（二）构建产业人才');
/** The same headings, as plans of one year have them, over words of its own. */
const otherCity = planFromText(
  'other',
  excerpt.blocks
    .map(({ kind, text }) =>
      kind === 'heading'
        ? text
        : kind === 'title'
          ? '长春市“十四五”教育发展规划'
          : '我市坚持教育优先发展，加大投入，补齐短板，办好人民满意的教育，促进公平。'.repeat(4),
    )
    .join('\n'),
);

test.each([
  ['a longer edition', planFromText('longer', longer), true],
  ['a notice that passes it on', planFromText('longer', `关于印发《${excerpt.title}》的通知\n各校：\n${longer}`), true],
  ['the plan of another city with the same set phrases', otherCity, false],
  ['itself', excerpt, false],
  ['an empty document', planFromText('empty', ''), false],
  ['a document of the same title only', planFromText('title', `${excerpt.title}\n${'正文。'.repeat(2000)}`), false],
])('%s', (_, candidate, isLikely) => {
  expect(likelyFullTextOf(excerpt, candidate).isLikely).toBe(isLikely);
});

test('an empty excerpt is the excerpt of nothing', () => {
  expect(likelyFullTextOf(planFromText('empty', ''), excerpt).isLikely).toBe(false);
});
