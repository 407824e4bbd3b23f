import type { Corpus } from './corpus.ts';
import { Places } from './places.ts';
import type { Query } from './query.ts';
import { scanCorpus } from './scan-corpus.ts';
import { ordinalPlaces, sectionsNumbered } from './section-numbers.ts';
import { Spans } from './spans.ts';
import { spellingOf } from './spelling.ts';

/**
 * How close a hit is to what was typed: letter by letter; without quotes, brackets and the like; all terms somewhere in the
 * section; spelled in pinyin; about the same things.
 */
export type TierName = 'literal' | 'loose' | 'and' | 'pinyin' | 'related';

/** The sections that a tier found, with their places; those of several terms are apart. */
export interface Findings {
  sections: readonly number[];
  places: readonly Places[];
  /** Sections that the query names by their number: they come first. */
  named?: ReadonlySet<number>;
}

/** One way of finding sections. It looks at every section; what an earlier tier found is left out afterwards. */
export interface Tier {
  name: TierName;
  /** Whether to ask this tier at all, given how many sections were found so far. */
  applies: (query: Query, found: number) => boolean;
  find: (corpus: Corpus, query: Query) => Findings;
}

/** With so many literal hits nobody looks for near ones. */
const enoughLiteral = 20;

/** All tiers that need no index, in order. */
export const scannedTiers: readonly Tier[] = [
  { name: 'literal', applies: (query) => query.exact.length > 0, find: findLiteral },
  {
    name: 'loose',
    applies: (query, found) => query.loose.length > 0 && found < enoughLiteral,
    find: (corpus, query) => findingsOf(placesOf(corpus, query.loose, true)),
  },
  {
    name: 'loose',
    applies: (query, found) => query.bare.length > 0 && found === 0,
    find: (corpus, query) => findingsOf(placesOf(corpus, query.bare, true)),
  },
  { name: 'and', applies: (query) => query.terms.length > 0, find: findAllTerms },
  { name: 'pinyin', applies: (query) => query.letters !== '', find: findPinyin },
];

function findingsOf(places: Places): Findings {
  return { sections: places.sections, places: [places] };
}

function placesOf(corpus: Corpus, parts: readonly string[], isLoose: boolean): Places {
  return new Places(corpus, scanCorpus(corpus, parts, isLoose));
}

function findLiteral(corpus: Corpus, query: Query): Findings {
  const places = placesOf(corpus, query.exact, false);
  const named = sectionsNumbered(corpus, query.text);
  if (named.length === 0) return findingsOf(places);
  const ordinals = ordinalPlaces(corpus, named, places);
  const sections = [...places.sections, ...ordinals.sections.filter((section) => !places.has(section))];
  return { sections, places: [places, ordinals], named: new Set(named) };
}

function findAllTerms(corpus: Corpus, query: Query): Findings {
  const places: Places[] = [];
  let sections: readonly number[] | undefined;
  for (const term of query.terms) {
    const found = placesOf(corpus, [term], false);
    sections = sections === undefined ? found.sections : sections.filter((section) => found.has(section));
    if (sections.length === 0) break;
    places.push(found);
  }
  return { sections: sections ?? [], places };
}

function findPinyin(corpus: Corpus, query: Query): Findings {
  return findingsOf(new Places(corpus, spellingOf(query.letters).inText(corpus.spellable())));
}

/** Where a section that is merely related shares two or more characters in a row with the query. */
export function sharedPlaces(corpus: Corpus, section: number, query: Query): Places {
  const { text, blockStarts } = corpus;
  const spans = new Spans();
  const pairs = new Set(Array.from({ length: query.text.length }, (_, at) => query.text.slice(at, at + 2)));
  for (const block of corpus.sections[section]?.blocks ?? []) {
    const from = blockStarts[block] ?? 0;
    const until = blockStarts[block + 1] ?? text.length;
    for (let at = from; at < until - 1; at += 1) {
      if (!pairs.has(text.slice(at, at + 2))) continue;
      let end = at + 2;
      while (end < until && query.text.includes(text.slice(at, end + 1))) end += 1;
      spans.add(at, end);
      at = end - 1;
    }
  }
  return new Places(corpus, spans);
}
