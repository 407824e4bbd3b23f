import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingStyles, type StyleName, styleNames } from '#core/outline/heading-styles';
import { planFromBlocks } from '#core/outline/parse-outline';
import { planFromText } from '#core/outline/plan-from-text';
import type { TextBlockHint } from '#core/outline/text-block';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { planSchema } from '#core/plan/plan-schema';
import { type SectionNode, sectionTree } from '#core/plan/section-tree';

interface Topic {
  words: string;
  paragraphs: string[];
  children: Topic[];
}

/** Characters that no numbering style begins with. */
const words = fc
  .array(fc.constantFrom(...'甲乙丙丁教育改革发展质量'), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(''));
const paragraph = words.map((text) => `${text}。`);

function topics(depth: number): fc.Arbitrary<Topic[]> {
  const none: fc.Arbitrary<Topic[]> = fc.constant([]);
  const children = depth > 1 ? fc.oneof(none, { weight: 3, arbitrary: topics(depth - 1) }) : none;
  const topic = fc.record({ words, paragraphs: fc.array(paragraph, { maxLength: 2 }), children });
  return fc.array(topic, { minLength: 1, maxLength: 4 });
}

/** Prints the outline with `ordinal` for each heading; the first paragraph runs in where `runIn` says so. */
function print(
  outline: readonly Topic[],
  ordinal: (path: number[]) => string,
  runIn: boolean,
  path: number[] = [],
): string[] {
  return outline.flatMap((topic, index) => {
    const here = [...path, index + 1];
    const [first, ...others] = topic.paragraphs;
    const heading = ordinal(here) + topic.words;
    const lines = runIn && first ? [`${heading}。${first}`, ...others] : [heading, ...topic.paragraphs];
    return [...lines, ...print(topic.children, ordinal, runIn, here)];
  });
}

function outlineOf(plan: PlanDocument, nodes: readonly SectionNode[] = sectionTree(plan)): Topic[] {
  return nodes.map(({ section, children }) => ({
    words: section.heading ?? '',
    paragraphs: section.bodyBlocks.map((index) => plan.blocks[index]?.text ?? ''),
    children: outlineOf(plan, children),
  }));
}

function expectReadBack(outline: Topic[], lines: string[]): void {
  const plan = planFromText('example', ['规划', ...lines].join('\n'));
  expect(outlineOf(plan)).toEqual(outline);
  expect(plan.diagnostics).toEqual([]);
}

describe('an outline that is printed reads back the same', () => {
  /** An article's words are its text, a decimal number needs its path, and an attachment is always outermost. */
  const special: readonly StyleName[] = ['article', 'decimal', 'attachment'];
  const simpleStyles = styleNames.filter((name) => !special.includes(name));
  const wholeLines: StyleName[] = ['part', 'chapter', 'section'];
  const likes: Partial<Record<StyleName, string[]>> = {
    chineseComma: ['一、', '壹、', '一．'],
    chineseParenthesised: ['（一）', '(一)', '㈠'],
    arabicPoint: ['1.', '１．', '1、', '⒈'],
    arabicParenthesised: ['（1）', '(1)', '（１）', '⑴'],
    circled: ['①'],
    part: ['第一编 ', '第1编　'],
    chapter: ['第一章 ', '第１章 ', '第一章'],
    section: ['第一节 ', '第 1 节 '],
  };
  const printed = (name: StyleName) => fc.constantFrom(...(likes[name] ?? [''])).map((like) => ({ name, like }));

  test.each(simpleStyles.map((name) => ({ name })))('in one level of $name', ({ name }) => {
    fc.assert(
      fc.property(topics(1), printed(name), fc.boolean(), (outline, { like }, runIn) => {
        expectReadBack(
          outline,
          print(
            outline,
            (path) => headingStyles[name].print([path.at(-1) ?? 1], like),
            runIn && !wholeLines.includes(name),
          ),
        );
      }),
    );
  });

  /** Unusual nestings need a place that shows them: a heading that goes on after its children. */
  const evidence = (depth: number): Topic[] => {
    const topic = { words: '甲', paragraphs: [], children: depth > 1 ? evidence(depth - 1) : [] };
    return [topic, { words: '乙', paragraphs: [], children: [] }];
  };

  test('in any styles nested in any order', () => {
    const nesting = fc
      .shuffledSubarray(simpleStyles, { minLength: 4, maxLength: 4 })
      .chain((names) => fc.tuple(...names.map(printed)));
    fc.assert(
      fc.property(topics(4), nesting, (others, styles) => {
        const outline = [...evidence(4), ...others];
        const ordinal = (path: number[]) => {
          const style = styles[path.length - 1];
          return style ? headingStyles[style.name].print([path.at(-1) ?? 1], style.like) : '';
        };
        expectReadBack(outline, print(outline, ordinal, false));
      }),
      { numRuns: 300 },
    );
  });

  test('run in, in the styles of official documents', () => {
    const official = ['chineseComma', 'chineseParenthesised', 'arabicPoint', 'arabicParenthesised', 'circled'] as const;
    fc.assert(
      fc.property(topics(5), (outline) => {
        const ordinal = (path: number[]) =>
          headingStyles[official[path.length - 1] ?? 'circled'].print([path.at(-1) ?? 1], '');
        expectReadBack(outline, print(outline, ordinal, true));
      }),
    );
  });

  test.each(['1.', '1 '])('in decimals under %s', (top) => {
    fc.assert(
      fc.property(topics(4), (outline) => {
        // bare numbers are headings only beside decimal ones
        fc.pre(top === '1.' || (outline.every(({ children }) => children.length > 0) && outline.length > 1));
        const ordinal = (path: number[]) =>
          path.length === 1 ? top.replace('1', String(path[0])) : `${path.join('.')} `;
        expectReadBack(outline, print(outline, ordinal, true));
      }),
    );
  });
});

