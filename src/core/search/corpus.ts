import { blockRanges } from '../plan/canonical-text.ts';
import { isTitleOrHeading, type PlanBlock, type PlanDocument } from '../plan/plan.ts';
import { sectionNumber } from '../plan/section-tree.ts';
import { foldEvenly, foldWithSources, lineBarrier } from './fold.ts';
import { type SpellableText, spellableText } from './spellable-text.ts';
import { indexUnits, type UnitIndex } from './unit-index.ts';

/** A document made ready for scanning: its folded text in one piece, and the way back to sections and offsets. */
export interface Corpus {
  plan: PlanDocument;
  /** In reading order; the text before the first heading is a section without an id. */
  sections: CorpusSection[];
  /** All blocks folded and joined. */
  text: string;
  index: UnitIndex;
  /** The text for being spelled; made when it is first asked for. */
  spellable: () => SpellableText;
  /** First unit of each block in `text`, and `text.length` at the end. */
  blockStarts: Int32Array;
  /** Index into `sections` for each block. */
  sectionOfBlock: Int32Array;
  /** 1 for each block that is a title or heading. */
  isTitle: Uint8Array;
  /**
   * For each block what is to be added to a unit of `text` to get its code point in the plan's canonical text; `uneven` where
   * that is not the same throughout the block.
   */
  shiftOfBlock: Int32Array;
  /** Where what begins with this unit of `text` begins in the plan's canonical text, in code points. */
  startOf: (unit: number) => number;
  /** Where what ends before this unit of `text` ends in the plan's canonical text, in code points. */
  endOf: (unit: number) => number;
}

export interface CorpusSection {
  /** Absent for the text before the first heading. */
  id?: string;
  /** The number as the plan writes it, e.g. 二（三）; empty without a heading. */
  number: string;
  /** Indices of its own blocks, without those of its children. */
  blocks: number[];
}

/** No shift: those are never below minus a text's length. */
export const uneven = -(2 ** 31);
/** Between blocks of different sections. Like `lineBarrier`, it is in no query. */
const sectionBarrier = '\u0000';
const runInHeading = /[。．.!?]$/u;

const built = new WeakMap<PlanDocument, Corpus>();

export function corpusOf(plan: PlanDocument): Corpus {
  let corpus = built.get(plan);
  if (corpus === undefined) {
    corpus = buildCorpus(plan);
    built.set(plan, corpus);
  }
  return corpus;
}

/** True when `unit` stands between two blocks of a corpus. */
export function isBarrier(unit: number | undefined): boolean {
  return unit === lineBarrier.charCodeAt(0) || unit === sectionBarrier.charCodeAt(0);
}

function buildCorpus(plan: PlanDocument): Corpus {
  const starts = blockRanges(plan).map(({ start }) => start);
  const shifts: (readonly number[] | undefined)[] = [];
  const folded = plan.blocks.map((block, index) => {
    const each = foldEvenly(block.text);
    if (!each.isEven) shifts[index] = shiftsOf(foldWithSources(block.text).sources);
    return each.text;
  });
  const { text, blockStarts } = joinBlocks(plan.blocks, folded);
  const blockAt = blockFinder(blockStarts);
  const shiftOfBlock = Int32Array.from(starts, (start, block) =>
    shifts[block] === undefined ? start - (blockStarts[block] ?? 0) : uneven,
  );
  const codePointAt = (unit: number) => {
    const block = blockAt(unit);
    const shifted = shifts[block];
    if (shifted === undefined) return unit + (shiftOfBlock[block] ?? 0);
    return (starts[block] ?? 0) + sourceAt(shifted, unit - (blockStarts[block] ?? 0));
  };
  const index = indexUnits(text);
  let spellable: SpellableText | undefined;
  return {
    plan,
    ...sectionsOf(plan),
    text,
    index,
    spellable: () => {
      spellable ??= spellableText(index);
      return spellable;
    },
    blockStarts,
    isTitle: Uint8Array.from(plan.blocks, (block) => (isTitleOrHeading(block) ? 1 : 0)),
    shiftOfBlock,
    startOf: codePointAt,
    endOf: (unit) => codePointAt(unit - 1) + 1,
  };
}

/** Finds the block that holds a unit; places come in reading order, so that it is mostly the last one or the next. */
function blockFinder(blockStarts: Int32Array): (unit: number) => number {
  const start = (block: number) => blockStarts[block] ?? Number.POSITIVE_INFINITY;
  let last = 0;
  return (unit) => {
    if (start(last) > unit || start(last + 1) <= unit) {
      let low = 0;
      let high = Math.max(blockStarts.length - 2, 0);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= unit) low = middle;
        else high = middle - 1;
      }
      last = low;
    }
    return last;
  };
}

function sectionsOf(plan: PlanDocument): { sections: CorpusSection[]; sectionOfBlock: Int32Array } {
  const sections: CorpusSection[] = [{ number: '', blocks: [] }];
  const indexOfId = new Map<string | undefined, number>([[undefined, 0]]);
  for (const { id } of plan.sections) {
    indexOfId.set(id, sections.length);
    sections.push({ id, number: sectionNumber(plan, id), blocks: [] });
  }
  const sectionOfBlock = Int32Array.from(plan.blocks, (block, index) => {
    const section = indexOfId.get(block.section) ?? 0;
    sections[section]?.blocks.push(index);
    return section;
  });
  return { sections, sectionOfBlock };
}

function joinBlocks(blocks: readonly PlanBlock[], texts: readonly string[]) {
  const blockStarts = new Int32Array(texts.length + 1);
  const parts: string[] = [];
  let length = 0;
  for (const [index, text] of texts.entries()) {
    const separator = index === 0 ? '' : separatorBefore(blocks[index - 1], blocks[index]);
    parts.push(separator, text);
    blockStarts[index] = length + separator.length;
    length += separator.length + text.length;
  }
  blockStarts[texts.length] = length;
  return { text: parts.join(''), blockStarts };
}

/** A heading that ends as a sentence stands in one line with the text after it, so a hit may run from one into the other. */
function separatorBefore(previous: PlanBlock | undefined, block: PlanBlock | undefined): string {
  if (previous === undefined || block === undefined || previous.section !== block.section) return sectionBarrier;
  const runsOn = previous.kind === 'heading' && block.kind === 'paragraph' && block.gapBefore !== true;
  return runsOn && runInHeading.test(previous.text) ? '' : lineBarrier;
}

/**
 * The way back from the folded text of a block whose units do not stand where their code points do: where a unit is that is not
 * one after the unit before it, and its code point; alternating. A block has a few of them, whatever its length.
 */
function shiftsOf(sources: Int32Array): number[] {
  const shifts: number[] = [];
  let expected = -1;
  for (let unit = 0; unit < sources.length; unit += 1) {
    const source = sources[unit] ?? 0;
    if (source !== expected) shifts.push(unit, source);
    expected = source + 1;
  }
  return shifts;
}

function sourceAt(shifts: readonly number[], unit: number): number {
  let low = 0;
  let high = Math.max(shifts.length / 2 - 1, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((shifts[2 * middle] ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return (shifts[2 * low + 1] ?? 0) + unit - (shifts[2 * low] ?? 0);
}
