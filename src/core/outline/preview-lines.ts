import type { PlanBlock, PlanDocument } from '../plan/plan.ts';
import type { TextBlock } from './text-block.ts';

/** A line of an imported document with what the outline made of it, for a person who looks it over. */
export interface PreviewLine {
  text: string;
  /** `dropped`: the person does not want it in the document. */
  kind: PlanBlock['kind'] | 'dropped';
  /** Level of the section whose heading the line begins with. */
  level?: number;
  /** Which of its list the heading is, where it has a number. */
  number?: number;
  section?: string;
  /** The heading is that of an attachment. */
  isAttachment?: true;
  /** Where the heading ends that the line begins with, in UTF-16 units; text may follow on the same line. */
  headingEnd?: number;
  /** The person decided what this line is, or what number it has. */
  isDecided?: true;
}

/**
 * What became of each line. `lines` are without layout, and `plan` was made of them: a line is one block of it or, with a heading
 * and text after it, several that follow one another.
 */
export function previewLines(plan: PlanDocument, lines: readonly TextBlock[]): PreviewLine[] {
  const headings = new Map(plan.sections.map((section) => [section.headingBlock, section]));
  const firsts = firstBlocks(plan, lines);
  return lines.map(({ text, hint }, index) => {
    if (hint?.decided === 'dropped') return { text, kind: 'dropped', isDecided: true };
    const block = plan.blocks[firsts[index] ?? 0];
    const heading = headings.get(firsts[index]);
    const isDecided = hint?.decided !== undefined || (hint?.number !== undefined && heading !== undefined);
    return {
      text,
      kind: block?.kind ?? 'paragraph',
      ...(heading !== undefined && { level: heading.level, headingEnd: block?.text.length ?? 0 }),
      ...(heading !== undefined && heading.ordinal !== '' && { number: heading.number }),
      ...(heading !== undefined && attachmentId.test(heading.id) && { isAttachment: true as const }),
      ...(block?.section !== undefined && { section: block.section }),
      ...(isDecided && { isDecided: true as const }),
    };
  });
}

/** For each block of the plan the index of the line that it is of. */
export function linesOfBlocks(plan: PlanDocument, lines: readonly TextBlock[]): number[] {
  const firsts = firstBlocks(plan, lines);
  let line = 0;
  return plan.blocks.map((_, block) => {
    while ((firsts[line + 1] ?? plan.blocks.length) <= block) line += 1;
    return line;
  });
}

/** For each line the index of its first block; a dropped line has none, and that of the next one stands for it. */
function firstBlocks(plan: PlanDocument, lines: readonly TextBlock[]): number[] {
  let next = 0;
  return lines.map(({ text, hint }) => {
    const first = next;
    if (hint?.decided === 'dropped') return first;
    const wanted = inkOf(text);
    for (let seen = 0; seen < wanted && next < plan.blocks.length; next += 1)
      seen += inkOf(plan.blocks[next]?.text ?? '');
    return first;
  });
}

/** Of an attachment itself, not of what is in it. */
const attachmentId = /^a[^.]*$/u;

/** UTF-16 units that are no white space: what stands between the blocks of one line is not part of them. */
function inkOf(text: string): number {
  return text.replace(/\s/gu, '').length;
}
