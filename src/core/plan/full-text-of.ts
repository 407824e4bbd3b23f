import { plainFormOf } from '../text/plain-form.ts';
import { isTitleOrHeading, type PlanDocument } from './plan.ts';

/** How much speaks for one document being the full text of another, each from 0 to 1. */
export interface FullTextLikeness {
  /** The excerpt's words are in the candidate, in their order and under its headings, and the candidate has more. */
  isLikely: boolean;
  title: number;
  headings: number;
  paragraphs: number;
}

/** Plans of other places share set phrases and even headings, but not the beginnings of most paragraphs. */
const least = { title: 0.6, headings: 0.7, paragraphs: 0.7 };
/** How many plain characters of a paragraph's beginning are looked for. */
const beginningLength = 24;
/** How far from the beginning, in plain characters, the title may stand. */
const firstPage = 1000;
/** Fewer say nothing about a document. */
const fewestCharacters = 200;

/**
 * Whether `candidate` is the full text of `excerpt`, whose lines may break off and whose headings may be missing. An
 * excerpt is no full text of itself: the candidate must be longer.
 */
export function likelyFullTextOf(excerpt: PlanDocument, candidate: PlanDocument): FullTextLikeness {
  const text = plainTextOf(candidate);
  const excerptLength = plainFormOf(excerpt.blocks.map((block) => block.text).join('')).length;
  const name = plainFormOf(excerpt.title);
  // a notice that passes on the plan names it before its own title ends, or on its first page
  const title = text.slice(0, firstPage).includes(name) ? 1 : sharedPairs(name, plainFormOf(candidate.title));
  const headings = shareInOrder(
    excerpt.sections.flatMap(({ heading }) => (heading === undefined ? [] : [plainFormOf(heading)])),
    plainFormOf(
      candidate.blocks
        .filter(isTitleOrHeading)
        .map((block) => block.text)
        .join(''),
    ),
  );
  const paragraphs = shareInOrder(
    excerpt.blocks
      .filter((block) => !isTitleOrHeading(block))
      .map((block) => plainFormOf(block.text).slice(0, beginningLength)),
    text,
  );
  const isLikely =
    excerptLength >= fewestCharacters &&
    text.length > excerptLength &&
    title >= least.title &&
    headings >= least.headings &&
    paragraphs >= least.paragraphs;
  return { isLikely, title, headings, paragraphs };
}

const plainTexts = new WeakMap<PlanDocument, string>();

/** One candidate is compared with every document of a library. */
function plainTextOf(plan: PlanDocument): string {
  const text = plainTexts.get(plan) ?? plainFormOf(plan.blocks.map((block) => block.text).join(''));
  plainTexts.set(plan, text);
  return text;
}

/** The share of `parts` that `text` has, each after the one before it. */
function shareInOrder(parts: readonly string[], text: string): number {
  const wanted = parts.filter((part) => part !== '');
  let from = 0;
  let found = 0;
  for (const part of wanted) {
    const at = text.indexOf(part, from);
    if (at === -1) continue;
    found += 1;
    from = at + part.length;
  }
  return wanted.length === 0 ? 0 : found / wanted.length;
}

/** Likeness of two short texts by the pairs of characters that they share (Dice). */
function sharedPairs(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}
