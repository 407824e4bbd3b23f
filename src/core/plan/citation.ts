import type { PlanDocument } from './plan.ts';
import { sectionNumber } from './section-tree.ts';

/**
 * A quotation as official writing cites it: 《title》二（三）：“quote”. Line breaks between blocks become nothing, since a
 * citation is one line; inside “ ” Chinese writing uses ‘ ’ (GB/T 15834—2011).
 */
export function citation(plan: PlanDocument, section: string | undefined, quote: string): string {
  const place = section === undefined ? '' : sectionNumber(plan, section);
  const words = quote.replaceAll('\n', '').replaceAll('“', '‘').replaceAll('”', '’');
  return `《${plan.title}》${place}：“${words}”`;
}
