import { fold, foldQuery } from './fold.ts';
import { loosen } from './loosen.ts';
import { pinyinLetters } from './pinyin.ts';

/** A query in every form that the tiers need; nothing of it is ever parsed as a query language. */
export interface Query {
  /** Folded, cut at line breaks; empty when there is nothing to look for. */
  exact: string[];
  loose: string[];
  /** As `loose`, without punctuation at either end; empty where there is none. */
  bare: string[];
  /** Terms separated by blanks, folded; empty unless there are several, and where there are more than anybody types. */
  terms: string[];
  /** Letters that may spell Chinese; empty when they cannot. */
  letters: string;
  /** Every pair of neighbouring Chinese characters, each once. */
  bigrams: string[];
  /** The folded query in one piece. */
  text: string;
}

/** Like the runs that lunr-languages cuts into bigrams. */
const chineseRun = /[\u3400-\u9fff\uf900-\ufaff]{2,}/gu;
const blanks = /\s+/u;
const edges = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;
/** Two letters would be the initials of nearly everything. */
const fewestLetters = 3;
/** A passage in a language with blanks is not a list of words. */
const mostTerms = 32;
/** Bigrams kept of a long query; the rest would cost time and change no order. */
const mostBigrams = 200;

export function parseQuery(query: string): Query {
  const exact = foldQuery(query);
  const loose = withoutEmpty(exact.map(loosen));
  const bare = withoutEmpty(loose.map((part) => part.replace(edges, '')));
  const terms = withoutEmpty(query.split(blanks).map((term) => fold(term)));
  const letters = pinyinLetters(query);
  return {
    exact,
    loose,
    bare: bare.join('').length < loose.join('').length ? bare : [],
    terms: terms.length > 1 && terms.length <= mostTerms ? [...new Set(terms)] : [],
    letters: letters.length >= fewestLetters ? letters : '',
    bigrams: bigramsOf(exact),
    text: exact.join(''),
  };
}

function bigramsOf(parts: readonly string[]): string[] {
  const bigrams = new Set<string>();
  for (const part of parts) {
    for (const [run] of part.matchAll(chineseRun)) {
      for (let at = 0; at + 2 <= run.length && bigrams.size < mostBigrams; at += 1) bigrams.add(run.slice(at, at + 2));
    }
  }
  return [...bigrams];
}

function withoutEmpty(parts: readonly string[]): string[] {
  return parts.filter((part) => part !== '');
}
