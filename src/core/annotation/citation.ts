import type { PlanDocument } from '../plan/plan.ts';
import { sectionNumber } from '../plan/section-tree.ts';

/**
 * A quotation as official writing cites it: 《title》二（三）：“quote”. Line breaks between blocks become nothing, since a
 * citation is one line.
 */
export function citation(plan: PlanDocument, section: string | undefined, quote: string): string {
  const place = section === undefined ? '' : sectionNumber(plan, section);
  return `\u300a${plan.title}\u300b${place}\uff1a\u201c${nestQuotes(quote.replaceAll('\n', ''))}\u201d`;
}

/** Inside “ ” Chinese writing uses ‘ ’ (GB/T 15834—2011, 4.8.3.3). */
function nestQuotes(quote: string): string {
  return quote.replaceAll('\u201c', '\u2018').replaceAll('\u201d', '\u2019');
}
