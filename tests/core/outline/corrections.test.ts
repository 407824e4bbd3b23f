import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCorrections, type Correction, nameBlock } from '#core/outline/corrections';
import { correctionsSchema } from '#core/outline/corrections-schema';
import { planFromBlocks } from '#core/outline/parse-outline';
import { previewLines } from '#core/outline/preview-lines';
import { type DecidedRole, decidedRoles, type TextBlock } from '#core/outline/text-block';
import { planSchema } from '#core/plan/plan-schema';
import { outlineLines } from './outline-lines.ts';

const blocksOf = (...texts: string[]): TextBlock[] => texts.map((text) => ({ text }));
const document = blocksOf('规划', '前言', '一、甲', '正文，', '未完。', '二、乙');
const textsOf = (blocks: readonly TextBlock[]) => blocks.map(({ text }) => text);
const at = (index: number, blocks: readonly TextBlock[] = document) => nameBlock(blocks, index);

describe('a correction', () => {
  test('makes a heading, or none', () => {
    const { blocks, unplaced } = applyCorrections(document, [
      { kind: 'heading', block: at(1), level: 1 },
      { kind: 'text', block: at(5) },
    ]);
    expect(unplaced).toEqual([]);
    expect(outlineLines(planFromBlocks('example', blocks))).toEqual(['0  前言', '1 一、 甲']);
  });

  test('gives a heading its number; what is printed stays', () => {
    const printed = blocksOf('规划', '一、甲', '（一）子', '一、乙', '三、丙');
    const { blocks, unplaced } = applyCorrections(printed, [{ kind: 'number', block: at(3, printed), number: 2 }]);
    expect(unplaced).toEqual([]);
    const plan = planFromBlocks('example', blocks);
    expect(plan.sections.map(({ id, ordinal, heading }) => `${id} ${ordinal}${heading}`)).toEqual([
      '1 一、甲',
      '1.1 （一）子',
      '2 二、乙',
      '3 三、丙',
    ]);
    expect(plan.blocks.map(({ text }) => text)).toEqual(textsOf(printed));
    expect(plan.diagnostics).toEqual([]);
    expect(previewLines(plan, blocks)[3]).toMatchObject({ number: 2, isDecided: true });
    expect(nameBlock(blocks, 3).text).toBe(nameBlock(printed, 3).text);
  });

  test.each([
    ['1.2 甲', '1.3'],
    ['（3）甲', '（3）'],
    ['附件1 甲', '附件3'],
    ['第5条 甲', '第3条'],
    ['⑤甲', '③'],
  ])('prints the number of %s as %s', (printed, ordinal) => {
    const blocks = [{ text: printed, hint: { number: 3 } }];
    expect(planFromBlocks('example', blocks).sections.at(-1)).toMatchObject({ ordinal, number: 3 });
  });

  test('merges a block with the one before it, and splits one', () => {
    const { blocks } = applyCorrections(document, [
      { kind: 'merge', block: at(4) },
      { kind: 'split', block: at(2), at: 2 },
    ]);
    expect(textsOf(blocks)).toEqual(['规划', '前言', '一、', '甲', '正文，未完。', '二、乙']);
  });

  test('counts code points when it splits, and keeps the look but not the level of the second part', () => {
    const [block] = [{ text: '𠮷😀甲乙', hint: { headingLevel: 1, page: 3 } }];
    const { blocks } = applyCorrections([block], [{ kind: 'split', block: at(0, [block]), at: 2 }]);
    expect(blocks).toEqual([
      { text: '𠮷😀', hint: { headingLevel: 1, page: 3 } },
      { text: '甲乙', hint: { page: 3 } },
    ]);
  });

  test('applies to what those before it made', () => {
    const split: Correction = { kind: 'split', block: at(2), at: 2 };
    const { blocks } = applyCorrections(document, [split]);
    const heading: Correction = { kind: 'heading', block: nameBlock(blocks, 3), level: 2 };
    const { unplaced, blocks: both } = applyCorrections(document, [split, heading]);
    expect(unplaced).toEqual([]);
    expect(both[3]).toEqual({ text: '甲', hint: { decided: { level: 2 } } });
  });

  test.each<[string, Correction]>([
    ['merges the first block', { kind: 'merge', block: at(0) }],
    ['splits at its end', { kind: 'split', block: at(1), at: 2 }],
    ['names text that is not there', { kind: 'text', block: { ...at(1), text: '无' } }],
  ])('that %s is told and changes nothing', (_, correction) => {
    expect(applyCorrections(document, [correction])).toEqual({ blocks: document, unplaced: [correction] });
  });
});

