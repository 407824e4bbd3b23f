import { sectionNumber, sectionTitle } from '#core/plan/section-tree';
import { quickName, quickQuery, quickRank } from '#core/search/quick-match';
import { codePointLength } from '#core/text/code-points';
import { writeCorpus } from './write-corpus.ts';

const headings = 2000;
const typed = ['j', 'jy', 'jyfz', 'jiaoyu', '教育', '教育fz', '深体改', '1.2', 'zzzzzz', '教育 改革', 'jiao yu gai ge'];
const rounds = 20;

/**
 * What is typed into the quick open, ranked among 2,000 headings: of each the fastest of some rounds, in milliseconds.
 *
 * @public bench.mjs loads this file at run time
 */
export function measureQuickOpen(): number[] {
  const plan = writeCorpus('corpus', 4_000_000, 147);
  const items = plan.sections.slice(0, headings).map((section) => ({
    quick: quickName(sectionTitle(plan, section, { chapter: '', section: '' }), {
      lead: codePointLength(section.ordinal),
      id: section.id,
      forms: [sectionNumber(plan, section.id), section.ordinal],
    }),
    recency: Number.POSITIVE_INFINITY,
  }));
  if (items.length < headings) throw new Error(`only ${items.length} headings`);
  return typed.map((text) => {
    const query = quickQuery(text);
    const times = Array.from({ length: rounds }, () => {
      const begun = performance.now();
      quickRank(query, items);
      return performance.now() - begun;
    });
    return Math.min(...times);
  });
}
