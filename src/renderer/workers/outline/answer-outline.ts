import { applyCorrections, nameBlock } from '#core/outline/corrections';
import { planFromBlocks } from '#core/outline/parse-outline';
import { linesOfBlocks, type PreviewLine, previewLines } from '#core/outline/preview-lines';
import type { TextBlock } from '#core/outline/text-block';
import { likelyFullTextOf } from '#core/plan/full-text-of';
import { isMissing, type PlanDocument } from '#core/plan/plan';
import { sectionNumber, sectionTitle } from '#core/plan/section-tree';
import { countCharacters } from '#core/text/count-characters';
import { messages } from '#messages/zh-CN';
import type { FoundOddity, FoundSection, Outlined, OutlineRequest, OutlineResponse } from './outline-messages.ts';

/** UTF-16 units; a numbered paragraph without a heading is named by its first words. */
const longestTitle = 60;
/** Until it is kept, a document has no id. */
const unnamed = 'document';

/** The worker's part; it keeps the blocks of the one document that it was given, and the plan that they make. */
export function createOutlineAnswerer(answer: (response: OutlineResponse) => void): (request: OutlineRequest) => void {
  let loaded: readonly TextBlock[] = [];
  let corrected: readonly TextBlock[] = [];
  let plan: PlanDocument | undefined;
  const outline = ({ corrections, edit }: Extract<OutlineRequest, { kind: 'outline' }>): Outlined => {
    const all = [
      ...corrections,
      ...(edit === null ? [] : [{ ...edit.correction, block: nameBlock(corrected, edit.line) }]),
    ];
    const { blocks, unplaced } = applyCorrections(loaded, all);
    corrected = blocks;
    plan = planFromBlocks(unnamed, blocks);
    const lines = previewLines(plan, blocks);
    const lineOf = linesOfSections(plan, lines);
    return {
      title: plan.blocks.some(({ kind }) => kind === 'title') ? plan.title : '',
      characters: lines.reduce((sum, { kind, text }) => sum + (kind === 'dropped' ? 0 : countCharacters(text)), 0),
      dropped: lines.filter(({ kind }) => kind === 'dropped').length,
      lines,
      sections: foundSections(plan, lineOf),
      oddities: foundOddities(plan, lineOf, linesOfBlocks(plan, blocks)),
      corrections: all,
      unplaced: unplaced.length,
    };
  };
  return (request) => {
    switch (request.kind) {
      case 'load':
        loaded = JSON.parse(request.blocks) as TextBlock[];
        return;
      case 'outline':
        return answer({ kind: 'outlined', id: request.id, outlined: outline(request) });
      case 'plan': {
        const { id, document, title } = request;
        return answer({ kind: 'plan', id, plan: JSON.stringify({ ...plan, id: document, title }) });
      }
      case 'completes': {
        const isLikely = plan !== undefined && likelyFullTextOf(request.excerpt, plan).isLikely;
        return answer({ kind: 'completes', id: request.id, isLikely });
      }
    }
  };
}

/** For each section the line of its heading, or else its first line; for one without any the line that it would stand before. */
function linesOfSections(plan: PlanDocument, lines: readonly PreviewLine[]): Map<string, number> {
  const lineOf = new Map<string, number>();
  for (const [index, { section, level }] of lines.entries()) {
    if (section !== undefined && (level !== undefined || !lineOf.has(section))) lineOf.set(section, index);
  }
  let next = Math.max(0, lines.length - 1);
  for (const { id } of [...plan.sections].reverse()) {
    next = lineOf.get(id) ?? next;
    lineOf.set(id, next);
  }
  return lineOf;
}

function foundSections(plan: PlanDocument, lineOf: ReadonlyMap<string, number>): FoundSection[] {
  const missing = { chapter: messages.outline.missingChapter, section: messages.outline.missingSection };
  return plan.sections.map((section) => {
    const { id, level } = section;
    const title = sectionTitle(plan, section, missing).slice(0, longestTitle);
    return { id, level, title, isMissing: isMissing(section), line: lineOf.get(id) ?? 0 };
  });
}

/** Tables of contents and inferred parents are as they should be. */
function foundOddities(
  plan: PlanDocument,
  lineOf: ReadonlyMap<string, number>,
  lineOfBlock: readonly number[],
): FoundOddity[] {
  return plan.diagnostics
    .filter(({ code }) => code !== 'contents' && code !== 'inferred-parent')
    .map(({ code, section, block }) => {
      const ofSection = section === undefined ? 0 : (lineOf.get(section) ?? 0);
      const line = block === undefined ? ofSection : (lineOfBlock[block] ?? ofSection);
      const number = section === undefined ? '' : sectionNumber(plan, section);
      return { code, number, line };
    });
}
