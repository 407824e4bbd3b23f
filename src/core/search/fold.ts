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

/** The folded form of `text`. */
export function fold(text: string): string {
  return walk(text, () => {});
}

/** The folded form of `text` with the way back, for painting. */
export function foldWithSources(text: string): FoldedText {
  const sources: number[] = [];
  const folded = walk(text, (source, units) => {
    for (let unit = 0; unit < units; unit += 1) sources.push(source);
  });
  return { text: folded, sources: Int32Array.from(sources) };
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

function walk(text: string, record: (source: number, units: number) => void): string {
  let folded = '';
  let last = '';
  let blankAt = -1;
  let breakAt = -1;
  let source = -1;
  for (const character of text) {
    source += 1;
    const form = formOf(character);
    if (form === '') continue;
    if (form === blankForm) {
      if (blankAt < 0) blankAt = source;
      continue;
    }
    if (form === lineBarrier) {
      if (breakAt < 0) breakAt = source;
      continue;
    }
    if (breakAt >= 0 && folded !== '') {
      folded += lineBarrier;
      record(breakAt, 1);
    } else if (blankAt >= 0 && isLetterOrDigit(last) && isLetterOrDigit(firstCharacter(form))) {
      folded += blankForm;
      record(blankAt, 1);
    }
    blankAt = -1;
    breakAt = -1;
    folded += form;
    record(source, form.length);
    last = form.length === 1 ? form : ([...form].at(-1) ?? '');
  }
  return folded;
}

function firstCharacter(form: string): string {
  return form.length === 1 ? form : String.fromCodePoint(form.codePointAt(0) ?? 0);
}

function formOf(character: string): string {
  let form = knownForms.get(character);
  if (form === undefined) {
    form = computeForm(character);
    knownForms.set(character, form);
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
