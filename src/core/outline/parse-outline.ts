import type { PlanBlock, PlanDiagnostic, PlanDocument, PlanSection } from '../plan/plan.ts';
import { codePointLength } from '../text/code-points.ts';
import { findCutLines } from './cut-lines.ts';
import { findHeadings, type Piece } from './find-headings.ts';
import { type Placement, placeHeadings } from './place-headings.ts';
import { type TextBlock, withoutLayout } from './text-block.ts';

/** Longest title line in code points. */
const longestTitle = 60;
const sentenceMark = /[。；！？…]$/u;

/** The plan that an imported document is. Never throws; what is odd about the document is in `diagnostics`. */
export function planFromBlocks(id: string, textBlocks: readonly TextBlock[]): PlanDocument {
  const lines = withoutLayout(textBlocks);
  const pieces = withoutTitleHeading(findHeadings(lines));
  const placement = placeHeadings(pieces.flatMap((piece) => piece.heading ?? []));
  const title = titleOf(pieces);
  const blocks = markCuts(blocksOf(pieces, placement, title !== undefined), pieces, lines);
  return {
    schema: 'plan/1',
    id,
    title: title ?? fallbackTitle(lines) ?? id,
    blocks,
    sections: sectionsOf(pieces, placement, blocks),
    diagnostics: [...outlineDiagnostics(pieces, placement), ...blockDiagnostics(blocks)],
  };
}

/** A first line that is neither a heading nor a sentence. */
function titleOf([first]: readonly Piece[]): string | undefined {
  return first && !first.heading && looksLikeTitle(first.text) ? first.text : undefined;
}

function looksLikeTitle(text: string): boolean {
  return !sentenceMark.test(text) && codePointLength(text) <= longestTitle;
}

/**
 * Word processors and Markdown mark the title as a heading like any other. It is one only if others stand on its level;
 * the title itself has no section.
 */
function withoutTitleHeading(pieces: Piece[]): Piece[] {
  const [first, ...others] = pieces;
  if (!first?.heading || first.heading.numbered || !looksLikeTitle(first.text)) return pieces;
  const level = first.heading.hintedLevel;
  if (others.some(({ heading }) => heading?.hintedLevel === level)) return pieces;
  return [{ text: first.text, line: first.line }, ...others];
}

function fallbackTitle([first]: readonly TextBlock[]): string | undefined {
  return first && [...first.text].slice(0, longestTitle).join('');
}

/** One block for each piece, so that indices of pieces are indices of blocks. */
function blocksOf(pieces: readonly Piece[], placement: Placement, hasTitle: boolean): PlanBlock[] {
  const idOfFound = new Map(placement.sections.map(({ found, id }) => [found, id]));
  let found = -1;
  return pieces.map(({ text, heading }, index) => {
    if (heading) found += 1;
    const section = idOfFound.get(found);
    const kind = index === 0 && hasTitle ? 'title' : heading ? 'heading' : 'paragraph';
    return { kind, text, ...(found >= 0 && section !== undefined && { section }) };
  });
}

function markCuts(blocks: readonly PlanBlock[], pieces: readonly Piece[], lines: readonly TextBlock[]): PlanBlock[] {
  const beginsSection = lines.map(() => false);
  const hasBody = lines.map(() => false);
  for (const [index, { line }] of pieces.entries()) {
    if (blocks[index]?.kind === 'heading') beginsSection[line] = true;
    if (blocks[index]?.kind === 'paragraph') hasBody[line] = true;
  }
  const cut = findCutLines(
    lines.map(({ text }, line) => ({
      text,
      hasBody: hasBody[line] ?? false,
      beginsSection: beginsSection[line] ?? false,
    })),
  );
  return blocks.map((block, index): PlanBlock => {
    const line = pieces[index]?.line ?? 0;
    const isFirstOfLine = pieces[index - 1]?.line !== line;
    const isLastOfLine = pieces[index + 1]?.line !== line;
    const continues = block.kind === 'paragraph' && isFirstOfLine && cut[line - 1] === true;
    return {
      ...block,
      ...(continues && { gapBefore: true }),
      ...(isLastOfLine && cut[line] && { cutOff: true }),
    };
  });
}

function sectionsOf(pieces: readonly Piece[], placement: Placement, blocks: readonly PlanBlock[]): PlanSection[] {
  const headingBlocks = indicesOfHeadings(pieces);
  const bodyBlocks = new Map<string, number[]>();
  for (const [index, { kind, section }] of blocks.entries()) {
    if (kind !== 'paragraph' || section === undefined) continue;
    const body = bodyBlocks.get(section) ?? [];
    body.push(index);
    bodyBlocks.set(section, body);
  }
  return placement.sections.map(({ found, ...place }) => {
    const headingBlock = found === undefined ? undefined : headingBlocks[found];
    const words = headingBlock === undefined ? undefined : pieces[headingBlock]?.heading?.words;
    return {
      ...place,
      ...(words && { heading: words }),
      ...(headingBlock !== undefined && { headingBlock }),
      bodyBlocks: bodyBlocks.get(place.id) ?? [],
    };
  });
}

function outlineDiagnostics(pieces: readonly Piece[], { sections, diagnostics }: Placement): PlanDiagnostic[] {
  if (sections.length === 0) return [{ code: 'no-headings' }];
  const headingBlocks = indicesOfHeadings(pieces);
  return diagnostics.map(({ code, section, found }) => {
    const block = found === undefined ? undefined : headingBlocks[found];
    return { code, ...(section !== undefined && { section }), ...(block !== undefined && { block }) };
  });
}

function blockDiagnostics(blocks: readonly PlanBlock[]): PlanDiagnostic[] {
  return blocks.flatMap(({ section, gapBefore, cutOff }, block) => {
    const place = { ...(section !== undefined && { section }), block };
    const diagnostics: PlanDiagnostic[] = [];
    if (gapBefore) diagnostics.push({ code: 'continuation', ...place });
    if (cutOff) diagnostics.push({ code: 'cut-off', ...place });
    return diagnostics;
  });
}

function indicesOfHeadings(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(({ heading }, index) => (heading ? [index] : []));
}