describe('a role that the reader gives', () => {
  const notice = blocksOf(
    '某市文件',
    '关于印发',
    '规划的通知',
    '一、甲',
    '（一）乙',
    '正文。',
    '二、丙',
    '一、任务分解表',
    '甲\t乙',
    '第 3 页',
  );
  const kinds = (given: readonly [index: number, role: DecidedRole][]) => {
    const corrections = given.map(([index, role]): Correction => ({ kind: 'role', block: at(index, notice), role }));
    const { blocks, unplaced } = applyCorrections(notice, corrections);
    expect(unplaced).toEqual([]);
    expect(correctionsSchema.safeParse({ schema: 'corrections/1', corrections }).success).toBe(true);
    const plan = planFromBlocks('example', blocks);
    return { plan, lines: previewLines(plan, blocks) };
  };

  test.each<[name: string, given: [number, DecidedRole][], line: number, is: object]>([
    ['a heading becomes a line of contents', [[3, 'contents']], 3, { kind: 'contents', isDecided: true }],
    ['a heading becomes a row', [[4, 'row']], 4, { kind: 'row' }],
    ['text becomes a row', [[8, 'row']], 8, { kind: 'row' }],
    ['text becomes a note', [[9, 'note']], 9, { kind: 'note' }],
    ['text becomes text of a box', [[5, 'box']], 5, { kind: 'box' }],
    ['the found title becomes text of a box', [[0, 'box']], 0, { kind: 'box' }],
    ['text becomes an attachment', [[9, 'attachment']], 9, { kind: 'heading', level: 1, isAttachment: true }],
    ['a line is dropped', [[9, 'dropped']], 9, { kind: 'dropped', text: '第 3 页', isDecided: true }],
  ])('%s', (_, given, line, is) => {
    expect(kinds(given).lines[line]).toMatchObject(is);
  });

  test('lines that are the title are it instead of those that look so', () => {
    const { plan, lines } = kinds([
      [1, 'title'],
      [2, 'title'],
    ]);
    expect(plan.title).toBe('关于印发规划的通知');
    expect(lines.map(({ kind }) => kind).slice(0, 4)).toEqual(['paragraph', 'title', 'title', 'heading']);
  });

  test('an attachment is named by all of its line, and holds what follows', () => {
    const { plan, lines } = kinds([[7, 'attachment']]);
    expect(outlineLines(plan)).toEqual(['1 一、 甲', '1.1 （一） 乙', '2 二、 丙', 'a0  一、任务分解表']);
    expect(lines[8]).toMatchObject({ section: 'a0' });
  });

  test('what is dropped is in no text, is still among the lines, and can be taken in again', () => {
    const { plan, lines } = kinds([
      [0, 'dropped'],
      [9, 'dropped'],
    ]);
    expect(plan.blocks.map(({ text }) => text)).not.toContain('第 3 页');
    expect(plan.title).toBe('关于印发');
    expect(lines.map(({ text }) => text)).toEqual(textsOf(notice));
    const back = [
      { kind: 'role', block: at(9, notice), role: 'dropped' } as const,
      { kind: 'text', block: at(9, notice) } as const,
    ];
    expect(applyCorrections(notice, back).blocks.at(-1)).toEqual({ text: '第 3 页', hint: { decided: 'text' } });
  });
});

describe('in another edition', () => {
  const corrections: Correction[] = [{ kind: 'heading', block: at(1), level: 1 }];

  test.each([
    ['lines before it are new', blocksOf('规划', '通知', '说明', '前言', '一、甲')],
    ['it is written in other forms', blocksOf('规划', '前\u200B 言', '一、甲')],
  ])('it is found where %s', (_, edition) => {
    const { blocks, unplaced } = applyCorrections(edition, corrections);
    expect(unplaced).toEqual([]);
    expect(blocks.findIndex(({ hint }) => hint?.decided)).toBe(edition.findIndex(({ text }) => /^前/u.test(text)));
  });

  test('one of several is found by what stands before it', () => {
    const original = blocksOf('甲', '小结', '乙', '小结');
    const edition = blocksOf('甲', '小结', '丙', '小结', '乙', '小结');
    const { blocks } = applyCorrections(edition, [{ kind: 'text', block: nameBlock(original, 3) }]);
    expect(blocks.findIndex(({ hint }) => hint?.decided)).toBe(5);
  });

  test('one of several that stand alike is found by its place', () => {
    const alike = blocksOf('甲', '小结', '甲', '小结');
    const { blocks } = applyCorrections(alike, [{ kind: 'text', block: nameBlock(alike, 3) }]);
    expect(blocks.findIndex(({ hint }) => hint?.decided)).toBe(3);
  });
});

