import {
  type PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { OutlineItem } from '#core/report/report-text';

type FindDestination = (key: string) => PDFArray | undefined;

/** Gives a PDF bookmarks that lead to the headings with these keys; all of them are shown open. */
export function addOutline(document: PDFDocument, items: readonly OutlineItem[], find: FindDestination): void {
  if (items.length === 0) return;
  const { catalog, context } = document;
  const root = context.obj({ Type: 'Outlines' });
  const reference = context.register(root);
  addItems(document, { node: root, reference }, items, find);
  catalog.set(PDFName.of('Outlines'), reference);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

interface OutlineNode {
  node: PDFDict;
  reference: PDFRef;
}

/** Links the items to each other and to their parent as PDF asks. Returns how many there are. */
function addItems(
  document: PDFDocument,
  parent: OutlineNode,
  items: readonly OutlineItem[],
  find: FindDestination,
): number {
  const { context } = document;
  const nodes = items.map(({ title, key }) => {
    const node = context.obj({ Title: PDFHexString.fromText(title), Parent: parent.reference });
    const destination = find(key);
    if (destination !== undefined) node.set(PDFName.of('Dest'), destination);
    return { node, reference: context.register(node) };
  });
  let count = nodes.length;
  nodes.forEach((one, index) => {
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    if (before) one.node.set(PDFName.of('Prev'), before.reference);
    if (after) one.node.set(PDFName.of('Next'), after.reference);
    const children = items[index]?.children ?? [];
    if (children.length > 0) count += addItems(document, one, children, find);
  });
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first && last) {
    parent.node.set(PDFName.of('First'), first.reference);
    parent.node.set(PDFName.of('Last'), last.reference);
    parent.node.set(PDFName.of('Count'), PDFNumber.of(count));
  }
  return count;
}
