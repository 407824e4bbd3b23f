import { chineseNumeralCharacters, parseChineseNumeral } from '../text/chinese-numerals.ts';
import type { TextRange } from '../text/code-points.ts';
import { fold, foldWithSources } from './fold.ts';
import { firstSpelled, mixedLetters, type Spelled, spelledText } from './pinyin.ts';

/**
 * Matching of names – headings, titles, commands – while one types: by characters, full pinyin, initials, any mixture of
 * them, and numbers as plans write them. Unlike the search, which answers with passages, it only says which name is meant.
 */

/** How a name answers what was typed, the best first; `all`: nothing was typed. */
const kinds = ['all', 'number', 'numberStart', 'start', 'inside', 'pinyin', 'initials', 'scattered'] as const;
export type QuickMatchKind = (typeof kinds)[number];

/** A name made ready, so that thousands of them are matched between two keys. */
export interface QuickName {
  whole: FoldedName;
  /** Without punctuation, which nobody types. */
  plain: FoldedName & Spelled;
  /** Code points of the number that the name begins with; a match is one of what follows it. */
  lead: number;
  /** Ordinals joined by dots, as 2.3. */
  numberId: string;
  /** The number as it may be typed: 二（三）, （三）. */
  numbers: readonly string[];
}

interface FoldedName {
  text: string;
  /** For each UTF-16 unit the code point of the name that it came from. */
  sources: ArrayLike<number>;
  /** UTF-16 units of the number that the name begins with. */
  lead: number;
}

/** What was typed, in every form that is compared. */
export interface QuickQuery {
  text: string;
  plain: string;
  /** Letters that may spell Chinese, with the characters between them. */
  letters: string;
  /** The number that is meant, joined by dots; empty where none is. */
  numberId: string;
  /** What stands between blanks; empty unless there are several. */
  terms: readonly QuickQuery[];
}

export interface QuickMatch {
  kind: QuickMatchKind;
  /** Code point at which it begins; for `scattered` how far apart the characters stand. */
  at: number;
  /** What of the name was matched, in code points. */
  marks: readonly TextRange[];
}

const mostTerms = 8;
const blanks = /\s+/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const chineseOnly = /^\p{Script=Han}{2,}$/u;
const numeral = new RegExp(`[${chineseNumeralCharacters}]+|[0-9]+`, 'gu');
const betweenNumerals = /^[\p{P}\p{S}]*$/u;
const opening = /^\p{Ps}/u;

/** `number`: the name begins with so many code points of a number, which is known by its id and is written in these ways. */
export function quickName(
  name: string,
  number: { lead: number; id: string; forms: readonly string[] } = { lead: 0, id: '', forms: [] },
): QuickName {
  const { text, sources } = foldWithSources(name);
  const leadIn = (from: ArrayLike<number>) => {
    let units = 0;
    while (units < from.length && (from[units] ?? 0) < number.lead) units += 1;
    return units;
  };
  let plain = '';
  const plainSources: number[] = [];
  let unit = 0;
  for (const character of text) {
    if (isTyped(character)) {
      plain += character;
      for (let part = 0; part < character.length; part += 1) plainSources.push(sources[unit + part] ?? 0);
    }
    unit += character.length;
  }
  return {
    whole: { text, sources, lead: leadIn(sources) },
    plain: { ...spelledText(plain), sources: plainSources, lead: leadIn(plainSources) },
    lead: number.lead,
    numberId: number.id,
    numbers: number.forms.map((form) => fold(form)),
  };
}

/** Reads what was typed; nothing of it is ever parsed as a pattern. */
export function quickQuery(typed: string): QuickQuery {
  const text = fold(typed);
  const terms = typed.split(blanks).filter((term) => fold(term) !== '');
  return {
    text,
    plain: Array.from(text).filter(isTyped).join(''),
    letters: mixedLetters(typed),
    numberId: numberIdOf(text),
    terms: terms.length > 1 ? terms.slice(0, mostTerms).map(quickQuery) : [],
  };
}

const typedCharacters = new Map<string, boolean>();

/** Whether a character is a letter or a digit; those of names are the same again and again. */
function isTyped(character: string): boolean {
  let is = typedCharacters.get(character);
  if (is === undefined) {
    is = letterOrDigit.test(character);
    typedCharacters.set(character, is);
  }
  return is;
}

/** How the name answers; undefined where it does not. Never throws. */
export function quickMatch(query: QuickQuery, name: QuickName): QuickMatch | undefined {
  if (query.text === '') return { kind: 'all', at: 0, marks: [] };
  return direct(query, name) ?? ofTerms(query, name) ?? scattered(query, name);
}

/** Something that is looked for by its name. */
export interface QuickItem {
  quick: QuickName;
  /** How many others were used since it was; infinite for one that never was. */
  recency: number;
  /** It cannot be had now. */
  isBlocked?: boolean;
}

