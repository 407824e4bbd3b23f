import type { SectionNode } from '#core/plan/section-tree';
import { matchesPinyin } from '#core/search/pinyin';

/** The part of the tree whose headings match; a matching parent keeps all its children. */
export function filterOutline(nodes: readonly SectionNode[], filter: string): SectionNode[] {
  const wanted = filter.trim();
  if (wanted === '') return [...nodes];
  return nodes.flatMap((node) => {
    if (matches(node, wanted)) return [node];
    const children = filterOutline(node.children, wanted);
    return children.length === 0 ? [] : [{ section: node.section, children }];
  });
}

function matches({ section }: SectionNode, wanted: string): boolean {
  const title = `${section.ordinal}${section.heading ?? ''}`;
  return title.includes(wanted) || matchesPinyin(section.heading ?? '', wanted);
}
