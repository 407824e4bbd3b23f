import { blockRanges } from '../plan/canonical-text.ts';
import type { PlanBlock, PlanDocument } from '../plan/plan.ts';
import { sectionNumber } from '../plan/section-tree.ts';
import type { TextRange } from '../text/code-points.ts';
import { fold, foldWithSources, lineBarrier } from './fold.ts';
import { loosen, loosenWithSources } from './loosen.ts';

/** A document made ready for scanning: its folded text in one string, and the way back to sections and offsets. */
export interface Corpus {
  plan: PlanDocument;
  /** In reading order; the text before the first heading is a section without an id. */
  sections: CorpusSection[];
  exact: FoldedCopy;
  /** Made when first asked for: most searches do not need it. */
  loose: () => FoldedCopy;
}

export interface CorpusSection {
  /** Absent for the text before the first heading. */
  id?: string;
  /** The number as the plan writes it, e.g. 二（三）; empty without a heading. */
  number: string;
  /** Indices of its own blocks, without those of its children. */
  blocks: number[];
}

/** All blocks folded and joined, so that one `indexOf` searches the whole document. */
export interface FoldedCopy {
  text: string;
  /** First unit of each block in `text`, and `text.length` at the end. */
  blockStarts: Int32Array;
  /** Index into `sections` for each block. */
  sectionOfBlock: Int32Array;
  /** The span `[start, end)` of `text` as code points of the plan's canonical text. */
  locate: (start: number, end: number) => TextRange;
}

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

/** True when `character` stands between two blocks of a folded copy. */
export function isBarrier(character: string | undefined): boolean {
  return character === lineBarrier || character === sectionBarrier;
}

/** Index of the block that holds unit `at` of the copy. */
function blockAt({ blockStarts }: FoldedCopy, at: number): number {
  let low = 0;
  let high = blockStarts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blockStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

function buildCorpus(plan: PlanDocument): Corpus {
  const { sections, sectionOfBlock } = sectionsOf(plan);
  const starts = blockRanges(plan).map(({ start }) => start);
  const folded = plan.blocks.map((block) => fold(block.text));
  const copy = (texts: string[], sourcesOf: (text: string) => Int32Array): FoldedCopy => {
    const { text, blockStarts } = joinBlocks(plan.blocks, texts);
    const result: FoldedCopy = {
      text,
      blockStarts,
      sectionOfBlock,
      locate: (start, end) => ({ start: codePointAt(start), end: codePointAt(end - 1) + 1 }),
    };
    const codePointAt = (unit: number) => {
      const block = blockAt(result, unit);
      const sources = sourcesOf(plan.blocks[block]?.text ?? '');
      return (starts[block] ?? 0) + (sources[unit - (blockStarts[block] ?? 0)] ?? 0);
    };
    return result;
  };
  const exactSources = rememberLast((text) => foldWithSources(text).sources);
  const looseSources = rememberLast((text) => loosenWithSources(foldWithSources(text)).sources);
  let loose: FoldedCopy | undefined;
  return {
    plan,
    sections,
    exact: copy(folded, exactSources),
    loose: () => {
      loose ??= copy(folded.map(loosen), looseSources);
      return loose;
    },
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

/** The hits of one block come one after the other: remembering its offsets once is enough. */
function rememberLast(compute: (text: string) => Int32Array): (text: string) => Int32Array {
  let last: { text: string; sources: Int32Array } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, sources: compute(text) };
    return last.sources;
  };
}
