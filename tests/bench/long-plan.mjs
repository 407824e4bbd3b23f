import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';

/** The plan that comes with the program; a long one takes its id, so that the program opens it. */
export const bundledId = 'jilin-145-education';
const bundled = JSON.parse(readFileSync(join(root, 'resources/plans', bundledId, 'plan.json'), 'utf8'));

/**
 * @typedef {object} LongPlan
 * @property {string} json
 * @property {string[]} blocks
 * @property {string} textHash
 */

const chapters = 12;
const sectionsOfChapter = 30;

/**
 * A plan of so many characters, made of the sentences of the bundled one in an order that is the same each time.
 *
 * @param {number} characters
 * @returns {LongPlan}
 */
export function longPlan(characters) {
  const random = seededRandom(20_261_125);
  const sentences = bundled.blocks.map((/** @type {{ text: string }} */ { text }) => text.replace(/[。…]*$/u, '。'));
  const sentence = () => sentences[Math.floor(random() * sentences.length)];
  /** @type {Record<string, unknown>[]} */
  const blocks = [{ kind: 'title', text: bundled.title }];
  /** @type {Record<string, unknown>[]} */
  const sections = [];
  const perSection = characters / (chapters * sectionsOfChapter);
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    const id = String(chapter);
    const ordinal = `${numeral(chapter)}、`;
    sections.push({
      id,
      level: 1,
      number: chapter,
      ordinal,
      heading: '章',
      headingBlock: blocks.length,
      bodyBlocks: [],
    });
    blocks.push({ kind: 'heading', text: `${ordinal}章`, section: id });
    for (let number = 1; number <= sectionsOfChapter; number += 1) {
      addSection(`${id}.${number}`, id, number);
    }
  }
  const texts = blocks.map(({ text }) => String(text));
  const textHash = `sha256-${createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)}`;
  const plan = { schema: 'plan/1', id: bundledId, title: bundled.title, blocks, sections, diagnostics: [] };
  return { json: JSON.stringify(plan), blocks: texts, textHash };

  /** @param {string} id @param {string} parent @param {number} number */
  function addSection(id, parent, number) {
    const ordinal = `（${numeral(number)}）`;
    const headingBlock = blocks.length;
    blocks.push({ kind: 'heading', text: `${ordinal}${number} 节`, section: id });
    const bodyBlocks = [];
    for (let length = 0; length < perSection; ) {
      const text = Array.from({ length: 5 }, sentence).join('');
      bodyBlocks.push(blocks.length);
      blocks.push({ kind: 'paragraph', text, section: id });
      length += text.length;
    }
    sections.push({ id, parent, level: 2, number, ordinal, heading: `${number} 节`, headingBlock, bodyBlocks });
  }
}

/** @param {number} value up to 99 */
function numeral(value) {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 > 0 || value === 0 ? digits[value % 10] : ''}`;
}

/** @param {number} seed */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
