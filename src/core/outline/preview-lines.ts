import type { PlanBlock, PlanDocument } from '../plan/plan.ts';
import type { TextBlock } from './text-block.ts';

/** A line of an imported document with what the outline made of it, for a person who looks it over. */
export interface PreviewLine {
  text: string;
  /** `dropped`: the person does not want it in the document. */
  kind: PlanBlock['kind'] | 'dropped';
  /** Level of the section whose heading the line begins with. */
  level?: number;
  section?: string;
  /** The heading is that of an attachment. */
  isAttachment?: true;
  /** Where the heading ends that the line begins with, in UTF-16 units; text may follow on the same line. */
  headingEnd?: number;
  /** The person decided what this line is. */
  isDecided?: true;
}

/**
 * What became of each line. `lines` are without layout, and `plan` was made of them: a line is one block of it or, with a heading
 * and text after it, several that follow one another.
 */
export function previewLines(plan: PlanDocument, lines: readonly TextBlock[]): PreviewLine[] {
  const headings = new Map(plan.sections.map((section) => [section.headingBlock, section]));
  let next = 0;
  return lines.map(({ text, hint }) => {
    if (hint?.decided === 'dropped') return { text, kind: 'dropped', isDecided: true };
    const first = next;
    const wanted = inkOf(text);
    for (let seen = 0; seen < wanted && next < plan.blocks.length; next += 1)
      seen += inkOf(plan.blocks[next]?.text ?? '');
    const block = plan.blocks[first];
    const heading = headings.get(first);
    return {
      text,
      kind: block?.kind ?? 'paragraph',
      ...(heading !== undefined && { level: heading.level, headingEnd: block?.text.length ?? 0 }),
      ...(heading !== undefined && attachmentId.test(heading.id) && { isAttachment: true as const }),
      ...(block?.section !== undefined && { section: block.section }),
      ...(hint?.decided !== undefined && { isDecided: true as const }),
    };
  });
}

/** Of an attachment itself, not of what is in it. */
const attachmentId = /^a[^.]*$/u;

/** UTF-16 units that are no white space: what stands between the blocks of one line is not part of them. */
function inkOf(text: string): number {
  return text.replace(/\s/gu, '').length;
}
