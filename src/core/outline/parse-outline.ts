import type { PlanBlock, PlanDiagnostic, PlanDocument, PlanSection } from '../plan/plan.ts';
import { codePointLength } from '../text/code-points.ts';
import { findCutLines } from './cut-lines.ts';
import { findHeadings, type Piece } from './find-headings.ts';
import { lineRoles } from './line-roles.ts';
import { findListedItems } from './listed-items.ts';
import { readLook } from './look.ts';
import { type Placement, placeHeadings } from './place-headings.ts';
import { isAttachment, settleDecided } from './rank-headings.ts';
import { beginsWithMark } from './read-mark.ts';
import { type TextBlock, withoutLayout } from './text-block.ts';

/** Longest title line in code points. */
const longestTitle = 60;
const sentenceMark = /[。；！？…]$/u;

/**
 * The plan that an imported document is, without the lines that the reader dropped. Never throws; what is odd about the
 * document is in `diagnostics`.
 */
export function planFromBlocks(id: string, textBlocks: readonly TextBlock[]): PlanDocument {
  const lines = withoutLayout(textBlocks).filter(({ hint }) => hint?.decided !== 'dropped');
  const items = findListedItems(lines);
  const roles = lineRoles(lines, items);
  const marked = lines.map(({ text }, index) => roles[index] === undefined && beginsWithMark(text));
  const look = readLook(lines, roles, marked);
  const pieces = withSettledHeadings(withoutTitleHeading(findHeadings(lines, roles, { levels: look.levels, items })));
  const placement = placeHeadings(pieces.flatMap((piece) => piece.heading ?? []));
  const titlePieces = titlePiecesOf(pieces, look.titleLines);
  const title = joinTitle([...titlePieces].map((index) => pieces[index]?.text ?? ''));
  const named = attachmentTitles(pieces);
  const titles = new Set([...titlePieces, ...named.values()]);
  const blocks = markCuts(blocksOf(pieces, placement, titles), pieces, lines);
  return {
    schema: 'plan/1',
    id,
    title: title ?? fallbackTitle(lines) ?? id,
    blocks,
    sections: sectionsOf(pieces, placement, blocks, named),
    diagnostics: [...outlineDiagnostics(pieces, placement), ...blockDiagnostics(blocks)],
  };
}

/** The pieces that are the title: those that the reader says are, or the lines that look so, or else a first line that is neither a heading nor a sentence. */
function titlePiecesOf(pieces: readonly Piece[], titleLines: readonly number[]): Set<number> {
  const decided = pieces.flatMap(({ role }, index) => (role === 'title' ? [index] : []));
  if (decided.length > 0) return new Set(decided);
  const firstHeading = pieces.findIndex(({ heading }) => heading);
  const seen = pieces.flatMap(({ line }, index) => (titleLines.includes(line) ? [index] : []));
  if (seen.length > 0 && (firstHeading === -1 || (seen.at(-1) ?? 0) < firstHeading)) return new Set(seen);
  const [first] = pieces;
  return new Set(first && !first.heading && first.role === undefined && looksLikeTitle(first.text) ? [0] : []);
}

/** The lines of a title as one; Latin words keep their distance. */
function joinTitle(lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  return lines.reduce((title, line) => (/\w$/u.test(title) && /^\w/u.test(line) ? `${title} ${line}` : title + line));
}

function withSettledHeadings(pieces: readonly Piece[]): Piece[] {
  const headed = pieces.filter(({ heading }) => heading);
  if (!headed.some(({ heading }) => heading?.decidedLevel !== undefined)) return [...pieces];
  const settled = settleDecided(
    headed.flatMap(({ heading }) => heading ?? []),
    headed.map(({ text }) => text),
  );
  let next = 0;
  return pieces.map((piece) => {
    if (!piece.heading) return piece;
    const heading = settled[next];
    next += 1;
    return { ...piece, ...(heading && { heading }) };
  });
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
  if (pieces.some(({ role }) => role === 'title')) return pieces;
  if (!first?.heading || first.heading.numbered || !looksLikeTitle(first.text)) return pieces;
  if (first.heading.decidedLevel !== undefined) return pieces;
  const level = first.heading.hintedLevel;
  if (others.some(({ heading }) => heading?.hintedLevel === level)) return pieces;
  return [{ text: first.text, line: first.line }, ...others];
}

function fallbackTitle([first]: readonly TextBlock[]): string | undefined {
  return first && [...first.text].slice(0, longestTitle).join('');
}

/** One block for each piece, so that indices of pieces are indices of blocks. */
function blocksOf(pieces: readonly Piece[], placement: Placement, titlePieces: ReadonlySet<number>): PlanBlock[] {
  const idOfFound: string[] = [];
  for (const { found, id } of placement.sections) if (found !== undefined) idOfFound[found] = id;
  let found = -1;
  return pieces.map(({ text, heading, role }, index) => {
    if (heading) found += 1;
    const section = idOfFound[found];
    const body = role === undefined || role === 'text' ? 'paragraph' : role;
    const kind = titlePieces.has(index) ? 'title' : heading ? 'heading' : body;
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

/** For each attachment that is only numbered on its own line (附件1) the piece below it that is its title. */
function attachmentTitles(pieces: readonly Piece[]): Map<number, number> {
  return new Map(
    pieces.flatMap(({ heading }, index) => {
      const next = pieces[index + 1];
      const isAlone = heading !== undefined && isAttachment(heading) && heading.words === '';
      const isTitle = next?.heading === undefined && next?.role === undefined && looksLikeTitle(next?.text ?? '。');
      return isAlone && isTitle && !/[：:，,；;、]$/u.test(next?.text ?? '') ? [[index, index + 1] as const] : [];
    }),
  );
}

function sectionsOf(
  pieces: readonly Piece[],
  placement: Placement,
  blocks: readonly PlanBlock[],
  named: ReadonlyMap<number, number>,
): PlanSection[] {
  const headingBlocks = indicesOfHeadings(pieces);
  const bodyBlocks = new Map<string, number[]>();
  for (const [index, { kind, section }] of blocks.entries()) {
    if (kind === 'heading' || section === undefined) continue;
    const body = bodyBlocks.get(section) ?? [];
    body.push(index);
    bodyBlocks.set(section, body);
  }
  return placement.sections.map(({ found, ...place }) => {
    const headingBlock = found === undefined ? undefined : headingBlocks[found];
    const own = headingBlock === undefined ? undefined : pieces[headingBlock]?.heading?.words;
    const words = own || pieces[named.get(headingBlock ?? -1) ?? -1]?.text;
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
  return blocks.flatMap(({ kind, section, gapBefore, cutOff }, block) => {
    const place = { ...(section !== undefined && { section }), block };
    const diagnostics: PlanDiagnostic[] = [];
    if (kind === 'contents' && blocks[block - 1]?.kind !== 'contents') diagnostics.push({ code: 'contents', ...place });
    if (gapBefore) diagnostics.push({ code: 'continuation', ...place });
    if (cutOff) diagnostics.push({ code: 'cut-off', ...place });
    return diagnostics;
  });
}

function indicesOfHeadings(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(({ heading }, index) => (heading ? [index] : []));
}
