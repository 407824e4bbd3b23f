/**
 * A document as the reader sees it: its text in blocks, in reading order, and the outline over them.
 * The text is in `blocks` exactly once; sections point to blocks by index and hold no text of the source themselves
 * (a heading's words are repeated without their ordinal, for display and search).
 */
export interface PlanDocument {
  schema: 'plan/1';
  /** Stable identity of the document, chosen at import; never derived from a file path. */
  id: string;
  title: string;
  blocks: PlanBlock[];
  /** Every section in reading order (a parent before its children). */
  sections: PlanSection[];
  diagnostics: PlanDiagnostic[];
}

export interface PlanBlock {
  /**
   * Beside title, heading and paragraph: `contents`, a line of a table of contents; `row`, a row of a table with its cells
   * joined by tabs; `note`, a footnote; `box`, text of a box beside the text. All but titles and headings are body text.
   */
  kind: 'title' | 'heading' | 'paragraph' | 'contents' | 'row' | 'note' | 'box';
  text: string;
  /** Id of the section that the block belongs to; absent for the title and for text before the first heading. */
  section?: string;
  /** Unknown text is missing between the previous block and this one. */
  gapBefore?: true;
  /** The source breaks off in mid-sentence at the end of this block. */
  cutOff?: true;
}

export interface PlanSection {
  /** Ordinals from the top joined by dots, e.g. `2.3` for 二（三）, `a1.2` in attachment 1; unique within the plan. */
  id: string;
  parent?: string;
  /** 1 for chapters. */
  level: number;
  /** Value of the ordinal in the numbering, e.g. 3 for （三）. */
  number: number;
  /** The ordinal as the source prints it, e.g. `三、` or `（三）`; for a missing heading as it would have been printed. */
  ordinal: string;
  /**
   * The heading without its ordinal and without a closing 。, of an attachment that stands alone (附件1) the line below it; absent
   * when the source does not have the heading.
   */
  heading?: string;
  /** Index into `blocks` of the heading; absent when the source does not have it. */
  headingBlock?: number;
  /** Indices into `blocks` of the section's own paragraphs, without those of its children. */
  bodyBlocks: number[];
  /** The place of this section was inferred from the numbering around it (推定). */
  inferred?: true;
}

/** What the outline parser noticed and the reader should know. Codes are closed; sentences live in messages. */
export interface PlanDiagnostic {
  code:
    | 'missing-chapter'
    | 'missing-section'
    | 'inferred-parent'
    | 'continuation'
    | 'cut-off'
    | 'duplicate-number'
    | 'restarted-numbers'
    | 'out-of-order'
    | 'missing-attachment'
    | 'contents'
    | 'no-headings';
  /** Id of the section concerned, where there is one. */
  section?: string;
  /** Index into `blocks`, where one block is concerned. */
  block?: number;
}

/** True for titles and headings; everything else is body text, also rows, notes and tables of contents. */
export function isTitleOrHeading(block: PlanBlock | undefined): boolean {
  return block?.kind === 'title' || block?.kind === 'heading';
}

/** True when sentences of the text break off: it is an excerpt, not a whole document in which something else is odd. */
export function isCutOff(plan: PlanDocument): boolean {
  return plan.diagnostics.some(({ code }) => code === 'cut-off');
}

/** True when the source lacks the heading of this section: it is shown as missing, never filled in. */
export function isMissing(section: PlanSection): boolean {
  return section.headingBlock === undefined;
}