/** Text made of what the grammar reacts to, in any order. */
const hostileText = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('一、', '二、', '三、', '四、', '（一）', '（二）', '(三)', '㈣', '五', '十'),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '1.',
          '2.',
          '3、',
          '1.1',
          '1.2 ',
          '2.1.1 ',
          '１．',
          '⒉',
          '9',
          '（1）',
          '（2）',
          '①',
          '③',
          '1 ',
          '2 ',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('第一编', '第二章', '第3章 ', '第一节', '第一条 ', '第四条', '条规定', '项的'),
      },
      // lists of contents and of attachments are lists of whole lines
      { weight: 1, arbitrary: fc.constantFrom('\n附件1', '\n附件：', '\n附录 ', '\n目录\n') },
      {
        weight: 8,
        arbitrary: fc.constantFrom('\n', '\r\n', '\u2028', ' ', '　', '\t', '。', '。”', '，', '甲', '教育改革'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('甲'.repeat(90), '\uD83D', '\uDE00', '😀', '𠮷', '\0', '\uFEFF', '\u200B'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((fragments) => fragments.join(''));

const withoutBlanks = (text: string) => text.replace(/\s/gu, '');

describe('any text', () => {
  test('gives a valid plan', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(planSchema.safeParse(planFromText('example', text)).error).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test('any blocks and hints give a valid plan with every character', () => {
    const level = fc.integer({ min: -1, max: 400 });
    const decided = fc.oneof(fc.record({ level }), fc.constant('text' as const));
    const hint: fc.Arbitrary<TextBlockHint> = fc.record(
      {
        headingLevel: level,
        fontSize: fc.constantFrom(0, 10.5, 12, 12.2, 16, 22),
        isBold: fc.constant(true as const),
        page: fc.integer({ min: 1, max: 3 }),
        role: fc.constantFrom('row', 'contents', 'box', 'note'),
        decided,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ text: hostileText, hint })), (blocks) => {
        const plan = planFromBlocks('example', blocks);
        expect(planSchema.safeParse(plan).error).toBeUndefined();
        const text = blocks.map((block) => block.text).join('\n');
        expect(withoutBlanks(canonicalText(plan))).toBe(withoutBlanks(text.replaceAll('\u0085', '\n')));
      }),
    );
  });

  test('is in the plan once and in order, line by line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { blocks } = planFromText('example', text);
        let block = 0;
        for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map((line) => line.trim())) {
          let rest = line;
          for (; rest !== ''; block += 1) {
            const piece = blocks[block]?.text ?? '缺';
            expect(rest.startsWith(piece)).toBe(true);
            rest = rest.slice(piece.length).trimStart();
          }
        }
        expect(block).toBe(blocks.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('has the same characters in the canonical text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(withoutBlanks(canonicalText(planFromText('example', text)))).toBe(
          withoutBlanks(text.replaceAll('\u0085', '\n')),
        );
      }),
    );
  });

  test('gives the same sections when its canonical text is read again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plan = planFromText('example', text);
        const again = planFromText('example', canonicalText(plan));
        expect(again.sections).toEqual(plan.sections);
        expect(canonicalText(again)).toBe(canonicalText(plan));
      }),
      { numRuns: 2000 },
    );
  });

  test('every block belongs where the sections say', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { blocks, sections } = planFromText('example', text);
        const owned = sections.flatMap((section) =>
          (section.headingBlock === undefined ? [] : [section.headingBlock])
            .concat(section.bodyBlocks)
            .map((index): [number, string] => [index, section.id]),
        );
        const owners = blocks.flatMap(({ section }, index): [number, string][] =>
          section === undefined ? [] : [[index, section]],
        );
        expect(owned.sort(([one], [other]) => one - other)).toEqual(owners);
      }),
    );
  });
});
