import { readFileSync } from 'node:fs';
import type { PlanBlock, PlanDocument, PlanSection } from '#core/plan/plan';
import { planSchema } from '#core/plan/plan-schema';
import { formatChineseNumeral } from '#core/text/chinese-numerals';
import { createRandom, type Random } from '../anchoring/random.ts';

const bundled = planSchema.parse(
  JSON.parse(readFileSync(new URL('../../../resources/plans/jilin-145-education/plan.json', import.meta.url), 'utf8')),
);
const clauses = bundled.blocks
  .filter(({ kind }) => kind === 'paragraph')
  .flatMap(({ text }) => text.split(/[，。；：]/u))
  .filter((clause) => clause.length > 3);
const headings = bundled.sections.flatMap(({ heading = '' }) => heading.split('，')).filter((part) => part !== '');

const sectionsOfChapter = 30;
/** UTF-16 units of a section's body, about as in plans. */
const shortestBody = 150;
const longestBody = 650;

/**
 * A plan of about so many bytes in UTF-8: clauses of the bundled one in a new order, with numbers, quotes and Latin words
 * between them, so that a piece of it occurs once, now and then, or in nearly every section.
 */
export function writeCorpus(id: string, bytes: number, seed: number): PlanDocument {
  const random = createRandom(seed);
  const blocks: PlanBlock[] = [{ kind: 'title', text: bundled.title }];
  const sections: PlanSection[] = [];
  let written = 0;
  const add = (block: PlanBlock) => {
    written += Buffer.byteLength(block.text) + 1;
    return blocks.push(block) - 1;
  };
  const addSection = (section: Omit<PlanSection, 'bodyBlocks' | 'headingBlock'>, closing: string, length: number) => {
    const text = `${section.ordinal}${section.heading}${closing}`;
    const headingBlock = add({ kind: 'heading', text, section: section.id });
    const bodyBlocks: number[] = [];
    for (let left = length; left > 0; left -= blocks[bodyBlocks.at(-1) ?? 0]?.text.length ?? left) {
      bodyBlocks.push(add({ kind: 'paragraph', text: paragraph(random), section: section.id }));
    }
    sections.push({ ...section, headingBlock, bodyBlocks });
  };
  for (let chapter = 1; written < bytes; chapter += 1) {
    const parent = String(chapter);
    const ordinal = `${formatChineseNumeral(chapter)}、`;
    addSection({ id: parent, level: 1, number: chapter, ordinal, heading: heading(random) }, '', 0);
    for (let number = 1; number <= sectionsOfChapter && written < bytes; number += 1) {
      const length = random.between(shortestBody, longestBody);
      const own = {
        id: `${parent}.${number}`,
        parent,
        level: 2,
        number,
        ordinal: `（${formatChineseNumeral(number)}）`,
      };
      addSection({ ...own, heading: heading(random) }, random.chance(0.5) ? '。' : '', length);
    }
  }
  return { schema: 'plan/1', id, title: bundled.title, blocks, sections, diagnostics: [] };
}

function heading(random: Random): string {
  return random.chance(0.4) ? `${random.pick(headings)}和${random.pick(headings)}` : random.pick(headings);
}

function paragraph(random: Random): string {
  return Array.from({ length: random.between(1, 4) }, () => sentence(random)).join('');
}

function sentence(random: Random): string {
  const parts = Array.from({ length: random.between(2, 5) }, () => clause(random));
  return `${parts.join(random.chance(0.8) ? '，' : '；')}。`;
}

function clause(random: Random): string {
  const words = random.pick(clauses);
  if (random.chance(0.12)) return `到${random.between(2021, 2035)}年${words}`;
  if (random.chance(0.08))
    return `${words}达到${random.between(1, 9999)}人、${random.between(10, 99)}.${random.between(0, 9)}％`;
  if (random.chance(0.06))
    return `${words}（${random.pick(['STEM', 'AI', '5G', 'K12', 'MOOC', 'VR/AR', 'ISO 9001'])}）`;
  if (random.chance(0.08)) return quoted(words, random);
  return words;
}

function quoted(words: string, random: Random): string {
  const start = random.between(0, words.length - 3);
  const end = Math.min(words.length, start + random.between(2, 5));
  const [open, close] = random.pick(['“”', '《》', '「」']);
  return `${words.slice(0, start)}${open}${words.slice(start, end)}${close}${words.slice(end)}`;
}
