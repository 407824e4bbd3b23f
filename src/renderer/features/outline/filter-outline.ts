import type { SectionNode } from '#core/plan/section-tree';

/** The part of the tree whose headings match; a matching parent keeps all its children. */
export function filterOutline(
  nodes: readonly SectionNode[],
  filter: string,
  isSpelled: (text: string, spelling: string) => boolean,
): SectionNode[] {
  const wanted = filter.trim();
  if (wanted === '') return [...nodes];
  return nodes.flatMap((node) => {
    if (matches(node, wanted, isSpelled)) return [node];
    const children = filterOutline(node.children, wanted, isSpelled);
    return children.length === 0 ? [] : [{ section: node.section, children }];
  });
}

function matches(
  { section }: SectionNode,
  wanted: string,
  isSpelled: (text: string, spelling: string) => boolean,
): boolean {
  const title = `${section.ordinal}${section.heading ?? ''}`;
  return title.includes(wanted) || isSpelled(section.heading ?? '', wanted);
}
