import { isTitleOrHeading } from '../plan/plan.ts';
import type { Corpus, FoldedCopy } from './corpus.ts';
import { findSpelled } from './pinyin.ts';
import type { Query } from './query.ts';
import { scan, type Tally, TallyBook } from './scan.ts';

/**
 * How close a hit is to what was typed: letter by letter; without quotes, brackets and the like; all terms somewhere in the
 * section; spelled in pinyin; about the same things.
 */
export type TierName = 'literal' | 'loose' | 'and' | 'pinyin' | 'related';

/** One way of finding sections. It looks at every section; what an earlier tier found is left out afterwards. */
export interface Tier {
  name: TierName;
  /** Whether to ask this tier at all, given how many sections were found so far. */
  applies: (query: Query, found: number) => boolean;
  find: (corpus: Corpus, query: Query) => Map<number, Tally>;
}

/** With so many literal hits nobody looks for near ones. */
const enoughLiteral = 20;
/** Most places that a spelling may match in one document: short spellings match a great deal by chance. */
const mostSpelled = 2000;

/** All tiers that need no index, in order. */
export const scannedTiers: readonly Tier[] = [
  {
    name: 'literal',
    applies: (query) => query.exact.length > 0,
    find: (corpus, query) => scanCopy(corpus, corpus.exact, query.exact),
  },
  {
    name: 'loose',
    applies: (query, found) => query.loose.length > 0 && found < enoughLiteral,
    find: (corpus, query) => scanCopy(corpus, corpus.loose(), query.loose),
  },
  {
    name: 'loose',
    applies: (query, found) => query.bare.length > 0 && found === 0,
    find: (corpus, query) => scanCopy(corpus, corpus.loose(), query.bare),
  },
  { name: 'and', applies: (query) => query.terms.length > 0, find: findAllTerms },
  { name: 'pinyin', applies: (query) => query.letters !== '', find: findPinyin },
];

function scanCopy(corpus: Corpus, copy: FoldedCopy, parts: readonly string[]): Map<number, Tally> {
  const book = openBook(corpus, copy);
  scan(copy.text, parts, (start, end) => book.add(start, end));
  return book.bySection;
}

function findAllTerms(corpus: Corpus, query: Query): Map<number, Tally> {
  const [first, ...rest] = query.terms.map((term) => scanCopy(corpus, corpus.exact, [term]));
  const common = new Map<number, Tally>();
  for (const [section, tally] of first ?? []) {
    const others = rest.map((tallies) => tallies.get(section));
    if (others.every((other) => other !== undefined)) common.set(section, [tally, ...others].reduce(joined));
  }
  return common;
}

function joined(left: Tally, right: Tally): Tally {
  return {
    ...left,
    inTitle: left.inTitle + right.inTitle,
    inBody: left.inBody + right.inBody,
    spans: [...left.spans, ...right.spans],
  };
}

function findPinyin(corpus: Corpus, query: Query): Map<number, Tally> {
  const copy = corpus.loose();
  const book = openBook(corpus, copy);
  for (const { start, end } of findSpelled(copy.text, query.letters, mostSpelled)) book.add(start, end);
  return book.bySection;
}

/** Where a section that is merely related shares two or more characters in a row with the query. */
export function sharedPlaces(corpus: Corpus, section: number, query: Query): Tally {
  const { text, blockStarts } = corpus.exact;
  const book = openBook(corpus, corpus.exact);
  for (const block of corpus.sections[section]?.blocks ?? []) {
    const from = blockStarts[block] ?? 0;
    const until = blockStarts[block + 1] ?? text.length;
    for (let at = from; at < until; at += 1) {
      const end = sharedEnd(text, at, until, query.text);
      if (end - at < 2) continue;
      book.add(at, end);
      at = end - 1;
    }
  }
  const nothing = { section, copy: corpus.exact, inTitle: 0, inBody: 0, spans: [] };
  return book.bySection.get(section) ?? nothing;
}

function sharedEnd(text: string, from: number, until: number, query: string): number {
  let end = from;
  while (end < until && query.includes(text.slice(from, end + 1))) end += 1;
  return end;
}

function openBook(corpus: Corpus, copy: FoldedCopy): TallyBook {
  return new TallyBook(copy, (block) => isTitleOrHeading(corpus.plan.blocks[block]));
}
