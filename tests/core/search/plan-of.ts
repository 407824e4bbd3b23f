import type { PlanDocument } from '#core/plan/plan';

/** A plan with one chapter for each list of texts: its heading and its paragraphs. */
export function planOf(id: string, ...chapters: string[][]): PlanDocument {
  const plan: PlanDocument = { schema: 'plan/1', id, title: id, blocks: [], sections: [], diagnostics: [] };
  for (const [index, [heading = '', ...paragraphs]] of chapters.entries()) {
    const section = String(index + 1);
    const headingBlock = plan.blocks.length;
    plan.blocks.push({ kind: 'heading', text: heading, section });
    for (const text of paragraphs) plan.blocks.push({ kind: 'paragraph', text, section });
    plan.sections.push({
      id: section,
      level: 1,
      number: index + 1,
      ordinal: `${section}、`,
      heading,
      headingBlock,
      bodyBlocks: paragraphs.map((_, at) => headingBlock + 1 + at),
    });
  }
  return plan;
}
