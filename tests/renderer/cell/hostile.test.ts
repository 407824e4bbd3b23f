import { type Zippable, zipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentLimits } from '#core/importing/read-document';
import {
  type DocxParts,
  docx,
  docxParts,
  list,
  listUse,
  numbered,
  paragraph,
  run,
  styled,
  table,
} from '../../fixtures/documents/docx.ts';
import { pdf, pdfOf, setLines } from '../../fixtures/documents/pdf.ts';
import { problemOf, readBytesOf, textsOf } from './source-file.ts';

const megabyte = 1024 * 1024;
const text = (content: string) => new TextEncoder().encode(content);
const zipped = (parts: Zippable) => zipSync(parts, { level: 9 });
const withPart = (name: string, content: Uint8Array, parts: DocxParts = { body: paragraph('文') }) =>
  zipped({ ...docxParts(parts), [name]: content });
const documentOfXml = (content: string) => withPart('word/document.xml', text(content));
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const declared = (definition: string, content: string) =>
  documentOfXml(
    `<!DOCTYPE d [${definition}]><w:document ${w}><w:body><w:p><w:r><w:t>${content}</w:t></w:r></w:p></w:body></w:document>`,
  );

const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join(
  '',
);
const nested = (depth: number) => {
  let content = paragraph('文');
  for (let level = 0; level < depth; level += 1) content = table([content + paragraph('')]);
  return content;
};

/** The directory says that its first part is but ten bytes long. */
function lying(): Uint8Array {
  const bytes = documentOfXml(`<w:document ${w}><w:body><w:p><w:r><w:t>${' '.repeat(60 * megabyte)}`);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return bytes;
}

function locked(bytes = docx(paragraph('文'))): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return bytes;
}

