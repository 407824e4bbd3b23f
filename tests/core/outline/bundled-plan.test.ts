import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { canonicalText } from '#core/plan/canonical-text';
import { isMissing, type PlanDocument } from '#core/plan/plan';
import { planSchema } from '#core/plan/plan-schema';
import { sectionNumber } from '#core/plan/section-tree';
import { textHash } from '#core/plan/text-hash';

const id = 'jilin-145-education';
const folder = new URL(`../../../resources/plans/${id}/`, import.meta.url);
const source = readFileSync(new URL('source.txt', folder), 'utf8');
const compiled = readFileSync(new URL('plan.json', folder), 'utf8');
const plan: PlanDocument = planSchema.parse(JSON.parse(compiled));

const withHeading = plan.sections.filter((section) => !isMissing(section));
const missing = plan.sections.filter(isMissing);
const marked = (flag: 'cutOff' | 'gapBefore') => plan.blocks.filter((block) => block[flag]);
const diagnosed = (code: string) =>
  plan.diagnostics.filter((diagnostic) => diagnostic.code === code).map(({ section }) => section);

const facts: [string, unknown, unknown][] = [
  ['title', plan.title, '吉林市“十四五”教育发展规划'],
  ['title block', plan.blocks[0], { kind: 'title', text: '吉林市“十四五”教育发展规划' }],
  ['text hash', textHash(plan), 'sha256-8bf7b261fd5c0741'],
  ['code points', [...canonicalText(plan)].length, 3239],
  ['blocks', plan.blocks.length, 125],
  ['code point 896', [...canonicalText(plan)].slice(896, 910).join(''), '健全公办民办同步招生入学机制'],
  [
    'headed chapters',
    withHeading.filter(({ level }) => level === 1).map(({ number }) => number),
    [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  ],
  ['headed sections', withHeading.filter(({ level }) => level === 2).length, 57],
  ['deepest level', Math.max(...plan.sections.map(({ level }) => level)), 2],
  [
    'missing headings',
    missing,
    [
      { id: '3', level: 1, number: 3, ordinal: '三、', inferred: true, bodyBlocks: [] },
      { id: '3.1', parent: '3', level: 2, number: 1, ordinal: '（一）', inferred: true, bodyBlocks: [] },
    ],
  ],
  [
    'sections of chapter 三',
    plan.sections.filter(({ parent }) => parent === '3').map(({ id, ordinal, heading }) => [id, ordinal, heading]),
    [
      ['3.1', '（一）', undefined],
      ['3.2', '（二）', '构建产业人才培养培训新体系'],
      ['3.3', '（三）', '建立教育服务乡村振兴长效机制'],
      ['3.4', '（四）', '深化“双创”教育和对口合作'],
      ['3.5', '（五）', '提升国家通用语言文字教育水平和服务能力'],
    ],
  ],
  [
    'inferred',
    plan.sections.filter(({ inferred }) => inferred).map(({ id }) => id),
    ['3', '3.1', '3.2', '3.3', '3.4', '3.5'],
  ],
  [
    'chapter 一 has no text',
    plan.sections.filter(({ parent }) => parent === '1').flatMap(({ bodyBlocks }) => bodyBlocks),
    [],
  ],
  ['sections with text', plan.sections.filter(({ bodyBlocks }) => bodyBlocks.length > 0).length, 52],
  ['continuation lines', marked('gapBefore').map(({ section }) => section), ['2.1', '6.1', '8.3', '11.1']],
  ['cut lines', marked('cutOff').length, 56],
  ['sections with a cut line', new Set(marked('cutOff').map(({ section }) => section)).size, 52],
  ['all text is cut', plan.blocks.filter(({ kind, cutOff }) => kind === 'paragraph' && !cutOff), []],
  ['no heading is cut', plan.blocks.filter(({ kind, cutOff }) => kind !== 'paragraph' && cutOff), []],
  [
    'heading block',
    plan.blocks[plan.sections.find((section) => section.id === '4.2')?.headingBlock ?? -1]?.text,
    '（二）稳步推进考试招生制度改革。',
  ],
  ['number as the plan prints it', sectionNumber(plan, '2.3'), '二（三）'],
  ['told: missing chapters', diagnosed('missing-chapter'), ['3']],
  ['told: missing sections', diagnosed('missing-section'), ['3.1']],
  ['told: inferred parents', diagnosed('inferred-parent'), ['3.2', '3.3', '3.4', '3.5']],
  ['told: continuations', diagnosed('continuation'), ['2.1', '6.1', '8.3', '11.1']],
  ['told: cut lines', diagnosed('cut-off').length, 56],
  ['told: nothing else', diagnosed('duplicate-number').concat(diagnosed('no-headings')), []],
];

describe('the bundled plan', () => {
  test.each(facts)('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test('plan.json is what the source compiles to (else: npm run plans)', () => {
    expect(compiled).toBe(`${JSON.stringify(planSchema.parse(planFromText(id, source)), null, 2)}\n`);
  });

  test('every section has its words from its heading block', () => {
    for (const { heading = '', headingBlock, ordinal } of withHeading) {
      const text = plan.blocks[headingBlock ?? -1]?.text ?? '';
      expect([`${ordinal}${heading}`, `${ordinal}${heading}。`]).toContain(text);
    }
  });

  test('sections and blocks point at each other', () => {
    for (const section of plan.sections) {
      const own = plan.blocks.flatMap((block, index) => (block.section === section.id ? [index] : []));
      const heading = section.headingBlock === undefined ? [] : [section.headingBlock];
      expect([...heading, ...section.bodyBlocks]).toEqual(own);
    }
  });
});

/** The characters that are not layout: blanks at the ends of lines are, those within a line are not. */
const charactersOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('');

describe('every character of the source is in the plan exactly once, and no other', () => {
  const ofSource = charactersOf(source);
  const ofPlan = (candidate: PlanDocument) => candidate.blocks.map(({ text }) => text).join('');

  test('in order', () => {
    expect(ofPlan(plan)).toBe(ofSource);
  });

  const [first, second, ...others] = plan.blocks;
  test.each([
    ['a lost character', [{ ...first, text: first?.text.slice(1) }, second, ...others]],
    ['a character too many', [{ ...first, text: `${first?.text}。` }, second, ...others]],
    ['a block twice', [first, second, second, ...others]],
    ['blocks exchanged', [second, first, ...others]],
  ])('the comparison sees %s', (_, blocks) => {
    expect(ofPlan({ ...plan, blocks } as PlanDocument)).not.toBe(ofSource);
  });
});
