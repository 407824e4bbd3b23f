import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type DocxParts, docx, paragraph, run, styled, table } from '../../fixtures/documents/docx.ts';
import { documentOf, textsOf } from './source-file.ts';

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

const hidden = '<w:vanish/>';
const headings = [
  style('a', 'heading 1'),
  style('b', '标题 2'),
  style('c', '自定', '<w:basedOn w:val="a"/>'),
  style('d', '论述', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  style('e', '正文', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  style('t', 'Title'),
  style('toc1', 'toc 1'),
  style('h', '隐藏', `<w:rPr>${hidden}</w:rPr>`),
  `<w:style w:type="character" w:styleId="hc"><w:name w:val="隐藏字"/><w:rPr>${hidden}</w:rPr></w:style>`,
].join('');

const texts: [name: string, parts: DocxParts | string, expected: string[]][] = [
  [
    'soft breaks and tabs',
    paragraph('<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>'),
    ['一\n二\t三'],
  ],
  ['stops of tabs are no tabs', paragraph(run('一'), '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), ['一']],
  ['blank paragraphs', paragraph('') + paragraph('  ') + paragraph('一'), ['一']],
  ['hidden letters', paragraph(run('显') + run('隐', hidden)), ['显']],
  [
    'letters hidden by a style of letters',
    { body: paragraph(run('显') + run('隐', '<w:rStyle w:val="hc"/>')), styles: headings },
    ['显'],
  ],
  [
    'letters hidden by the style of their paragraph',
    { body: paragraph(run('隐'), styled('h')) + paragraph('显'), styles: headings },
    ['显'],
  ],
  [
    'letters shown in a hidden paragraph',
    { body: paragraph(run('显', '<w:vanish w:val="0"/>'), styled('h')), styles: headings },
    ['显'],
  ],
  [
    'deleted and inserted text',
    paragraph(`<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>`),
    ['新'],
  ],
  [
    'moved text',
    paragraph(`<w:moveFrom>${run('旧')}</w:moveFrom>`) + paragraph(`<w:moveTo>${run('旧')}</w:moveTo>`),
    ['旧'],
  ],
  ['links', paragraph(`<w:hyperlink r:id="x">${run('链接')}</w:hyperlink>`), ['链接']],
  [
    'smart tags and content controls',
    `<w:sdt><w:sdtContent>${paragraph(`<w:smartTag>${run('智')}</w:smartTag>`)}</w:sdtContent></w:sdt>`,
    ['智'],
  ],
  [
    'the code of a field',
    paragraph(field('begin') + code(' PAGEREF x ') + field('separate') + run('12') + field('end')),
    ['12'],
  ],
  ['a code that never ends', paragraph(field('begin') + code(' IF ') + run('码')) + paragraph('文'), ['文']],
  ['formulas', paragraph('<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>'), ['x+1']],
  [
    'readings over characters',
    paragraph(`<w:r><w:ruby><w:rt>${run('guī')}</w:rt><w:rubyBase>${run('规')}</w:rubyBase></w:ruby></w:r>`),
    ['规'],
  ],
  [
    'one of two forms of a box, after its paragraph',
    paragraph(
      run('文') +
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(paragraph('专栏'))}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(paragraph('专栏'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['文', '专栏'],
  ],
  ['rows of a table', table(['一', '二'], ['三', '四']), ['一\t二', '三\t四']],
  [
    'merged cells',
    table(
      [`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('宽')}`, '甲'],
      [`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('高')}`, '乙', '丙'],
      [`<w:tcPr><w:vMerge/></w:tcPr>${paragraph('高')}`, '丁', '戊'],
    ),
    ['宽\t\t甲', '高\t乙\t丙', '\t丁\t戊'],
  ],
  ['paragraphs in a cell', table([paragraph('一') + paragraph('二'), '三']), ['一 二\t三']],
  ['a table in a cell', table(['外', table(['内', '里'])]), ['外\t内 里']],
  ['a frame that is a table', table([paragraph('专栏一') + paragraph('内容')]), ['专栏一', '内容']],
  ['a deleted row', table(['一', '二']).replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>') + paragraph('文'), ['文']],
  ['another prefix', 'prefix', ['文']],
];

describe('what is read of a document', () => {
  test.each(texts)('%s', async (_name, parts, expected) => {
    const bytes = parts === 'prefix' ? renamedPrefix() : docx(parts);
    expect(await textsOf(bytes)).toEqual(expected);
  });
});

describe('what is known of a block', () => {
  test('levels of headings, by name, by base, by the paragraph itself', async () => {
    const body = ['a', 'b', 'c', 'd', 'e', 't'].map((id) => paragraph(id, styled(id))).join('');
    const own = paragraph('own', '<w:outlineLvl w:val="4"/>');
    const { blocks } = await documentOf(docx({ body: body + own, styles: headings }));
    expect(blocks.map(({ hint }) => hint?.headingLevel)).toEqual([1, 2, 1, 3, undefined, undefined, 5]);
  });

  test('a table of contents by style, by field and by content control', async () => {
    const gallery = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt>`;
    const entries =
      paragraph(field('begin') + code(' TOC \\o "1-3" ') + field('separate') + run('第一章')) +
      paragraph(run('第二章')) +
      paragraph(field('end'));
    const body = gallery + entries + paragraph('第三章', styled('toc1')) + paragraph('正文');
    const { blocks } = await documentOf(docx({ body, styles: headings }));
    expect(blocks.map(({ text, hint }) => [text, hint?.role])).toEqual([
      ['目录', 'contents'],
      ['第一章', 'contents'],
      ['第二章', 'contents'],
      ['第三章', 'contents'],
      ['正文', undefined],
    ]);
  });

  test('notes come at the end and are referred to', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body =
      paragraph(run('甲') + reference('footnote', 5)) +
      paragraph(run('乙') + reference('endnote', 2) + reference('footnote', 3));
    const footnotes = [3, 5, 7].map((id) => `<w:footnote w:id="${id}">${paragraph(`脚注${id}`)}</w:footnote>`).join('');
    const endnotes = `<w:endnote w:id="2">${paragraph('尾注')}${paragraph('续')}</w:endnote>`;
    const { blocks, remarks } = await documentOf(docx({ body, footnotes, endnotes }));
    expect(blocks.map(({ text }) => text)).toEqual(['甲[1]', '乙[2][3]', '[1] 脚注5', '[2] 尾注 续', '[3] 脚注3']);
    expect(blocks.at(-1)?.hint).toEqual({ role: 'note' });
    expect(remarks).toEqual(['notes-at-end']);
  });

  test('rows, boxes and what was left out', async () => {
    const picture = paragraph('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>');
    const comment = paragraph(`${run('文')}<w:r><w:commentReference w:id="1"/></w:r>`);
    const { blocks, remarks } = await documentOf(
      docx(table(['一', '二']) + table(['框']) + picture + comment + paragraph(run('隐', hidden))),
    );
    expect(blocks.map(({ hint }) => hint?.role)).toEqual(['row', 'box', undefined]);
    expect([...remarks].sort()).toEqual([
      'comments-left-out',
      'hidden-text-left-out',
      'pictures-left-out',
      'tables-simplified',
    ]);
  });

  test('size and weight, where there are no headings', async () => {
    const large = paragraph(run('标题', '<w:sz w:val="44"/><w:b/>')) + paragraph('正文');
    const { blocks } = await documentOf(
      docx({
        body: large,
        styles: '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>',
      }),
    );
    expect(blocks.map(({ hint }) => hint)).toEqual([{ fontSize: 22, isBold: true }, { fontSize: 16 }]);
  });
});

test('every word that mammoth finds is found, but the hidden ones', async () => {
  const body = texts
    .flatMap(([name, parts]) =>
      typeof parts === 'string' && !/hidden|prefix|readings|moved|frame|forms|code/.test(name) ? [parts] : [],
    )
    .join('');
  const bytes = docx(body);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const own = (await textsOf(bytes)).join('');
  const words = value.split(/\s+/).filter((word) => word !== '' && !/^隐$/.test(word));
  expect(words.filter((word) => !own.replaceAll(/\s/g, '').includes(word))).toEqual([]);
});

function renamedPrefix(): Uint8Array {
  const strict =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>文</x:t></x:r></x:p></x:body></x:document>';
  return docx({ body: '', others: { 'word/document.xml': new TextEncoder().encode(strict) } });
}
