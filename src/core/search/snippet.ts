import { blockIndexAt, blockRanges } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';

/** A piece of a snippet; those that belong to a hit are marked. */
export interface SnippetPiece {
  text: string;
  hit: boolean;
}

/** Code points shown before the first hit, and from its beginning on. */
const before = 14;
const onwards = 42;
const ellipsis = '\u2026';

/** The text around the first of `ranges`, within its section, cut to a line or two, with all hits inside it marked. */
export function snippetOf(plan: PlanDocument, ranges: readonly TextRange[]): SnippetPiece[] {
  const [first] = ranges;
  if (first === undefined) return [];
  const spans = blockRanges(plan);
  const index = blockIndexAt(spans, first.start);
  const span = spans[index] ?? { start: 0, end: 0 };
  const characters = [...textFrom(plan, index)];
  const from = Math.max(0, first.start - span.start - before);
  const until = Math.min(characters.length, first.start - span.start + onwards);
  const marked = characters.map(() => false);
  for (const { start, end } of ranges)
    marked.fill(true, Math.max(0, start - span.start), Math.max(0, end - span.start));

  const pieces: SnippetPiece[] = [];
  for (let at = from; at < until; at += 1) {
    const hit = marked[at] ?? false;
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += characters[at];
    else pieces.push({ text: characters[at] ?? '', hit });
  }
  if (from > 0) pieces.unshift({ text: ellipsis, hit: false });
  if (until < characters.length) pieces.push({ text: ellipsis, hit: false });
  return pieces;
}

/** The block and those after it in the same section, as long as in the canonical text: a break shows as a blank or a gap. */
function textFrom(plan: PlanDocument, index: number): string {
  const section = plan.blocks[index]?.section;
  let text = '';
  for (const [at, block] of plan.blocks.entries()) {
    if (at < index) continue;
    if (block.section !== section || text.length > 2 * (before + onwards)) break;
    if (at > index) text += block.gapBefore ? ellipsis : ' ';
    text += block.text;
  }
  return text;
}
