import * as edits from './edits.ts';

export interface Scenario {
  name: string;
  /** The first edition: the bundled excerpt, or a full text written from it. */
  from: 'excerpt' | 'full';
  edits: readonly edits.Edit[];
}

export const scenarios: readonly Scenario[] = [
  { name: 'excerpt to full text', from: 'excerpt', edits: [edits.complete] },
  { name: 'excerpt to full PDF', from: 'excerpt', edits: [edits.complete, edits.typos(0.01), edits.breakLines] },
  { name: 'paragraphs inserted', from: 'full', edits: [edits.insertParagraphs] },
  { name: 'typos 1 %', from: 'full', edits: [edits.typos(0.01)] },
  { name: 'typos 4 %', from: 'full', edits: [edits.typos(0.04)] },
  { name: 'width changed', from: 'full', edits: [edits.changeWidth] },
  { name: 'renumbered', from: 'full', edits: [edits.renumber] },
  { name: 'numbers shifted', from: 'full', edits: [edits.shiftNumbers] },
  { name: 'moved', from: 'full', edits: [edits.move] },
  { name: 'deleted', from: 'full', edits: [edits.remove] },
  { name: 'rewritten 20 %', from: 'full', edits: [edits.rewrite] },
  { name: 'duplicated', from: 'full', edits: [edits.duplicate] },
  { name: 'traditional', from: 'full', edits: [edits.traditional] },
  { name: 'PDF lines', from: 'full', edits: [edits.breakLines] },
  {
    name: 'all together',
    from: 'full',
    edits: [
      edits.move,
      edits.remove,
      edits.rewrite,
      edits.duplicate,
      edits.insertParagraphs,
      edits.shiftNumbers,
      edits.typos(0.02),
      edits.traditional,
      edits.changeWidth,
      edits.breakLines,
    ],
  },
];

/** Those in which passages are gone afterwards. */
export const deletingScenarios = scenarios.filter((scenario) =>
  scenario.edits.some((edit) => edit === edits.remove || edit === edits.rewrite),
);
