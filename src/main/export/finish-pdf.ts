import {
  PageSizes,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFOperator,
  type PDFOperatorNames,
  type PDFPage,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { ContentsLine } from '#core/report/page-furniture';
import type { OutlineItem } from '#core/report/report-text';
import { addOutline } from './pdf-outline.ts';

export interface PdfProperties {
  title: string;
  author: string;
  created: Date;
}

/** A printed report to which is added what Chromium leaves out, or writes in newer versions only. */
export interface OpenPdf {
  pageCount(): number;
  /** The page, from 1, of the heading with this key. */
  pageOf(key: string): number | undefined;
  /** Lays the pages of another PDF over these, one over each. */
  addNumbers(numbers: Uint8Array): Promise<void>;
  addOutline(outline: readonly OutlineItem[]): void;
  /**
   * Puts pages with these lines of contents before the others, each line a link to its heading. `areSidesKept`: the pages after
   * them stay on the side of the leaf that their numbers are for.
   */
  addContents(contents: Uint8Array, lines: readonly ContentsLine[], options: { areSidesKept: boolean }): Promise<void>;
  finish(properties: PdfProperties): Promise<{ bytes: Uint8Array; pages: number }>;
}

export async function openPdf(printed: Uint8Array): Promise<OpenPdf> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const pageNumbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  return {
    pageCount: () => document.getPageCount(),
    pageOf: (key) => {
      const page = destinationOf(document, key)?.get(0);
      return page instanceof PDFRef ? pageNumbers.get(page) : undefined;
    },
    addNumbers: (numbers) => layOver(document, numbers),
    addOutline: (outline) => addOutline(document, outline, (key) => destinationOf(document, key)),
    addContents: async (contents, lines, { areSidesKept }) => {
      const source = await PDFDocument.load(contents, { updateMetadata: false });
      const places = lines.map(({ key }) => placeOf(source, key));
      const added = await document.copyPages(source, source.getPageIndices());
      added.forEach((page, index) => void document.insertPage(index, page));
      lines.forEach(({ heading }, index) => {
        const place = places[index];
        const page = place && added[place.page];
        if (page) addLink(document, page, place.top, heading);
      });
      const blank = areSidesKept && added.length % 2 === 1 ? 1 : 0;
      if (blank === 1) document.insertPage(added.length, sizeOf(added[0]));
      labelPages(document, added.length + blank);
    },
    finish: async ({ title, author, created }) => {
      document.setTitle(title, { showInWindowTitleBar: true });
      if (author !== '') document.setAuthor(author);
      document.setLanguage('zh-CN');
      document.setCreationDate(created);
      document.setModificationDate(created);
      return { bytes: await document.save(), pages: document.getPageCount() };
    },
  };
}

function sizeOf(page: PDFPage | undefined): [number, number] {
  return page === undefined ? PageSizes.A4 : [page.getWidth(), page.getHeight()];
}

/** The page and height that Chromium noted for the element with this id. */
function destinationOf(document: PDFDocument, key: string): PDFArray | undefined {
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return destinations?.lookupMaybe(PDFName.of(key), PDFArray);
}

/** Numbers are no content: marked as artifacts (ISO 32000-1, 14.8.2.2) no screen reader reads them between two lines. */
async function layOver(document: PDFDocument, overlay: Uint8Array): Promise<void> {
  const source = await PDFDocument.load(overlay, { updateMetadata: false });
  const pages = document.getPages();
  const sheets = await document.embedPdf(source, source.getPageIndices().slice(0, pages.length));
  pages.forEach((page, index) => {
    const sheet = sheets[index];
    if (sheet === undefined) return;
    page.pushOperators(PDFOperator.of('BMC' as PDFOperatorNames, [PDFName.of('Artifact')]));
    page.drawPage(sheet, { x: 0, y: 0 });
    page.pushOperators(PDFOperator.of('EMC' as PDFOperatorNames));
  });
}

function placeOf(source: PDFDocument, key: string): { page: number; top: number } | undefined {
  const destination = destinationOf(source, key);
  const page = destination?.get(0);
  const index = source.getPages().findIndex(({ ref }) => ref === page);
  if (destination === undefined || index === -1) return undefined;
  return { page: index, top: destination.lookup(3, PDFNumber).asNumber() };
}

/** Height of a line of the contents that can be clicked, in points. */
const lineHeight = 22;

function addLink(document: PDFDocument, page: PDFPage, top: number, key: string): void {
  const destination = destinationOf(document, key);
  if (destination === undefined) return;
  const link = document.context.register(
    document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, top - lineHeight, page.getWidth(), top],
      Border: [0, 0, 0],
      Dest: destination,
    }),
  );
  page.node.addAnnot(link);
}

/** The pages of the contents are i, ii, …; those of the report begin with 1, as is printed on them. */
function labelPages(document: PDFDocument, before: number): void {
  const { context, catalog } = document;
  const numbers = context.obj([0, { S: 'r' }, before, { S: 'D' }]);
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }));
}