const texts = fc.array(
  fc.constantFrom('一、甲', '甲', '乙。', '二、乙', '\u200B', '甲 乙', '😀𠮷', 'word', '\uD83D', '甲\n乙'),
  {
    maxLength: 12,
  },
);
const steps = fc.array(
  fc.tuple(fc.constantFrom('heading', 'text', 'role', 'merge', 'split'), fc.nat(15), fc.integer({ min: 1, max: 6 })),
  {
    maxLength: 8,
  },
);

/** Corrections as a reader makes them, each in what the others made; some name blocks that are gone. */
function correctionsOf(raw: readonly TextBlock[], plan: readonly [string, number, number][]): Correction[] {
  const corrections: Correction[] = [];
  for (const [kind, place, number] of plan) {
    const { blocks } = applyCorrections(raw, corrections);
    const block = nameBlock(blocks, place % Math.max(1, blocks.length));
    if (kind === 'heading') corrections.push({ kind, block, level: number });
    else if (kind === 'role') corrections.push({ kind, block, role: decidedRoles[number] ?? 'title' });
    else if (kind === 'split') corrections.push({ kind, block, at: number });
    else corrections.push({ kind: kind === 'merge' ? 'merge' : 'text', block });
  }
  return corrections;
}

describe('any corrections', () => {
  const characters = (blocks: readonly TextBlock[]) => textsOf(blocks).join('').replace(/\s/gu, '');

  test('lose and move no character', () => {
    fc.assert(
      fc.property(texts, texts, steps, (raw, edition, plan) => {
        const corrections = correctionsOf(blocksOf(...raw), plan);
        for (const blocks of [blocksOf(...raw), blocksOf(...edition)]) {
          const corrected = applyCorrections(blocks, corrections).blocks;
          expect(characters(corrected)).toBe(characters(blocks));
          const kept = corrected.filter(({ hint }) => hint?.decided !== 'dropped');
          expect(characters(planFromBlocks('example', corrected).blocks)).toBe(characters(kept));
          const plan = planFromBlocks('example', corrected);
          expect(planSchema.safeParse(plan).error).toBeUndefined();
          expect(textsOf(previewLines(plan, corrected) as TextBlock[])).toEqual(textsOf(corrected));
        }
      }),
    );
  });

  test('give the same from the unchanged document each time, and leave it as it was', () => {
    fc.assert(
      fc.property(texts, steps, (raw, plan) => {
        const blocks = blocksOf(...raw);
        const corrections = correctionsOf(blocks, plan);
        expect(applyCorrections(blocks, corrections)).toEqual(applyCorrections(blocks, corrections));
        expect(blocks).toEqual(blocksOf(...raw));
      }),
    );
  });

  test('of headings and text change nothing when they are applied again', () => {
    fc.assert(
      fc.property(texts, steps, (raw, plan) => {
        const corrections = correctionsOf(
          blocksOf(...raw),
          plan.filter(([kind]) => kind === 'heading' || kind === 'text' || kind === 'role'),
        );
        const { blocks } = applyCorrections(blocksOf(...raw), corrections);
        expect(applyCorrections(blocks, corrections).blocks).toEqual(blocks);
      }),
    );
  });

  test('are read from a file as they were written', () => {
    fc.assert(
      fc.property(texts, steps, (raw, plan) => {
        const file = { schema: 'corrections/1', corrections: correctionsOf(blocksOf(...raw), plan) };
        expect(correctionsSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
      }),
    );
  });
});

test.each<[string, unknown]>([
  ['another version', { schema: 'corrections/2', corrections: [] }],
  ['an unknown kind', { schema: 'corrections/1', corrections: [{ kind: 'move', block: at(1) }] }],
  ['a level of nothing', { schema: 'corrections/1', corrections: [{ kind: 'heading', block: at(1), level: 0 }] }],
  [
    'a name without end',
    { schema: 'corrections/1', corrections: [{ kind: 'text', block: { ...at(1), text: '甲'.repeat(201) } }] },
  ],
])('the schema refuses %s', (_, file) => {
  expect(correctionsSchema.safeParse(file).success).toBe(false);
});
