import type { Nodes, Root } from 'mdast';
import { maximumDepth, maximumTableCells } from './complexity.ts';

/** The characters of `source` that a node was made from. */
export function sourceOf(node: Nodes, source: string): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset ?? 0, end?.offset ?? 0);
}

/**
 * Replaces whatever is nested too deeply, and tables too large to lay out, by its own source text, and returns which
 * definitions are referred to. Walks with a list of its own: the tree may be deeper than the call stack.
 */
export function pruneTree(tree: Root, source: string): ReadonlySet<string> {
  const references = new Set<string>();
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference') {
      references.add(referenceKey(node));
    }
    if (!('children' in node)) continue;
    if (depth >= maximumDepth || isTooLarge(node)) {
      replaceChildren(node, source);
      continue;
    }
    for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return references;
}

/** Key of a definition or of a reference to it; link and footnote definitions have separate names. */
export function referenceKey(node: { type: string; identifier: string }): string {
  return `${node.type.startsWith('footnote') ? 'footnote' : 'link'} ${node.identifier.toUpperCase()}`;
}

function isTooLarge(node: Nodes): boolean {
  return node.type === 'table' && node.children.length * (node.align?.length ?? 0) > maximumTableCells;
}

function replaceChildren(node: Nodes & { children: unknown[] }, source: string): void {
  node.children = [{ type: 'text', value: sourceOf(node, source) }];
  if (node.type !== 'table') return;
  Object.assign(node, { type: 'paragraph' });
}
