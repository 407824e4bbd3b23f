import { blockIndexAt, blockRanges } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import type { TextRange } from '../text/code-points.ts';

/** A piece of text in a list of results; those that belong to a hit are marked. */
export interface SnippetPiece {
  text: string;
  hit: boolean;
}

/** What a list of results shows of a section. */
export interface Excerpt {
  /** The heading without its ordinal; empty where the source has none. */
  heading: SnippetPiece[];
  /** A line or two around the first hit in the body; the beginning of the body where all hits are in the heading. */
  body: SnippetPiece[];
}

/** Code points shown before the first hit, and from its beginning on. */
const before = 14;
const onwards = 42;
const ellipsis = '\u2026';

/** The parts of a section, or of the text before the first heading, in which `ranges` are. */
export function excerptOf(plan: PlanDocument, section: string | undefined, ranges: readonly TextRange[]): Excerpt {
  const found = plan.sections.find(({ id }) => id === section);
  const spans = blockRanges(plan);
  const heading = found?.headingBlock;
  const inBody = heading === undefined ? ranges : ranges.filter(({ end }) => end > (spans[heading]?.end ?? 0) + 1);
  const [first] = inBody;
  const start = heading === undefined ? 0 : (spans[heading]?.end ?? 0) + 1;
  const firstBlock = first ? blockIndexAt(spans, Math.max(first.start, start)) : found?.bodyBlocks[0];
  return {
    heading:
      found?.heading === undefined || heading === undefined ? [] : headingPieces(plan, heading, found.heading, ranges),
    body: firstBlock === undefined ? [] : windowPieces(plan, firstBlock, first?.start ?? 0, inBody),
  };
}

function headingPieces(plan: PlanDocument, block: number, heading: string, ranges: readonly TextRange[]) {
  const text = plan.blocks[block]?.text ?? '';
  const at = Math.max(text.indexOf(heading), 0);
  const skipped = [...text.slice(0, at)].length;
  const start = (blockRanges(plan)[block]?.start ?? 0) + skipped;
  return pieces([...heading], start, ranges);
}

function windowPieces(plan: PlanDocument, block: number, firstHit: number, ranges: readonly TextRange[]) {
  const { start } = blockRanges(plan)[block] ?? { start: 0 };
  const characters = [...textFrom(plan, block)];
  const hit = Math.max(firstHit - start, 0);
  const from = Math.max(0, hit - before);
  const until = Math.min(characters.length, hit + onwards);
  const shown = pieces(characters.slice(from, until), start + from, ranges);
  if (from > 0) shown.unshift({ text: ellipsis, hit: false });
  if (until < characters.length) shown.push({ text: ellipsis, hit: false });
  return shown;
}

/** `characters`, the first of which is code point `start` of the canonical text, cut where hits begin and end. */
function pieces(characters: readonly string[], start: number, ranges: readonly TextRange[]): SnippetPiece[] {
  const marked = characters.map(() => false);
  for (const range of ranges) marked.fill(true, Math.max(0, range.start - start), Math.max(0, range.end - start));
  const cut: SnippetPiece[] = [];
  for (const [at, character] of characters.entries()) {
    const hit = marked[at] ?? false;
    const last = cut.at(-1);
    if (last?.hit === hit) last.text += character;
    else cut.push({ text: character, hit });
  }
  return cut;
}

/** The block and those after it in the same section, as long as in the canonical text: a break shows as a blank or a gap. */
function textFrom(plan: PlanDocument, index: number): string {
  const [first, ...rest] = plan.blocks.slice(index, index + before + onwards);
  let text = first?.text ?? '';
  for (const block of rest) {
    if (block.section !== first?.section) break;
    text += (block.gapBefore ? ellipsis : ' ') + block.text;
  }
  return text;
}
