import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import type { OutlineItem } from '#core/report/report-text';

export interface PdfProperties {
  title: string;
  author: string;
  /** Named destinations in the PDF are the keys of these items. */
  outline: readonly OutlineItem[];
  created: Date;
}

export interface FinishedPdf {
  bytes: Uint8Array;
  pages: number;
}

/** Adds what Chromium leaves out or only writes in newer versions: title, author, language and the outline. */
export async function finishPdf(printed: Uint8Array, properties: PdfProperties): Promise<FinishedPdf> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.setTitle(properties.title, { showInWindowTitleBar: true });
  if (properties.author !== '') document.setAuthor(properties.author);
  document.setLanguage('zh-CN');
  document.setCreationDate(properties.created);
  document.setModificationDate(properties.created);
  addOutline(document, properties.outline);
  return { bytes: await document.save(), pages: document.getPageCount() };
}

function addOutline(document: PDFDocument, items: readonly OutlineItem[]): void {
  if (items.length === 0) return;
  const { catalog, context } = document;
  const root = context.obj({ Type: 'Outlines' });
  const reference = context.register(root);
  addItems(document, root, reference, items);
  catalog.set(PDFName.of('Outlines'), reference);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** Links the items to each other and to their parent as PDF asks; all of them are shown open. Returns how many there are. */
function addItems(
  document: PDFDocument,
  parent: PDFDict,
  parentReference: PDFRef,
  items: readonly OutlineItem[],
): number {
  const { context } = document;
  const nodes = items.map(({ title, key }) => {
    const node = context.obj({ Title: PDFHexString.fromText(title), Parent: parentReference });
    const destination = destinationOf(document, key);
    if (destination !== undefined) node.set(PDFName.of('Dest'), destination);
    return { node, reference: context.register(node) };
  });
  let count = nodes.length;
  nodes.forEach(({ node, reference }, index) => {
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    if (before) node.set(PDFName.of('Prev'), before.reference);
    if (after) node.set(PDFName.of('Next'), after.reference);
    const children = items[index]?.children ?? [];
    if (children.length > 0) count += addItems(document, node, reference, children);
  });
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first && last) {
    parent.set(PDFName.of('First'), first.reference);
    parent.set(PDFName.of('Last'), last.reference);
    parent.set(PDFName.of('Count'), PDFNumber.of(count));
  }
  return count;
}

/** The page and height that Chromium noted for the element with this id. */
function destinationOf(document: PDFDocument, key: string): PDFArray | undefined {
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return destinations?.lookupMaybe(PDFName.of(key), PDFArray);
}
