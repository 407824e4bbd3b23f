import type { PlanSection } from '#core/plan/plan';
import type { SectionNode } from '#core/plan/section-tree';

/** One visible line of the outline, with what the ARIA tree pattern says of it. */
export interface OutlineLine {
  section: PlanSection;
  /** 1 for a chapter. */
  depth: number;
  /** How many lines have the same parent, and which of them this one is, from 1. */
  siblings: number;
  position: number;
  hasChildren: boolean;
  isExpanded: boolean;
  /** Index of the line of the parent; -1 for a chapter. */
  parent: number;
}

/** The lines of the tree from top to bottom, without what is inside folded sections. */
export function outlineLines(nodes: readonly SectionNode[], folded: ReadonlySet<string>): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const add = (siblings: readonly SectionNode[], depth: number, parent: number) => {
    for (const [index, { section, children }] of siblings.entries()) {
      const isExpanded = children.length > 0 && !folded.has(section.id);
      lines.push({
        section,
        depth,
        siblings: siblings.length,
        position: index + 1,
        hasChildren: children.length > 0,
        isExpanded,
        parent,
      });
      if (isExpanded) add(children, depth + 1, lines.length - 1);
    }
  };
  add(nodes, 1, -1);
  return lines;
}

/** What a key does: go to the line with an index, show its section, or fold or unfold the branch. */
export type OutlineStep = number | 'open' | 'fold' | 'unfold';

/** The keys of the ARIA tree pattern at the line with an index. `page`: how many lines are seen at once. */
export function outlineStep(
  lines: readonly OutlineLine[],
  index: number,
  key: string,
  page: number,
): OutlineStep | undefined {
  const line = lines[index];
  const last = lines.length - 1;
  if (line === undefined) return undefined;
  switch (key) {
    case 'Enter':
    case ' ':
      return 'open';
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'ArrowRight':
      if (!line.hasChildren) return undefined;
      return line.isExpanded ? index + 1 : 'unfold';
    case 'ArrowLeft':
      if (line.isExpanded) return 'fold';
      return line.parent < 0 ? undefined : line.parent;
    default:
      return undefined;
  }
}

/** Index of the line of the innermost of these sections, outermost first, that has one; -1 where none has. */
export function innermostLine(lines: readonly OutlineLine[], path: readonly PlanSection[]): number {
  const indexes = path.map((wanted) => lines.findIndex(({ section }) => section === wanted));
  return Math.max(-1, ...indexes);
}
