import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { PlanDocument } from '#core/plan/plan';
import { createRandom, type Random } from '../anchoring/random.ts';

/** How a query differs from the text in which it is looked for. */
export type QueryKind =
  | 'slice'
  | 'long slice'
  | 'across lines'
  | 'one character'
  | 'word'
  | 'terms'
  | 'pinyin'
  | 'traditional'
  | 'full width'
  | 'marks left out'
  | 'missing';

export interface BenchQuery {
  kind: QueryKind;
  text: string;
}

const counts: Record<QueryKind, number> = {
  slice: 80,
  'long slice': 20,
  'across lines': 15,
  'one character': 25,
  word: 50,
  terms: 40,
  pinyin: 30,
  traditional: 30,
  'full width': 30,
  'marks left out': 20,
  missing: 40,
};

const toTraditional = Converter({ from: 'cn', to: 't' });
const marks = /["'()（）“”《》「」\-·+]/gu;
const withMark = /^[^"'“”]+["'“”《》「」（）][^"'“”]+$/u;
const word = /^\p{Script=Han}+$/u;

/** Some hundred queries, the same for every run. */
export function writeQueries(plan: PlanDocument, seed: number): BenchQuery[] {
  const random = createRandom(seed);
  const make: Record<QueryKind, () => string> = {
    slice: () => slice(plan, random, 1, 12),
    'long slice': () => slice(plan, random, 30, 300),
    'across lines': () => acrossLines(plan, random),
    'one character': () => slice(plan, random, 1, 1),
    word: () => han(plan, random, 2, 4),
    terms: () =>
      Array.from({ length: random.between(2, 3) }, () => han(plan, random, 2, 3)).join(random.pick([' ', '　'])),
    pinyin: () => spelled(han(plan, random, 3, 5), random),
    traditional: () => toTraditional(slice(plan, random, 2, 10)),
    'full width': () => otherWidth(slice(plan, random, 4, 12)),
    'marks left out': () => slice(plan, random, 6, 14),
    missing: () => [...slice(plan, random, 3, 6)].reverse().join(''),
  };
  const whole = plan.blocks.map(({ text }) => text).join('\n');
  const isFit: Partial<Record<QueryKind, (text: string) => boolean>> = {
    'full width': (text) => /[！-～!-~]/u.test(text),
    // what is there without marks as well is another kind of query
    'marks left out': (text) => withMark.test(text) && !whole.includes(text.replaceAll(marks, '')),
  };
  const queries: BenchQuery[] = [];
  for (const kind of Object.keys(counts) as QueryKind[]) {
    for (let left = counts[kind], tries = 0; left > 0 && tries < 20_000; tries += 1) {
      const text = make[kind]();
      if (text === '' || isFit[kind]?.(text) === false) continue;
      queries.push({ kind, text: kind === 'marks left out' ? text.replaceAll(marks, '') : text });
      left -= 1;
    }
  }
  return queries;
}

function slice({ blocks }: PlanDocument, random: Random, shortest: number, longest: number): string {
  const characters = [...random.pick(blocks).text];
  const length = Math.min(characters.length, random.between(shortest, longest));
  const start = random.between(0, characters.length - length);
  return characters
    .slice(start, start + length)
    .join('')
    .trim();
}

function han(plan: PlanDocument, random: Random, shortest: number, longest: number): string {
  for (;;) {
    const found = slice(plan, random, shortest, longest);
    if (word.test(found)) return found;
  }
}

/** The end of a block and the beginning of the next one of the same section, as they are copied. */
function acrossLines({ blocks }: PlanDocument, random: Random): string {
  for (;;) {
    const index = random.between(0, blocks.length - 2);
    const [before, after] = [blocks[index], blocks[index + 1]];
    if (before === undefined || after === undefined || before.section !== after.section) continue;
    return `${before.text.slice(-random.between(2, 8))}\n${after.text.slice(0, random.between(2, 8))}`;
  }
}

function spelled(text: string, random: Random): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  const isFull = syllables.map(() => random.chance(0.4));
  return syllables.map((syllable, index) => (isFull[index] ? syllable : (syllable[0] ?? ''))).join('');
}

/** Full width where it was half width, and the other way round. */
function otherWidth(text: string): string {
  return text.replaceAll(/[!-~！-～]/gu, (character) => {
    const code = character.charCodeAt(0);
    return String.fromCharCode(code < 0x7f ? code + 0xfee0 : code - 0xfee0);
  });
}
