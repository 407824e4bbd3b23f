import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { contentsLines } from '#core/report/page-furniture';
import type { OutlineItem } from '#core/report/report-text';
import { openPdf } from '../../../src/main/export/finish-pdf.ts';

const properties = { title: '《规划😀》批注汇编', author: '王老师', created: new Date('2026-11-23T04:00:00Z') };

/** A PDF of three pages with named destinations as Chromium writes them: in the catalogue, by name. */
async function printed(destinations: Record<string, number>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const pages = [0, 1, 2].map(() => document.addPage());
  const entries = Object.entries(destinations).map(([name, page]): [string, PDFArray] => {
    const reference = pages[page]?.ref;
    if (reference === undefined) throw new Error(`no page ${page}`);
    return [name, document.context.obj([reference, 'XYZ', 79, 700, null])];
  });
  const names = document.context.obj({});
  for (const [name, destination] of entries) names.set(PDFName.of(name), destination);
  document.catalog.set(PDFName.of('Dests'), document.context.register(names));
  return document.save();
}

async function finishPdf(bytes: Uint8Array, { outline, ...rest }: typeof properties & { outline: OutlineItem[] }) {
  const pdf = await openPdf(bytes);
  pdf.addOutline(outline);
  return pdf.finish(rest);
}

interface Bookmark {
  title: string;
  page: number;
  children: Bookmark[];
}

/** The bookmarks as a reading program follows them: First, then Next; checks the links back and the counts on the way. */
function bookmarksOf(document: PDFDocument, parent: PDFDict, parentReference: PDFRef): Bookmark[] {
  const found: Bookmark[] = [];
  let previous: PDFRef | undefined;
  let reference = parent.get(PDFName.of('First'));
  while (reference instanceof PDFRef) {
    const item = document.context.lookup(reference, PDFDict);
    expect(item.get(PDFName.of('Parent'))).toBe(parentReference);
    expect(item.get(PDFName.of('Prev'))).toBe(previous);
    const destination = item.lookupMaybe(PDFName.of('Dest'), PDFArray);
    const page = document.getPages().findIndex(({ ref }) => ref === destination?.get(0));
    const children = bookmarksOf(document, item, reference);
    found.push({ title: item.lookup(PDFName.of('Title'), PDFHexString).decodeText(), page, children });
    previous = reference;
    reference = item.get(PDFName.of('Next'));
  }
  expect(parent.get(PDFName.of('Last'))).toBe(previous);
  const total = (list: Bookmark[]): number => list.reduce((sum, { children }) => sum + 1 + total(children), 0);
  expect(parent.lookupMaybe(PDFName.of('Count'), PDFNumber)?.asNumber() ?? 0).toBe(total(found));
  return found;
}

function outlineOf(document: PDFDocument): Bookmark[] {
  const reference = document.catalog.get(PDFName.of('Outlines'));
  if (!(reference instanceof PDFRef)) return [];
  return bookmarksOf(document, document.context.lookup(reference, PDFDict), reference);
}

test('adds a nested outline whose entries lead to their pages', async () => {
  const bytes = await printed({ 'section-1': 0, 'section-2': 1, 'section-3': 2, orphans: 2 });
  const outline = [
    { key: 'section-1', title: '一、总则', children: [{ key: 'section-2', title: '（一）甲', children: [] }] },
    { key: 'section-3', title: '二、', children: [] },
    { key: 'orphans', title: '失联批注', children: [] },
  ];
  const finished = await finishPdf(bytes, { ...properties, outline });
  expect(finished.pages).toBe(3);
  expect(outlineOf(await PDFDocument.load(finished.bytes))).toEqual([
    { title: '一、总则', page: 0, children: [{ title: '（一）甲', page: 1, children: [] }] },
    { title: '二、', page: 2, children: [] },
    { title: '失联批注', page: 2, children: [] },
  ]);
});

test('a heading without a destination is listed all the same', async () => {
  const outline = [{ key: 'lost', title: '甲', children: [] }];
  const finished = await finishPdf(await printed({}), { ...properties, outline });
  expect(outlineOf(await PDFDocument.load(finished.bytes))).toEqual([{ title: '甲', page: -1, children: [] }]);
});

