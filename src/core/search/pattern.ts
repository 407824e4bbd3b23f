import { blockRanges } from '../plan/canonical-text.ts';
import type { PlanBlock, PlanDocument } from '../plan/plan.ts';
import { sectionNumber } from '../plan/section-tree.ts';
import { codePointLength } from '../text/code-points.ts';
import { failure, type Result, success } from '../text/result.ts';
import type { SearchHit } from './index.ts';

export interface PatternOptions {
  /** Id of the only document to search. */
  document?: string;
  /** Tell capitals from small letters; they are the same unless told. */
  matchCase?: boolean;
  /** Most places in all documents together; 10,000 unless told. */
  most?: number;
}

/** `invalid`: no regular expression. `too-large`: one that takes more memory or stack than there is. */
export type PatternProblem = 'invalid' | 'too-large';

export interface PatternFindings {
  /** One for each section, in reading order, with all of its places; their scores say nothing. */
  hits: SearchHit[];
  /** False when there are more places than were asked for; the rest of the text was not looked at. */
  complete: boolean;
}

const mostUnlessTold = 10_000;

/**
 * Every place where a JavaScript regular expression (with the flag `u`) matches the text as it stands, block by block: `^` and
 * `$` are the ends of a paragraph, and no match goes from one into the next. Empty matches are no places. Never throws, but an
 * expression can take practically forever: call it in a worker that can be ended.
 */
export function searchPattern(
  plans: readonly PlanDocument[],
  expression: string,
  { document, matchCase = false, most = mostUnlessTold }: PatternOptions = {},
): Result<PatternFindings, PatternProblem> {
  if (expression === '') return success({ hits: [], complete: true });
  const pattern = compile(expression, matchCase ? 'gu' : 'giu');
  if (pattern === undefined) return failure('invalid');
  const searched = plans.filter(({ id }) => document === undefined || id === document);
  try {
    return success(findPlaces(searched, pattern, most));
  } catch (error) {
    // engines compile at the first match, and say only then what is too much for them
    if (error instanceof SyntaxError || error instanceof RangeError) return failure('too-large');
    throw error;
  }
}

function compile(expression: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(expression, flags);
  } catch {
    return undefined;
  }
}

function findPlaces(plans: readonly PlanDocument[], pattern: RegExp, most: number): PatternFindings {
  const hits: SearchHit[] = [];
  let left = most;
  for (const plan of plans) {
    const bySection = new Map<string | undefined, SearchHit>();
    for (const [index, block] of plan.blocks.entries()) {
      const start = blockRanges(plan)[index]?.start ?? 0;
      for (const { from, to } of placesIn(block.text, pattern)) {
        if (left === 0) return { hits: [...hits, ...bySection.values()], complete: false };
        left -= 1;
        let hit = bySection.get(block.section);
        if (hit === undefined) {
          hit = hitIn(plan, block);
          bySection.set(block.section, hit);
        }
        hit.count += 1;
        hit.ranges.push({ start: start + from, end: start + to });
      }
    }
    hits.push(...bySection.values());
  }
  return { hits, complete: true };
}

function hitIn(plan: PlanDocument, { section }: PlanBlock): SearchHit {
  return {
    document: plan.id,
    ...(section === undefined ? {} : { section }),
    number: section === undefined ? '' : sectionNumber(plan, section),
    tier: 'pattern',
    score: 0,
    count: 0,
    ranges: [],
  };
}

/** The matches in code points of `text`. */
function* placesIn(text: string, pattern: RegExp): Generator<{ from: number; to: number }, void> {
  let units = 0;
  let codePoints = 0;
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    if (found === '') continue;
    const from = codePoints + codePointLength(text.slice(units, match.index));
    const to = from + codePointLength(found);
    yield { from, to };
    units = match.index + found.length;
    codePoints = to;
  }
}
