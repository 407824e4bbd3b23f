import { Document, type FileChild, HeadingLevel, Packer, Paragraph, TableOfContents, TextRun } from 'docx';
import type { ReportText, TextBlock, TextSection } from '#core/report/report-text';
import type { ReportWords } from '#core/report/report-words';
import type { FileWork } from '../make-file.ts';
import type { ReportPage } from '../report-pages.ts';
import { entryParagraphs } from './entry-paragraphs.ts';
import { createListNumbers } from './lists.ts';
import type { NoteContext } from './note-paragraphs.ts';
import { coreProperties, fontTable } from './package-parts.ts';
import { pagesOf, textWidth } from './pages.ts';
import { styleIds, stylesOf, textSettings } from './styles.ts';
import { reportTable } from './tables.ts';
import { runsOf } from './words.ts';

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** A report as a Word file. */
export async function makeDocx(
  { layout, hasContents }: Pick<ReportPage, 'layout' | 'hasContents'>,
  text: ReportText,
  { words, author, created, onProgress }: FileWork,
): Promise<Uint8Array> {
  const setting = textSettings[layout];
  const lists = createListNumbers(setting);
  const context: NoteContext = { words, setting, lists, width: textWidth(layout) };
  const children: FileChild[] = headOf(text, words, hasContents);
  const parts = [...partsOf(text, context, hasContents)];
  for (const [index, part] of parts.entries()) {
    children.push(...part());
    if (index % 50 === 49) onProgress(0.05 + (0.5 * index) / parts.length);
  }
  const document = new Document({
    title: text.title,
    styles: stylesOf(layout),
    numbering: lists.options(),
    evenAndOddHeaderAndFooters: layout === 'official',
    compatibility: { version: 15 },
    sections: [{ ...pagesOf(layout), children }],
  });
  onProgress(0.6);
  return Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties({ title: text.title, author, created }) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]);
}

function headOf(text: ReportText, words: ReportWords, hasContents: boolean): FileChild[] {
  const { title, day, counts, remarks, empty } = text;
  const paragraph = (style: string, line: string) => new Paragraph({ style, children: runsOf(line) });
  return [
    paragraph(styleIds.title, title),
    paragraph(styleIds.summary, [day, counts].filter(Boolean).join('　')),
    ...remarks.map((remark) => paragraph(styleIds.remark, remark)),
    ...(empty === undefined ? [] : [paragraph(styleIds.remark, empty)]),
    ...(hasContents ? contents(words.contents) : []),
  ];
}

/** The headings with links to them; Word fills in the numbers of the pages. */
function contents(heading: string): FileChild[] {
  return [
    new Paragraph({ style: styleIds.contents, children: runsOf(heading) }),
    new TableOfContents(heading, { hyperlink: true, headingStyleRange: '1-3' }),
  ];
}

/** Every part of the report, made when its turn comes. */
function* partsOf(text: ReportText, context: NoteContext, hasContents: boolean): Generator<() => FileChild[]> {
  for (const block of text.blocks) yield () => blockOf(block, context, false);
  for (const section of text.sections)
    yield* sectionParts(section, context, hasContents && section === text.sections[0]);
  const { endNote, signature } = text;
  if (endNote !== undefined) yield () => [new Paragraph({ style: styleIds.explanation, children: runsOf(endNote) })];
  if (signature !== undefined) {
    yield () => signature.map((line) => new Paragraph({ style: styleIds.signature, children: runsOf(line) }));
  }
}

function* sectionParts(section: TextSection, context: NoteContext, isOnNewPage: boolean): Generator<() => FileChild[]> {
  const { level, title, lack, blocks, sections } = section;
  yield () => [
    new Paragraph({
      pageBreakBefore: isOnNewPage,
      heading: headingLevels[Math.min(level, headingLevels.length) - 1] ?? HeadingLevel.HEADING_1,
      children: [...runsOf(title), ...(lack === undefined ? [] : [new TextRun({ text: lack, bold: false })])],
    }),
  ];
  for (const block of blocks) yield () => blockOf(block, context, block === blocks[0]);
  for (const below of sections) yield* sectionParts(below, context, false);
}

function blockOf(block: TextBlock, context: NoteContext, isBelowHeading: boolean): FileChild[] {
  switch (block.kind) {
    case 'explanation':
      return [new Paragraph({ style: styleIds.explanation, children: runsOf(block.text) })];
    case 'paragraph': {
      const indent = block.role === 'paragraph' ? {} : { indent: { firstLine: 0, firstLineChars: 0 } };
      return [
        new Paragraph({ style: styleIds.explanation, ...indent, children: runsOf(`${block.text}${block.lack ?? ''}`) }),
      ];
    }
    case 'entry':
      return entryParagraphs(block.entry, context, isBelowHeading);
    case 'table':
      return [reportTable(block.table, context.width)];
    case 'references': {
      const { before, numbers, after } = block;
      const words = `${before}${numbers.join(context.words.separator)}${after}`;
      return [new Paragraph({ style: styleIds.explanation, children: runsOf(words) })];
    }
  }
}
