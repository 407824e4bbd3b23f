import { expect, test } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import { citation, rangeCitation } from '#core/plan/citation';
import { codePointLength } from '#core/text/code-points';
import { bundledPlan } from '../search/bundled-plan.ts';

const title = '《吉林市“十四五”教育发展规划》';

test.each([
  { section: '2.3', quote: '深化体育教育改革。', expected: `${title}二（三）：“深化体育教育改革。”` },
  { section: '10', quote: '加快教育数字化转型升级', expected: `${title}十：“加快教育数字化转型升级”` },
  { section: undefined, quote: '教育发展规划', expected: `${title}：“教育发展规划”` },
  { section: '3.4', quote: '深化“双创”教育', expected: `${title}三（四）：“深化‘双创’教育”` },
  { section: '4.2', quote: '改革。\n完善', expected: `${title}四（二）：“改革。完善”` },
])('$quote', ({ section, quote, expected }) => {
  expect(citation(bundledPlan, section, quote)).toBe(expected);
});

/** The range of the plan from the beginning of `from` to the end of the `to` after it. */
function between(from: string, to: string) {
  const text = canonicalText(bundledPlan);
  const start = text.indexOf(from);
  const end = text.indexOf(to, start) + to.length;
  return { start: codePointLength(text.slice(0, start)), end: codePointLength(text.slice(0, end)) };
}

const texts = bundledPlan.blocks.map(({ text }) => text);
const cut = bundledPlan.blocks.findIndex((block) => block.cutOff && block.section === '2.3');
const continued = bundledPlan.blocks.findIndex(({ gapBefore }) => gapBefore);
const continuedIn = '二（一）';

test.each([
  { name: 'the example', range: between('深化体育教育改革。', '。'), expected: '二（三）：“深化体育教育改革。”' },
  {
    name: 'a passage that the source breaks off',
    range: between(texts[cut] ?? '', texts[cut] ?? ''),
    expected: `二（三）：“${texts[cut]}……”`,
  },
  {
    name: 'a passage that ends before the source breaks off',
    range: between(texts[cut] ?? '', (texts[cut] ?? '').slice(0, -1)),
    expected: `二（三）：“${(texts[cut] ?? '').slice(0, -1)}”`,
  },
  {
    name: 'a passage across missing text',
    range: between(texts[continued - 1] ?? '', texts[continued] ?? ''),
    expected: `${continuedIn}：“${texts[continued - 1]}……${texts[continued]}……”`,
  },
])('cites $name', ({ range, expected }) => {
  const quoted = expected.replace(/“(.*)”$/su, (_, words: string) => {
    return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  });
  expect(rangeCitation(bundledPlan, range)).toBe(`${title}${quoted}`);
});