const archives: [name: string, bytes: () => Uint8Array, problem: string][] = [
  ['a part that swells', () => withPart('word/document.xml', text(' '.repeat(60 * megabyte))), 'zip-bomb'],
  ['a part that swells and hides its size', lying, 'zip-bomb'],
  [
    'styles that swell',
    () => withPart('word/styles.xml', text(' '.repeat(60 * megabyte)), { body: paragraph('文'), styles: '' }),
    'zip-bomb',
  ],
  [
    'a picture that swells, which nobody opens',
    () => withPart('word/media/a.bmp', new Uint8Array(120 * megabyte)),
    'read',
  ],
  [
    'too many parts',
    () =>
      zipped({
        ...docxParts({ body: '' }),
        ...Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`a/${index}`, new Uint8Array()])),
      }),
    'too-many-parts',
  ],
  ['an archive in an archive', () => zipped({ 'a.docx': docx(paragraph('文')) }), 'archive'],
  ['an archive in a document', () => withPart('word/embeddings/a.zip', docx(paragraph('文'))), 'read'],
  ['names that leave the folder', () => withPart('../../../etc/passwd', text('x')), 'read'],
  [
    'only names that leave the folder',
    () => zipped({ '../word/document.xml': text('x'), '/word/document.xml': text('x') }),
    'archive',
  ],
  ['names of devices', () => withPart('CON', text('x')), 'read'],
  ['a password of the archive', () => locked(), 'encrypted'],
  ['a password of an archive that is called a document', () => locked(zipped({ '规划.txt': text('文') })), 'encrypted'],
  [
    'a main part outside',
    () =>
      zipped({
        ...docxParts({ body: '' }),
        '_rels/.rels': text(
          '<Relationships><Relationship Type="/officeDocument" Target="../../etc/passwd"/></Relationships>',
        ),
        'word/document.xml': text(''),
      }),
    'broken',
  ],
  ['no main part', () => zipped({ '[Content_Types].xml': text('<Types/>') }), 'broken'],
  [
    'a spreadsheet',
    () => zipped({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<x/>') }),
    'spreadsheet',
  ],
  [
    'a presentation',
    () => zipped({ '[Content_Types].xml': text('<Types/>'), 'ppt/presentation.xml': text('<x/>') }),
    'presentation',
  ],
  ['OFD', () => zipped({ 'OFD.xml': text('<x/>') }), 'ofd'],
  [
    'OpenDocument',
    () => zipped({ mimetype: text('application/vnd.oasis.opendocument.text'), 'META-INF/manifest.xml': text('<x/>') }),
    'odt',
  ],
  ['EPUB', () => zipped({ mimetype: text('application/epub+zip'), 'META-INF/container.xml': text('<x/>') }), 'epub'],
];

describe('archives', () => {
  test.each(archives)('%s', async (_name, bytes, problem) => {
    expect(await problemOf(bytes(), '规划.docx')).toBe(problem);
  });
});

const documents: [name: string, bytes: () => Uint8Array, problem: string][] = [
  ['entities that swell', () => declared(`<!ENTITY e0 "文">${entities}`, '&e9;'), 'broken'],
  ['an entity of another file', () => declared('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'), 'broken'],
  ['an entity that nobody knows', () => documentOfXml(`<w:document ${w}>&nobody;</w:document>`), 'broken'],
  ['elements that do not end', () => documentOfXml(`<w:document ${w}><w:body><w:p>`), 'broken'],
  ['no XML at all', () => documentOfXml('规划'), 'broken'],
  ['300 tables in each other', () => docx(nested(300)), 'too-deep'],
  ['50 tables in each other', () => docx(nested(50)), 'read'],
  ['60,000 paragraphs', () => docx(paragraph('文').repeat(60_000)), 'too-many-parts'],
  [
    'too many paragraphs',
    () => docx(Array.from({ length: documentLimits.blocks + 1 }, (_, index) => paragraph(`${index}`)).join('')),
    'too-many-parts',
  ],
  ['text that swells', () => docx(paragraph('文'.repeat(1_000_000)).repeat(30)), 'zip-bomb'],
  ['no text', () => docx(paragraph('')), 'no-text'],
  [
    'a pattern of numbers that swells',
    () =>
      docx({
        body: paragraph('文', numbered(1)),
        numbering: list(1, [['upperRoman', '%1'.repeat(10_000), '<w:start w:val="3999"/>']]) + listUse(1, 1),
      }),
    'read',
  ],
  [
    'a number that no numeral reaches',
    () =>
      docx({
        body: paragraph('文', numbered(1)),
        numbering: list(1, [['upperLetter', '%1', '<w:start w:val="999999999"/>']]) + listUse(1, 1),
      }),
    'read',
  ],
  [
    'styles based on each other',
    () =>
      docx({
        body: paragraph('文', styled('a')),
        styles:
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
    'read',
  ],
  [
    'lists linked to each other',
    () =>
      docx({
        body: paragraph('文', numbered(1)),
        styles: '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        numbering: `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum>${listUse(1, 1)}`,
      }),
    'read',
  ],
  [
    'names of the language itself',
    () =>
      docx({
        body: paragraph('文', styled('__proto__') + numbered(1)),
        styles: '<w:style w:styleId="__proto__"><w:basedOn w:val="constructor"/></w:style>',
      }),
    'read',
  ],
  [
    'cells without rows and ends without fields',
    () =>
      docx(
        `<w:tc>${paragraph('文')}</w:tc><w:r><w:fldChar w:fldCharType="end"/></w:r><w:txbxContent>${paragraph('框')}</w:txbxContent>`,
      ),
    'read',
  ],
  ['a name that turns the reading around', () => docx(paragraph('\u202e文.exe')), 'read'],
];

describe('documents of Word', () => {
  test.each(documents)('%s', async (_name, bytes, problem) => {
    expect(await problemOf(bytes(), '\u202excod.CON.txt')).toBe(problem);
  });

  test('markup in text stays text', async () => {
    expect(await textsOf(docx(paragraph(run('&lt;img src=x onerror=alert(1)&gt;'))))).toEqual([
      '<img src=x onerror=alert(1)>',
    ]);
  });
});

const content = (stream: Uint8Array, filter: string) => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 1/Kids[3 0 R]>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
  { dictionary: filter, stream },
];
const forms = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 1/Kids[3 0 R]>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Contents 4 0 R>>',
  { dictionary: '', stream: text('/A Do') },
  {
    dictionary: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>',
    stream: text('/A Do /A Do'),
  },
];

const pdfs: [name: string, bytes: () => Uint8Array, problem: RegExp][] = [
  [
    'pages that are their own parents',
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>']),
    /broken|scanned-pdf/,
  ],
  [
    'more pages than there are',
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1000000/Kids[]>>']),
    /too-many-parts|broken|scanned-pdf/,
  ],
  ['drawings that draw themselves', () => pdfOf(forms), /broken|scanned-pdf/],
  [
    'a stream pressed twice',
    () => pdfOf(content(zlibSync(zlibSync(text(' '.repeat(40 * megabyte)))), '/Filter[/FlateDecode/FlateDecode]')),
    /broken|scanned-pdf/,
  ],
  [
    'a script and an action',
    () =>
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
        '<</Type/Pages/Count 0/Kids[]>>',
      ]),
    /broken|scanned-pdf/,
  ],
  [
    'an array of arrays',
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '['.repeat(100_000)]),
    /broken|scanned-pdf|too-deep/,
  ],
  [
    'a form in XML',
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA[(x)(y)]>>>>', '<</Type/Pages/Count 0/Kids[]>>']),
    /broken|scanned-pdf/,
  ],
];

describe('PDF', () => {
  test.each(pdfs)('%s', async (_name, bytes, problem) => {
    expect(await problemOf(bytes(), '规划.pdf')).toMatch(problem);
  });
});

describe('files that were cut off', () => {
  const whole: [string, Uint8Array][] = [
    ['docx', docx(paragraph('规划背景').repeat(500))],
    ['pdf', pdf([setLines(['规划背景', '发展基础']), setLines(['主要任务'])])],
  ];
  const cuts = whole.flatMap(([name, bytes]) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => [name, tenth, bytes] as const),
  );
  test.each(cuts)('%s at %d tenths', async (name, tenth, bytes) => {
    const outcome = await readBytesOf(bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)), `规划.${name}`);
    // What can be read of a part is told to be one.
    expect(outcome.ok ? outcome.value.remarks.includes('incomplete') : outcome.error.code === 'truncated').toBe(true);
  });
});
