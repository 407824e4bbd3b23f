import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchTier } from '#core/search/index';
import type { BenchQuery, QueryKind } from './write-queries.ts';

/**
 * Which sections hold a query, found by going through all of them with plain string functions and with nothing of the
 * program: what a person means by “the same words in another form” is written down here a second time. A section also answers to
 * its own number.
 */
export type Truth = (query: BenchQuery) => Set<string>;

/** The tiers that answer a query of this kind; what stands under the others is marked in the list as something else. */
export const tiersOf: Record<QueryKind, readonly SearchTier[]> = {
  slice: ['literal'],
  'long slice': ['literal'],
  'across lines': ['literal'],
  'one character': ['literal'],
  word: ['literal'],
  terms: ['literal', 'loose', 'and'],
  pinyin: ['literal', 'loose', 'pinyin'],
  traditional: ['literal'],
  'full width': ['literal'],
  'marks left out': ['literal', 'loose'],
  missing: ['literal'],
};

const toSimplified = Converter({ from: 't', to: 'cn' });
const simplified = new Map<string, string>();

export function groundTruth(plan: PlanDocument): Truth {
  const lines = linesOf(plan).map(({ section, text }) => ({ section, text: plain(text) }));
  const sections = new Map<string, string>();
  for (const { section, text } of lines) sections.set(section, `${sections.get(section) ?? ''}${text}\n`);
  const bare = new Map([...sections].map(([section, text]) => [section, withoutMarks(text)]));
  const holding = (texts: ReadonlyMap<string, string>, test: (text: string) => boolean) =>
    new Set([...texts].filter(([, text]) => test(text)).map(([section]) => section));
  const numbered = numbersIn(plan);
  return ({ kind, text }) => {
    if (kind === 'terms') {
      const terms = text.split(/\s+/u).map(plain);
      return holding(sections, (section) => terms.every((term) => section.includes(term)));
    }
    if (kind === 'pinyin') return holding(bare, (section) => spells(section, text) || section.includes(text));
    if (kind === 'marks left out') {
      const wanted = withoutMarks(plain(text));
      return holding(bare, (section) => section.includes(wanted));
    }
    if (kind === 'across lines') {
      const pattern = new RegExp(
        text
          .split('\n')
          .map((part) => escaped(plain(part)))
          .join('[\\n ]?'),
        'u',
      );
      return holding(sections, (section) => pattern.test(section));
    }
    const wanted = plain(text);
    const found = holding(sections, (section) => section.includes(wanted));
    for (const section of numbered.get(wanted) ?? []) found.add(section);
    return found;
  };
}

/** The sections by their numbers, 二(三) and 2.3. */
function numbersIn({ sections }: PlanDocument): Map<string, string[]> {
  const ordinalOf = new Map(sections.map(({ id, ordinal }) => [id, plain(ordinal).replace(/、$/u, '')]));
  const numbers = new Map<string, string[]>();
  for (const { id, parent = '' } of sections) {
    const names = [`${ordinalOf.get(parent) ?? ''}${ordinalOf.get(id)}`, ...(id.includes('.') ? [id] : [])];
    for (const name of names) numbers.set(name, [...(numbers.get(name) ?? []), id]);
  }
  return numbers;
}

/** The lines of each section. A heading that ends as a sentence stands in one line with the text after it. */
function linesOf({ blocks }: PlanDocument): { section: string; text: string }[] {
  const lines: { section: string; text: string }[] = [];
  for (const [index, { text, section = '' }] of blocks.entries()) {
    const previous = blocks[index - 1];
    const runsOn = previous?.kind === 'heading' && previous.section === section && previous.text.endsWith('。');
    const last = lines.at(-1);
    if (runsOn && last) last.text += text;
    else lines.push({ section, text });
  }
  return lines;
}

function plain(text: string): string {
  let result = '';
  for (const character of text.normalize('NFKC').toLowerCase()) {
    let form = simplified.get(character);
    if (form === undefined) {
      form = toSimplified(character);
      simplified.set(character, form);
    }
    result += form;
  }
  return result.replaceAll(/[“”「」]/gu, '"').replaceAll(/(?<![a-z0-9])\s+|\s+(?![a-z0-9])/gu, '');
}

function withoutMarks(text: string): string {
  return text.replaceAll(/["'()《》\-·+]/gu, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

const syllables = new Map<string, string[]>();

function syllablesOf(character: string): string[] {
  let known = syllables.get(character);
  if (known === undefined) {
    const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    known = /\p{Script=Han}/u.test(character) ? [...new Set(all)] : [];
    syllables.set(character, known);
  }
  return known;
}

/** True when some run of characters can be read as `letters`, each as its syllable or the beginning that is its initial. */
function spells(text: string, letters: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const first = syllablesOf(text[at] ?? '');
    if (first.some((syllable) => syllable[0] === letters[0]) && spellsFrom(text, at, letters)) return true;
  }
  return false;
}

function spellsFrom(text: string, at: number, letters: string): boolean {
  if (letters === '') return true;
  const character = text[at] ?? '';
  if (character === letters[0]) return spellsFrom(text, at + 1, letters.slice(1));
  return syllablesOf(character).some((syllable) => {
    if (syllable.startsWith(letters)) return true;
    const initials = [syllable, syllable.slice(0, 1), ...(/^[zcs]h/.test(syllable) ? [syllable.slice(0, 2)] : [])];
    return initials.some((part) => letters.startsWith(part) && spellsFrom(text, at + 1, letters.slice(part.length)));
  });
}
