import type { PlanDocument } from '#core/plan/plan';

/** A small plan with every feature of the type: characters outside the basic plane, a missing chapter, a cut line. */
export const examplePlan: PlanDocument = {
  schema: 'plan/1',
  id: 'example',
  title: '示例😀规划',
  blocks: [
    { kind: 'title', text: '示例😀规划' },
    { kind: 'heading', text: '一、总则', section: '1' },
    { kind: 'heading', text: '（一）𠮷。', section: '1.1' },
    { kind: 'paragraph', text: '正文', section: '1.1', cutOff: true },
    { kind: 'heading', text: '（二）甲', section: '2.2' },
    { kind: 'paragraph', text: '续', section: '2.2', gapBefore: true },
  ],
  sections: [
    { id: '1', level: 1, number: 1, ordinal: '一、', heading: '总则', headingBlock: 1, bodyBlocks: [] },
    { id: '1.1', parent: '1', level: 2, number: 1, ordinal: '（一）', heading: '𠮷', headingBlock: 2, bodyBlocks: [3] },
    { id: '2', level: 1, number: 2, ordinal: '二、', bodyBlocks: [], inferred: true },
    {
      id: '2.2',
      parent: '2',
      level: 2,
      number: 2,
      ordinal: '（二）',
      heading: '甲',
      headingBlock: 4,
      bodyBlocks: [5],
      inferred: true,
    },
  ],
  diagnostics: [
    { code: 'missing-chapter', section: '2' },
    { code: 'cut-off', section: '1.1', block: 3 },
  ],
};
