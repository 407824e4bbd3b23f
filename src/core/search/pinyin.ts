import { fold, lineBarrier } from './fold.ts';
import table from './tables/pinyin-table.json' with { type: 'json' };

/** A span of folded text, in UTF-16 units. */
export interface FoldedSpan {
  start: number;
  end: number;
}

/** Longest query read as pinyin, in letters: beyond any patience. */
const maximumLength = 100;
const pinyinQuery = /^[a-z0-9]+$/;
const separator = /[\s']/gu;
const twoLetterInitial = /^[zcs]h/;

let readings: Map<string, string[]> | undefined;

/**
 * True when `text` has a run of characters that `query` spells: full syllables, initials (`z` or `zh`), any mixture of the
 * two, the last syllable unfinished. `jyfz`, `jiaoyufazhan`, `jiaoyufz` and `jiaoyufazh` all mean 教育发展.
 */
export function matchesPinyin(text: string, query: string): boolean {
  const letters = pinyinLetters(query);
  return letters !== '' && findSpelled(spellableForm(text), letters, 1).length > 0;
}

/** More texts than any list has that is narrowed at every key. */
const mostForms = 20_000;
const forms = new Map<string, string>();

function spellableForm(text: string): string {
  let form = forms.get(text);
  if (form === undefined) {
    if (forms.size >= mostForms) forms.clear();
    form = spellable(fold(text));
    forms.set(text, form);
  }
  return form;
}

/** What `query` spells, as bare lower-case letters and digits; empty when it cannot be pinyin. */
export function pinyinLetters(query: string): string {
  const letters = fold(query).replaceAll(lineBarrier, '').replace(separator, '').replaceAll('ü', 'v');
  return pinyinQuery.test(letters) && /[a-z]/.test(letters) && letters.length <= maximumLength ? letters : '';
}

/** The first `limit` spans of folded text that `letters` spells; each begins with a character that has a reading. */
export function findSpelled(folded: string, letters: string, limit: number): FoldedSpan[] {
  const spans: FoldedSpan[] = [];
  for (let start = 0; start < folded.length && spans.length < limit; start += 1) {
    if (!startsWithReading(folded[start], letters)) continue;
    const end = spelledEnd(folded, start, letters);
    if (end === undefined) continue;
    spans.push({ start, end });
    start = end - 1;
  }
  return spans;
}

function spellable(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

function startsWithReading(character: string | undefined, letters: string): boolean {
  return readingsOf(character).some((reading) => reading[0] === letters[0]);
}

/** Follows every way of cutting `letters` at once: the set of offsets reached so far, one character after the other. */
function spelledEnd(folded: string, start: number, letters: string): number | undefined {
  let reached = new Set([0]);
  for (let index = start; index < folded.length && reached.size > 0; index += 1) {
    const character = folded[index];
    const next = new Set<number>();
    for (const offset of reached) {
      if (letters[offset] === character) next.add(offset + 1);
      for (const reading of readingsOf(character)) if (addSteps(reading, letters, offset, next)) return index + 1;
    }
    if (next.has(letters.length)) return index + 1;
    reached = next;
  }
  return undefined;
}

/** Adds to `next` the offsets that one reading leads to from `offset`; true when it ends the query. */
function addSteps(reading: string, letters: string, offset: number, next: Set<number>): boolean {
  if (reading[0] !== letters[offset]) return false;
  if (letters.length - offset <= reading.length && reading.startsWith(letters.slice(offset))) return true;
  next.add(offset + 1);
  if (twoLetterInitial.test(reading) && letters[offset + 1] === 'h') next.add(offset + 2);
  if (letters.startsWith(reading, offset)) next.add(offset + reading.length);
  return false;
}

function readingsOf(character: string | undefined): readonly string[] {
  readings ??= readTable();
  return (character !== undefined && readings.get(character)) || [];
}

function readTable(): Map<string, string[]> {
  const byCharacter = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table)) {
    for (const character of characters) {
      const known = byCharacter.get(character);
      if (known) known.push(syllable);
      else byCharacter.set(character, [syllable]);
    }
  }
  return byCharacter;
}
