import { describe, expect, test } from 'vitest';
import { planFromBlocks } from '#core/outline/parse-outline';
import { planFromText } from '#core/outline/plan-from-text';
import type { TextBlock } from '#core/outline/text-block';
import { canonicalText } from '#core/plan/canonical-text';
import { outlineLines, outlineOf } from './outline-lines.ts';

const long = `统筹城乡教育发展，${'促进公平而有质量的教育，'.repeat(8)}办好人民满意的教育。`;

describe('numbered whole sentences under a heading are text', () => {
  test.each([
    {
      name: 'aims',
      lines: [
        '（一）主要目标',
        '1. 到2025年，普及率达到95%。',
        '2. 到2027年，巩固率达到99%。',
        '（二）重点任务',
        '正文。',
      ],
      outline: ['1 （一） 主要目标', '2 （二） 重点任务'],
    },
    {
      name: 'at the end of the text',
      lines: [
        '一、目标',
        '1.到2025年，普及率达到95%。',
        '2.普通高中多样化发展，特色鲜明。',
        '3.高质量教育体系基本建成。',
      ],
      outline: ['1 一、 目标'],
    },
    {
      name: 'below a line that introduces them',
      lines: ['一、目标', '到2025年：', '（1）学位充足，布局合理。', '（2）师资优良，结构合理。', '二、任务', '正文。'],
      outline: ['1 一、 目标', '2 二、 任务'],
    },
    {
      name: 'among them one that is too long for a heading',
      lines: ['一、目标', `1.${long}`, '2.师资优良，结构合理。', '二、任务', '正文。'],
      outline: ['1 一、 目标', '2 二、 任务'],
    },
    {
      name: 'some set off by a ；, others by a full stop',
      lines: ['一、目标', '①到2025年，学位充足。', '②师资优良，结构合理；', '③设施完备。', '二、任务', '正文。'],
      outline: ['1 一、 目标', '2 二、 任务'],
    },
    {
      name: 'one after the other in a paragraph',
      lines: ['一、目标。1.到2025年，学位充足。2.师资优良，结构合理。', '二、任务', '正文。'],
      outline: ['1 一、 目标', '2 二、 任务'],
    },
    {
      name: 'inside an item that is a heading',
      lines: [
        '一、目标',
        '1.学前教育',
        '（1）学位充足，布局合理。',
        '（2）师资优良，结构合理。',
        '2.义务教育',
        '正文。',
      ],
      outline: ['1 一、 目标', '1.1 1. 学前教育', '1.2 2. 义务教育'],
    },
  ])('$name', ({ lines, outline }) => {
    expect(outlineOf(lines)).toEqual(outline);
    const plan = planFromText('example', ['规划', ...lines].join('\n'));
    expect(plan.diagnostics).toEqual([]);
    expect(planFromText('example', canonicalText(plan)).sections).toEqual(plan.sections);
  });
});

describe('headings stay headings', () => {
  test.each([
    {
      name: 'run in before their text',
      lines: ['一、任务', '1.深化改革，激发活力。推进管办评分离。', '2.扩大开放，加强合作。拓展交流渠道。'],
      outline: ['1 一、 任务', '1.1 1. 深化改革，激发活力', '1.2 2. 扩大开放，加强合作'],
    },
    {
      name: 'the last of them run in',
      lines: ['一、任务', '1.深化改革，激发活力。', '2.扩大开放，加强合作。拓展交流渠道。', '二、保障', '正文。'],
      outline: ['1 一、 任务', '1.1 1. 深化改革，激发活力', '1.2 2. 扩大开放，加强合作', '2 二、 保障'],
    },
    {
      name: 'with a full stop, each above its text',
      lines: ['一、任务', '1.深化改革，激发活力。', '推进管办评分离。', '2.扩大开放，加强合作。', '拓展渠道。'],
      outline: ['1 一、 任务', '1.1 1. 深化改革，激发活力', '1.2 2. 扩大开放，加强合作'],
    },
    {
      name: 'text only below the last',
      lines: ['一、原则', '1.坚持优先发展，保障投入。', '2.坚持改革创新，激发活力。', '以上原则贯穿始终。'],
      outline: ['1 一、 原则', '1.1 1. 坚持优先发展，保障投入', '1.2 2. 坚持改革创新，激发活力'],
    },
    {
      name: 'of one clause',
      lines: ['一、原则', '1.坚持立德树人。', '2.坚持优先发展。', '3.坚持改革创新，激发活力。'],
      outline: ['1 一、 原则', '1.1 1. 坚持立德树人', '1.2 2. 坚持优先发展', '1.3 3. 坚持改革创新，激发活力'],
    },
    {
      name: 'the numbers go on after what is inside',
      lines: ['一、任务', '1.深化改革，激发活力。', '2.扩大开放，加强合作。', '（1）交流', '3.保障', '正文。'],
      outline: [
        '1 一、 任务',
        '1.1 1. 深化改革，激发活力',
        '1.2 2. 扩大开放，加强合作',
        '1.2.1 （1） 交流',
        '1.3 3. 保障',
      ],
    },
    {
      name: 'the next of them is none',
      lines: ['一、任务', '1.深化改革，激发活力。', '2.扩大开放，加强合作。', '3.条件保障'],
      outline: ['1 一、 任务', '1.1 1. 深化改革，激发活力', '1.2 2. 扩大开放，加强合作', '1.3 3. 条件保障'],
    },
    {
      name: 'nothing stands above them',
      lines: ['1.深化改革，激发活力。', '2.扩大开放，加强合作。'],
      outline: ['1 1. 深化改革，激发活力', '2 2. 扩大开放，加强合作'],
    },
    {
      name: 'clauses numbered as in official documents',
      lines: ['一、任务', '（一）深化改革，激发活力。', '（二）扩大开放，加强合作。'],
      outline: ['1 一、 任务', '1.1 （一） 深化改革，激发活力', '1.2 （二） 扩大开放，加强合作'],
    },
    {
      name: 'a single one',
      lines: ['一、任务', '1.深化改革，激发活力。', '二、保障', '正文。'],
      outline: ['1 一、 任务', '1.1 1. 深化改革，激发活力', '2 二、 保障'],
    },
  ])('$name', ({ lines, outline }) => {
    expect(outlineOf(lines)).toEqual(outline);
  });

  test('what the file format or the reader says is one', () => {
    const lines = ['规划', '一、任务', '1.深化改革，激发活力。', '2.扩大开放，加强合作。'];
    const blocks = (hint: NonNullable<TextBlock['hint']>): TextBlock[] =>
      lines.map((text, index) => (index > 1 ? { text, hint } : { text }));
    const whole = ['1 一、 任务', '1.1 1. 深化改革，激发活力', '1.2 2. 扩大开放，加强合作'];
    expect(outlineLines(planFromBlocks('example', blocks({})))).toEqual(whole.slice(0, 1));
    expect(outlineLines(planFromBlocks('example', blocks({ headingLevel: 2 })))).toEqual(whole);
    const { sections } = planFromBlocks('example', blocks({ decided: { level: 2 } }));
    expect(sections.map(({ level }) => level)).toEqual([1, 2, 2]);
  });
});
