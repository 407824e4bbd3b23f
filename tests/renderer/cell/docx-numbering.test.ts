import { describe, expect, test } from 'vitest';
import {
  type DocxParts,
  docx,
  list,
  listUse,
  numbered,
  paragraph,
  run,
  styled,
} from '../../fixtures/documents/docx.ts';
import { textsOf } from './source-file.ts';

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

const chapters = list(0, [
  ['chineseCountingThousand', '第%1章'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%1.%2.%3', '<w:isLgl/>'],
]);

const numberings: [name: string, parts: DocxParts, expected: string[]][] = [
  [
    'levels begin anew below another',
    {
      body: [0, 1, 1, 2, 0, 1, 2].map((level) => paragraph('文', numbered(1, level))).join(''),
      numbering: chapters + listUse(1, 0),
    },
    ['第一章文', '（一）文', '（二）文', '1.2.1文', '第二章文', '（一）文', '2.1.1文'],
  ],
  [
    'two uses of a list count on',
    {
      body: [1, 2, 1].map((id) => paragraph('文', numbered(id))).join(''),
      numbering: chapters + listUse(1, 0) + listUse(2, 0),
    },
    ['第一章文', '第二章文', '第三章文'],
  ],
  [
    'a use that begins anew',
    {
      body: [1, 1, 2, 2].map((id) => paragraph('文', numbered(id))).join(''),
      numbering:
        chapters +
        listUse(1, 0) +
        listUse(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    },
    ['第一章文', '第二章文', '第一章文', '第二章文'],
  ],
  [
    'a use with another level',
    {
      body: paragraph('文', numbered(1)),
      numbering:
        chapters +
        listUse(
          1,
          0,
          '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride>',
        ),
    },
    ['III. 文'],
  ],
  [
    'numbers of styles',
    {
      body: paragraph('甲', styled('a')) + paragraph('乙', styled('b')) + paragraph('无', styled('a') + numbered(0)),
      styles:
        style('a', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('b', 'heading 2', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'),
      numbering: chapters + listUse(1, 0),
    },
    ['第一章甲', '（一）乙', '无'],
  ],
  [
    'levels that know their style',
    {
      body: paragraph('甲', styled('a')) + paragraph('乙', styled('b')),
      styles: ['a', 'b']
        .map((id, level) => style(id, `heading ${level + 1}`, '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
        .join(''),
      numbering:
        list(0, [
          ['decimal', '%1', '<w:pStyle w:val="a"/>'],
          ['decimal', '%1.%2', '<w:pStyle w:val="b"/>'],
        ]) + listUse(1, 0),
    },
    ['1甲', '1.1乙'],
  ],
  [
    'a list kept in a style',
    {
      body: paragraph('文', numbered(2)),
      styles:
        '<w:style w:type="numbering" w:styleId="ls"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering:
        chapters +
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="ls"/></w:abstractNum>' +
        listUse(1, 0) +
        listUse(2, 9),
    },
    ['第一章文'],
  ],
  [
    'hidden and deleted paragraphs take no number, empty ones do',
    {
      body: ['一', run('隐', '<w:vanish/>'), '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>', '', '二']
        .map((content) => paragraph(content, numbered(1)))
        .join(''),
      numbering: chapters + listUse(1, 0),
    },
    ['第一章一', '第三章二'],
  ],
];

describe('numbers that Word writes itself', () => {
  test.each(numberings)('%s', async (_name, parts, expected) => {
    expect(await textsOf(docx(parts))).toEqual(expected);
  });

  const formats: [format: string, count: number, expected: string][] = [
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['chineseCounting', 12, '十二'],
    ['chineseCountingThousand', 103, '一百零三'],
    ['japaneseCounting', 21, '二十一'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 10, '癸'],
    ['ideographZodiac', 12, '亥'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['ideographEnclosedCircle', 2, '㊁'],
    ['decimalFullWidth', 12, '１２'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 9, 'ix'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 3, 'c'],
    ['none', 1, ''],
    ['bullet', 2, '%1'],
    ['nobody-knows', 4, '4'],
    ['__proto__', 1, '1'],
  ];
  test.each(formats)('%s: %d', async (format, count, expected) => {
    const body = Array.from({ length: count }, () => paragraph('文', numbered(1))).join('');
    const found = await textsOf(docx({ body, numbering: list(0, [[format, '%1']]) + listUse(1, 0) }));
    expect(found.at(-1)).toBe(`${expected}文`);
  });

  test('a sign of a symbol font is a point', async () => {
    const numbering = list(0, [['bullet', '\uf06c']]) + listUse(1, 0);
    expect(await textsOf(docx({ body: paragraph('文', numbered(1)), numbering }))).toEqual(['•文']);
  });
});