/** The items that answer, best first: by kind, then what was used last, then where the match begins, then as they were. */
export function quickRank<Item extends QuickItem>(
  query: QuickQuery,
  items: readonly Item[],
): { item: Item; match: QuickMatch }[] {
  const found: { item: Item; match: QuickMatch; order: number }[] = [];
  for (const item of items) {
    const match = quickMatch(query, item.quick);
    if (match !== undefined)
      found.push({ item, match, order: (item.isBlocked ? kinds.length : 0) + quickOrder(match) });
  }
  return found.sort(
    (left, right) =>
      left.order - right.order || compare(left.item.recency, right.item.recency) || left.match.at - right.match.at,
  );
}

/** The place of a match among the kinds, 0 for the best. */
export function quickOrder({ kind }: QuickMatch): number {
  return kinds.indexOf(kind);
}

function compare(left: number, right: number): number {
  return left === right ? 0 : left - right;
}

function direct(query: QuickQuery, name: QuickName): QuickMatch | undefined {
  return (
    ofNumber(query, name) ??
    ofWords(query.text, name.whole) ??
    ofWords(query.plain, name.plain) ??
    spelled(query.letters, name.plain)
  );
}

function ofNumber(query: QuickQuery, name: QuickName): QuickMatch | undefined {
  if (name.numberId === '') return undefined;
  const kind = numberKind(query, name);
  return kind && { kind, at: 0, marks: [{ start: 0, end: name.lead }] };
}

function numberKind(
  { text, numberId }: QuickQuery,
  { numberId: id, numbers }: QuickName,
): 'number' | 'numberStart' | undefined {
  const whole = numbers[0] ?? '';
  if (numberId === id || text === whole || text === id) return 'number';
  if (numberId !== '' && id.startsWith(numberId) && id[numberId.length] === '.') return 'numberStart';
  if (whole.startsWith(text)) return isInsideNumeral(whole, text.length) ? undefined : 'numberStart';
  return numbers.includes(text) ? 'numberStart' : undefined;
}

/** 十 does not begin 十二. */
function isInsideNumeral(text: string, at: number): boolean {
  return isNumeral(text[at - 1]) && isNumeral(text[at]);
}

function isNumeral(character = ''): boolean {
  return character !== '' && (chineseNumeralCharacters.includes(character) || /[0-9]/.test(character));
}

function ofWords(words: string, { text, sources, lead }: FoldedName): QuickMatch | undefined {
  if (words === '') return undefined;
  let at = text.indexOf(words);
  // The number alone is no answer here: nearly every chapter has a （二）.
  while (at >= 0 && at + words.length <= lead) at = text.indexOf(words, at + 1);
  if (at < 0) return undefined;
  const mark = rangeOf(sources, at, at + words.length);
  return { kind: at === 0 || at === lead ? 'start' : 'inside', at: mark.start, marks: [mark] };
}

function spelled(letters: string, name: QuickName['plain']): QuickMatch | undefined {
  const loosest = letters === '' ? undefined : firstSpelled(name, letters, 'initials');
  if (loosest === undefined) return undefined;
  const whole = firstSpelled(name, letters, 'syllables');
  const { start, end } = whole ?? loosest;
  const mark = rangeOf(name.sources, start, end);
  return { kind: whole === undefined ? 'initials' : 'pinyin', at: mark.start, marks: [mark] };
}

/** Every term somewhere; as good as the worst of them. */
function ofTerms({ terms }: QuickQuery, name: QuickName): QuickMatch | undefined {
  if (terms.length === 0) return undefined;
  const matches: QuickMatch[] = [];
  for (const term of terms) {
    const match = direct(term, name);
    if (match === undefined) return undefined;
    matches.push(match);
  }
  const worst = Math.max(kinds.indexOf('inside'), ...matches.map(quickOrder));
  const marks = matches.flatMap((match) => match.marks);
  return { kind: kinds[worst] ?? 'inside', at: Math.min(...matches.map(({ at }) => at)), marks: merged(marks) };
}

/** Characters in their order with others between them, as people shorten: 深体改 for 深化体育教育改革. */
function scattered({ plain: wanted }: QuickQuery, { plain }: QuickName): QuickMatch | undefined {
  if (!chineseOnly.test(wanted)) return undefined;
  const marks: TextRange[] = [];
  let from = plain.lead;
  for (const character of wanted) {
    const at = plain.text.indexOf(character, from);
    if (at < 0) return undefined;
    from = at + character.length;
    marks.push(rangeOf(plain.sources, at, from));
  }
  return { kind: 'scattered', at: (marks.at(-1)?.end ?? 0) - (marks[0]?.start ?? 0), marks: merged(marks) };
}

function rangeOf(sources: ArrayLike<number>, start: number, end: number): TextRange {
  return { start: sources[start] ?? 0, end: (sources[end - 1] ?? 0) + 1 };
}

function merged(marks: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const mark of [...marks].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last !== undefined && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}

/** 二（三）, 二.三, 2(3) and 2.3 mean the same; （三） alone is no number of a section. */
function numberIdOf(text: string): string {
  const numerals = text.match(numeral);
  if (numerals === null || opening.test(text) || !betweenNumerals.test(text.replace(numeral, ''))) return '';
  const values = numerals.map((part) => (/^[0-9]/.test(part) ? Number(part) : parseChineseNumeral(part)));
  return values.every((value) => value !== undefined) ? values.join('.') : '';
}
