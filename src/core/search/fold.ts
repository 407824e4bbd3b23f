import { plainForm } from '../text/plain-form.ts';

/**
 * One fold for text and query. What differs only in form becomes the same: full and half width, case, traditional and
 * simplified characters, kinds of quotes and dashes, radicals that stand for characters. Zero-width characters vanish; blanks
 * vanish unless they stand between two letters or digits. Every character folds by itself, so that the fold of a slice is
 * the slice of the fold.
 */

/** Stands for a line break in folded text; no query contains it, so that no hit crosses a paragraph. */
export const lineBarrier = '\u0001';

export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text` the code point of the source that it came from. */
  sources: Int32Array;
}

const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/u;
const blank = /\s/u;
const letterOrDigit = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}])[\p{L}\p{N}\p{M}]/u;

const blankForm = ' ';
/** Forms found so far: a text has a few thousand different characters, and NFKC is slow. */
const knownForms = new Map<string, string>();
const knownLetters = new Map<string, boolean>();
/** The same for single units that fold to single units, which nearly all do; 0 for the others and those not met yet. */
const singleForms = new Uint16Array(0x10000);

interface Walk {
  text: string;
  /** Every unit came from the code point, and the unit, with the same number. */
  isEven: boolean;
}

/** The folded form of `text`. */
export function fold(text: string): string {
  return walk(text).text;
}

/** The folded form, and whether every unit of it stands where its code point stands in `text`: `sources` would say nothing. */
export function foldEvenly(text: string): { text: string; isEven: boolean } {
  return walk(text);
}

/** The folded form of `text` with the way back, for painting. */
export function foldWithSources(text: string): FoldedText {
  const sources: number[] = [];
  const folded = walk(text, (from, units, step) => {
    for (let unit = 0; unit < units; unit += 1) sources.push(from + unit * step);
  });
  return { text: folded.text, sources: Int32Array.from(sources) };
}

/**
 * A query folded, cut at its line breaks: the parts stand next to each other in the text, with or without a paragraph
 * break between them.
 */
export function foldQuery(query: string): string[] {
  return fold(query)
    .split(lineBarrier)
    .filter((part) => part !== '');
}

/** Tells of `units` units that came from code point `from`, or, with `step` 1, from it and those after it. */
type Record = (from: number, units: number, step: 0 | 1) => void;

function walk(text: string, record?: Record): Walk {
  let folded = '';
  /** From here to `at` the text is its own fold: it is taken over in one piece. */
  let from = 0;
  let isEven = true;
  let blankAt = -1;
  let breakAt = -1;
  let at = 0;
  let source = 0;
  for (; at < text.length; source += 1) {
    const unit = text.charCodeAt(at);
    const single = singleForms[unit] ?? 0;
    if (single !== 0 && single === unit && blankAt < 0 && breakAt < 0) {
      at += 1;
      continue;
    }
    folded += text.slice(from, at);
    record?.(source - (at - from), at - from, 1);
    const character = single === 0 ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.charAt(at);
    const form = single === 0 ? formOf(character) : String.fromCharCode(single);
    at += character.length;
    from = at;
    if (form.length !== 1 || character.length !== 1) isEven = false;
    if (form === '') continue;
    if (form === blankForm || form === lineBarrier) {
      isEven = false;
      if (form === lineBarrier) breakAt = breakAt < 0 ? source : breakAt;
      else blankAt = blankAt < 0 ? source : blankAt;
      continue;
    }
    const isBroken = breakAt >= 0 && folded !== '';
    if (isBroken || (blankAt >= 0 && isLetterOrDigit(lastCharacter(folded)) && isLetterOrDigit(firstCharacter(form)))) {
      record?.(isBroken ? breakAt : blankAt, 1, 0);
      folded += isBroken ? lineBarrier : blankForm;
    }
    blankAt = -1;
    breakAt = -1;
    record?.(source, form.length, 0);
    folded += form;
  }
  record?.(source - (at - from), at - from, 1);
  return { text: folded + text.slice(from), isEven };
}

/** Empty when there is none. */
function lastCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xdc00 && last < 0xe000 ? text.slice(-2) : text.slice(-1);
}

function firstCharacter(form: string): string {
  return form.length === 1 ? form : String.fromCodePoint(form.codePointAt(0) ?? 0);
}

function formOf(character: string): string {
  let form = knownForms.get(character);
  if (form === undefined) {
    form = computeForm(character);
    knownForms.set(character, form);
    const isSingle = form.length === 1 && character.length === 1 && form !== blankForm && form !== lineBarrier;
    if (isSingle) singleForms[character.charCodeAt(0)] = form.charCodeAt(0);
  }
  return form;
}

function computeForm(character: string): string {
  if (lineBreak.test(character)) return lineBarrier;
  return blank.test(character) ? blankForm : plainForm(character);
}

function isLetterOrDigit(character: string): boolean {
  let known = knownLetters.get(character);
  if (known === undefined) {
    known = letterOrDigit.test(character);
    knownLetters.set(character, known);
  }
  return known;
}
