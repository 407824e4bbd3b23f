import type { Selectors } from '#core/annotation/annotation';
import { blockIndexAt, blockRanges, canonicalSlice } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { numberOfPath, sectionNumber } from '#core/plan/section-tree';
import type { TextRange } from '#core/text/code-points';

/** A passage with what stands around it. */
export interface Passage {
  /** Number and heading of its section, e.g. `四（二） 稳步推进考试招生制度改革`; empty outside of sections. */
  place: string;
  before: string;
  quote: string;
  after: string;
}

/** Code points shown on either side of a passage. */
const reach = 90;
/** What is left of a line that was cut near its end says nothing. */
const scrapBefore = /^[^\n]{0,10}\n+|^\s+/u;
const scrapAfter = /\n+[^\n]{0,10}$|\s+$/u;

export function passageIn(plan: PlanDocument, range: TextRange): Passage {
  const ranges = blockRanges(plan);
  const end = ranges.at(-1)?.end ?? 0;
  const from = Math.max(0, range.start - reach);
  const to = Math.min(end, range.end + reach);
  const before = canonicalSlice(plan, { start: from, end: range.start });
  const after = canonicalSlice(plan, { start: range.end, end: to });
  return {
    place: placeOf(plan, range),
    before: from === 0 ? before : `…${before.replace(scrapBefore, '')}`,
    quote: canonicalSlice(plan, range),
    after: to === end ? after : `${after.replace(scrapAfter, '')}…`,
  };
}

/** What the note itself knows, where its text is not at hand. */
export function passageOfSelectors({ prefix, exact, suffix, sectionPath, sectionHeading }: Selectors): Passage {
  const number = numberOfPath(sectionPath);
  return {
    place: [number, sectionHeading].filter((part) => part !== '').join(' '),
    before: prefix === '' ? '' : `…${prefix}`,
    quote: exact,
    after: suffix === '' ? '' : `${suffix}…`,
  };
}

function placeOf(plan: PlanDocument, range: TextRange): string {
  const id = plan.blocks[blockIndexAt(blockRanges(plan), range.start)]?.section;
  const section = plan.sections.find((other) => other.id === id);
  if (section === undefined) return '';
  return [sectionNumber(plan, section.id), section.heading].filter((part) => part).join(' ');
}
