import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyCorrections } from '#core/outline/corrections';
import { planFromBlocks } from '#core/outline/parse-outline';
import { linesOfBlocks, previewLines } from '#core/outline/preview-lines';
import { blocksFromText, withoutLayout } from '#core/outline/text-block';

const of = (text: string) => {
  const lines = withoutLayout(blocksFromText(text));
  return previewLines(planFromBlocks('sample', lines), lines);
};

it('tells title, headings, their ends on the line, and text', () => {
  expect(of('某市教育规划\n一、总则\n（一）指导思想。坚持以人民为中心。\n办好教育。\n二、任务')).toEqual([
    { text: '某市教育规划', kind: 'title' },
    { text: '一、总则', kind: 'heading', level: 1, number: 1, headingEnd: 4, section: '1' },
    { text: '（一）指导思想。坚持以人民为中心。', kind: 'heading', level: 2, number: 1, headingEnd: 8, section: '1.1' },
    { text: '办好教育。', kind: 'paragraph', section: '1.1' },
    { text: '二、任务', kind: 'heading', level: 1, number: 2, headingEnd: 4, section: '2' },
  ]);
});

it('tells of each block which line it is of', () => {
  const { blocks: lines } = applyCorrections(blocksFromText('规划\n印刷标记\n一、总则\n（一）指导思想。内容。\n末行'), [
    { kind: 'role', role: 'dropped', block: { text: '印刷标记', occurrence: 0, occurrences: 1, before: '规划' } },
  ]);
  const plan = planFromBlocks('sample', lines);
  expect(linesOfBlocks(plan, lines)).toEqual([0, 2, 3, 3, 4]);
  expect(plan.blocks.map(({ text }) => text)).toEqual(['规划', '一、总则', '（一）指导思想。', '内容。', '末行']);
});

it('tells what was decided', () => {
  const { blocks } = applyCorrections(blocksFromText('规划\n总则\n内容'), [
    { kind: 'heading', level: 1, block: { text: '总则', occurrence: 0, occurrences: 1, before: '规划' } },
  ]);
  expect(previewLines(planFromBlocks('sample', blocks), blocks)[1]).toMatchObject({ level: 1, isDecided: true });
});

it('has each line once, as it is, whatever the document', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('一、总则', '（一）原则。内容。', '1. 甲。乙。', '第一章 总则', '目录', '附件1', '　', '①②③'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (texts) => {
      const lines = withoutLayout(blocksFromText(texts.join('\n')));
      expect(previewLines(planFromBlocks('sample', lines), lines).map(({ text }) => text)).toEqual(
        lines.map(({ text }) => text),
      );
    }),
  );
});