test('replaces an outline that the printing engine has made', async () => {
  const outline = [{ key: 'section-1', title: '一、总则', children: [] }];
  const once = await finishPdf(await printed({ 'section-1': 1 }), { ...properties, outline });
  const twice = await finishPdf(once.bytes, { ...properties, outline });
  expect(outlineOf(await PDFDocument.load(twice.bytes))).toEqual([{ title: '一、总则', page: 1, children: [] }]);
});

test('no headings, no outline', async () => {
  const finished = await finishPdf(await printed({}), { ...properties, outline: [] });
  expect((await PDFDocument.load(finished.bytes)).catalog.has(PDFName.of('Outlines'))).toBe(false);
});

test('sets title, author, language and dates', async () => {
  const finished = await finishPdf(await printed({}), { ...properties, outline: [] });
  const document = await PDFDocument.load(finished.bytes, { updateMetadata: false });
  expect(document.getTitle()).toBe('《规划😀》批注汇编');
  expect(document.getAuthor()).toBe('王老师');
  expect(document.getCreationDate()).toEqual(properties.created);
  expect(String(document.catalog.get(PDFName.of('Lang')))).toBe('(zh-CN)');
});

test('an unsigned report names no author', async () => {
  const finished = await finishPdf(await printed({}), { ...properties, author: '', outline: [] });
  expect((await PDFDocument.load(finished.bytes, { updateMetadata: false })).getAuthor()).toBeUndefined();
});

test('what is no PDF is refused', async () => {
  await expect(finishPdf(new Uint8Array([1, 2, 3]), { ...properties, outline: [] })).rejects.toThrow();
});

test('knows on which page a heading stands, and puts contents before the report whose lines lead there', async () => {
  const pdf = await openPdf(await printed({ 'section-1': 0, 'section-2': 2 }));
  expect([pdf.pageOf('section-1'), pdf.pageOf('section-2'), pdf.pageOf('other')]).toEqual([1, 3, undefined]);
  const outline = [
    { key: 'section-1', title: '一、总则', children: [] },
    { key: 'section-2', title: '二、任务', children: [] },
  ];
  const lines = contentsLines(outline, pdf.pageOf);
  expect(lines.map(({ title, page }) => [title, page])).toEqual([
    ['一、总则', 1],
    ['二、任务', 3],
  ]);
  pdf.addOutline(outline);
  await pdf.addContents(await printed({ 'contents-section-1': 0, 'contents-section-2': 1 }), lines, {
    areSidesKept: false,
  });
  const finished = await pdf.finish(properties);
  expect(finished.pages).toBe(6);
  const document = await PDFDocument.load(finished.bytes);
  const targets = document.getPages().map((page) => {
    const links = page.node.Annots()?.asArray() ?? [];
    return links.map((link) => {
      const destination = document.context.lookup(link, PDFDict).lookup(PDFName.of('Dest'), PDFArray);
      return document.getPages().findIndex(({ ref }) => ref === destination.get(0));
    });
  });
  expect(targets).toEqual([[3], [5], [], [], [], []]);
  expect(outlineOf(document).map(({ page }) => page)).toEqual([3, 5]);
  expect(document.catalog.lookup(PDFName.of('PageLabels'), PDFDict).toString()).toContain('/S /r');
});

test('an odd number of pages of contents is followed by an empty one where numbers belong to a side of the leaf', async () => {
  const withContents = async (areSidesKept: boolean) => {
    const pdf = await openPdf(await printed({ 'section-1': 0 }));
    const lines = contentsLines([{ key: 'section-1', title: '一、总则', children: [] }], pdf.pageOf);
    await pdf.addContents(await printed({ 'contents-section-1': 0 }), lines, { areSidesKept });
    return PDFDocument.load((await pdf.finish(properties)).bytes);
  };
  expect((await withContents(false)).getPageCount()).toBe(6);
  const document = await withContents(true);
  expect(document.getPageCount()).toBe(7);
  expect(document.getPage(3).getSize()).toEqual(document.getPage(0).getSize());
  expect(document.catalog.lookup(PDFName.of('PageLabels'), PDFDict).toString()).toContain('4');
});
