import type { TextRange } from '../text/code-points.ts';
import { blockIndexAt, blockRanges, canonicalSlice } from './canonical-text.ts';
import type { PlanDocument } from './plan.ts';
import { sectionNumber } from './section-tree.ts';

/** How Chinese writing marks what is left out of a quotation (GB/T 15834—2011, 4.11.3). */
const omission = '……';

/** A passage as official writing cites it, with its section: 《title》二（三）：“quote”. */
export function citation(plan: PlanDocument, section: string | undefined, quote: string): string {
  return formatCitation({ title: plan.title, place: section === undefined ? '' : sectionNumber(plan, section), quote });
}

/**
 * The citation of the passage `range` (code points of the canonical text). Where the source breaks off at the end of a
 * block, or lacks text between two, the quotation says so with ……: nobody is to take an excerpt for the whole sentence.
 */
export function rangeCitation(plan: PlanDocument, range: TextRange): string {
  const ranges = blockRanges(plan);
  const first = blockIndexAt(ranges, range.start);
  let quote = '';
  const omit = () => {
    if (quote !== '' && !quote.endsWith('…')) quote += omission;
  };
  for (let index = first; index < ranges.length; index += 1) {
    const block = ranges[index];
    if (block === undefined || block.start >= range.end) break;
    const end = Math.min(block.end, range.end);
    if (plan.blocks[index]?.gapBefore) omit();
    quote += canonicalSlice(plan, { start: Math.max(block.start, range.start), end });
    if (plan.blocks[index]?.cutOff && end === block.end) omit();
  }
  return citation(plan, plan.blocks[first]?.section, quote);
}

/**
 * Line breaks between blocks become nothing, since a citation is one line; inside “ ” Chinese writing uses ‘ ’
 * (GB/T 15834—2011). `place`: the number of the section, such as 二（三）, or nothing.
 */
export function formatCitation({ title, place, quote }: { title: string; place: string; quote: string }): string {
  const words = quote.replaceAll('\n', '').replaceAll('“', '‘').replaceAll('”', '’');
  return `《${title}》${place}：“${words}”`;
}
