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
const mixedQuery = /^[\p{L}\p{N}]+$/u;
const separator = /[\s']/gu;
const twoLetterInitial = /^[zcs]h/;

let known: Map<string, string[]> | undefined;
const unread: readonly string[] = [];

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
  return lettersOf(query, pinyinQuery);
}

/** The same where characters may stand between the letters; empty without any letter. */
export function mixedLetters(query: string): string {
  return lettersOf(query, mixedQuery);
}

function lettersOf(query: string, form: RegExp): string {
  const letters = fold(query).replaceAll(lineBarrier, '').replace(separator, '').replaceAll('ü', 'v');
  return form.test(letters) && /[a-z]/.test(letters) && letters.length <= maximumLength ? letters : '';
}

/** The first `limit` spans of folded text that `letters` spells; each begins with a character that has a reading. */
export function findSpelled(folded: string, letters: string, limit: number): FoldedSpan[] {
  const spans: FoldedSpan[] = [];
  const [first] = letters;
  const spelled = { text: folded, readings: [] };
  for (let start = 0; start < folded.length && spans.length < limit; start += 1) {
    if (!beginsWith(readingsOf(folded[start]), first)) continue;
    const end = spelledEnd(spelled, start, letters, 'initials');
    if (end === undefined) continue;
    spans.push({ start, end });
    start = end - 1;
  }
  return spans;
}

/** Whether a character may be spelled by its initial, or by its whole syllable only; the last syllable may always be unfinished. */
type Spelling = 'initials' | 'syllables';

/** Text whose readings are looked up once, to be compared with every query. */
export interface Spelled {
  text: string;
  /** The readings of each UTF-16 unit. */
  readings: readonly (readonly string[])[];
  /** For each unit the letters that its readings begin with, a bit for each. */
  initials: Int32Array;
}

/** Looks the readings of folded text up. */
export function spelledText(text: string): Spelled {
  const readings: (readonly string[])[] = [];
  const initials = new Int32Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const ofUnit = readingsOf(text[at]);
    readings.push(ofUnit);
    initials[at] = ofUnit.reduce((bits, reading) => bits | bitOf(reading), 0);
  }
  return { text, readings, initials };
}

/** The first span that `letters` spells or simply repeats; it may begin with a character that stands in `letters` itself. */
export function firstSpelled(spelled: Spelled, letters: string, spelling: Spelling): FoldedSpan | undefined {
  const first = letters[0];
  const bit = bitOf(letters);
  const { text, initials } = spelled;
  for (let start = 0; start < text.length; start += 1) {
    if (((initials[start] ?? 0) & bit) === 0 && text[start] !== first) continue;
    const end = spelledEnd(spelled, start, letters, spelling);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

/** A bit for the letter that a text begins with; none for any other character. */
function bitOf(text: string): number {
  const letter = text.charCodeAt(0) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : 0;
}

function spellable(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

function beginsWith(readings: readonly string[], first: string | undefined): boolean {
  for (const reading of readings) if (reading[0] === first) return true;
  return false;
}

/** Offsets in the query, kept between calls: a list of names is looked through at every key. */
let reached: number[] = [];
let next: number[] = [];

/** Follows every way of cutting `letters` at once: the offsets reached so far, one character after the other. */
function spelledEnd(
  { text, readings }: Pick<Spelled, 'text' | 'readings'>,
  start: number,
  letters: string,
  spelling: Spelling,
): number | undefined {
  reached.length = 0;
  reached.push(0);
  for (let index = start; index < text.length && reached.length > 0; index += 1) {
    const character = text[index];
    next.length = 0;
    const ofUnit = readings[index] ?? readingsOf(character);
    for (const offset of reached) {
      const letter = letters[offset];
      if (letter === character) reach(offset + 1);
      for (const reading of ofUnit) {
        if (reading[0] !== letter) continue;
        if (endsQuery(reading, letters, offset)) return index + 1;
        addSteps(reading, letters, offset, spelling);
      }
    }
    if (next.includes(letters.length)) return index + 1;
    const before = reached;
    reached = next;
    next = before;
  }
  return undefined;
}

function reach(offset: number): void {
  if (!next.includes(offset)) next.push(offset);
}

/** True when what is left of the query is the syllable, or its beginning. */
function endsQuery(reading: string, letters: string, offset: number): boolean {
  return letters.length - offset <= reading.length && reading.startsWith(letters.slice(offset));
}

/** Reaches the offsets that one reading leads to from `offset`, where its first letter stands. */
function addSteps(reading: string, letters: string, offset: number, spelling: Spelling): void {
  if (letters.startsWith(reading, offset)) reach(offset + reading.length);
  if (spelling === 'syllables') return;
  reach(offset + 1);
  if (letters[offset + 1] === 'h' && twoLetterInitial.test(reading)) reach(offset + 2);
}

function readingsOf(character: string | undefined): readonly string[] {
  known ??= readTable();
  return (character !== undefined && known.get(character)) || unread;
}

function readTable(): Map<string, string[]> {
  const byCharacter = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table)) {
    for (const character of characters) {
      const others = byCharacter.get(character);
      if (others) others.push(syllable);
      else byCharacter.set(character, [syllable]);
    }
  }
  return byCharacter;
}
