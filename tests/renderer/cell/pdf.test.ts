import { describe, expect, test } from 'vitest';
import { type PdfText, pdf, pdfOf, setLines } from '../../fixtures/documents/pdf.ts';
import { documentOf, problemOf, textsOf } from './source-file.ts';

const full = '为加快推进教育现代化建设高质量教育体系依据国家和省有关规';
const half = '划结合本市实际制定本规划。';

/** A page of one paragraph after another, first lines indented by two characters. */
const paragraphs = setLines([
  { text: full.slice(0, 26), x: 104, y: 770 },
  full,
  half,
  { text: full.slice(0, 26), x: 104, y: 770 - 3 * 28 },
  half,
]);

const layouts: [name: string, pages: PdfText[][], expected: string[]][] = [
  ['lines are joined to paragraphs', [paragraphs], [full.slice(0, 26) + full + half, full.slice(0, 26) + half]],
  [
    'a paragraph goes on over the end of a page',
    [
      setLines([{ text: full.slice(0, 26), x: 104, y: 770 }, full, full, full, full, full, full]),
      setLines([half, { text: '新的一段，从这里开始。', x: 104, y: 742 }]),
    ],
    [full.slice(0, 26) + full.repeat(6) + half, '新的一段，从这里开始。'],
  ],
  [
    'a heading in another size stands alone',
    [setLines([{ text: '规划', x: 250, y: 770, size: 22 }, full, half])],
    ['规划', full + half],
  ],
  [
    'bold lines do not run into others',
    [setLines([{ text: full, isBold: true, x: 72, y: 770 }, full, half])],
    [full, full + half],
  ],
  [
    'numbered items after a full line',
    [setLines([`${full.slice(0, 27)}。`, `（一）${full.slice(0, 25)}`, half])],
    [`${full.slice(0, 27)}。`, `（一）${full.slice(0, 25)}${half}`],
  ],
  [
    'a quotation that stands in from the edges',
    [
      setLines([
        full,
        half,
        { text: full.slice(0, 24), x: 110, y: 714 },
        { text: full.slice(0, 24), x: 110, y: 686 },
        { text: half, x: 110, y: 658 },
      ]),
    ],
    [full + half, full.slice(0, 24).repeat(2) + half],
  ],
  [
    'a word that had no place in its line',
    [setLines([full, `${full.slice(0, 20)}：`, 'https://example.cn/a/b', half])],
    [`${full}${full.slice(0, 20)}：https://example.cn/a/b`, half],
  ],
  [
    'words that were parted',
    [
      setLines([
        { text: 'This plan was made for the develop-', x: 72, y: 770 },
        { text: 'ment of schools and the education', x: 72, y: 742 },
        'of all',
      ]),
    ],
    ['This plan was made for the development of schools and the education of all'],
  ],
  [
    'rows of a table',
    [
      setLines([full, half]).concat(
        ['甲', '乙', '丙'].flatMap((text, index) => [
          { text, x: 72, y: 600 - index * 28 },
          { text: `${index}`, x: 300, y: 600 - index * 28 },
        ]),
      ),
    ],
    [full + half, '甲\t0', '乙\t1', '丙\t2'],
  ],
  [
    'text that is turned against the page is left out',
    [[...paragraphs, { text: '内部资料', x: 200, y: 400, size: 60, turn: 45 }]],
    [full.slice(0, 26) + full + half, full.slice(0, 26) + half],
  ],
  [
    'a page that is turned as a whole',
    [setLines([full, half]).map((line) => ({ ...line, x: 870 - line.y, y: 72, turn: 90 }))],
    [full + half],
  ],
  [
    'letters printed twice',
    [
      [
        { text: '规划', x: 72, y: 770 },
        { text: '规划', x: 72.4, y: 770 },
      ],
    ],
    ['规划'],
  ],
];

describe('what was on the pages', () => {
  test.each(layouts)('%s', async (_name, pages, expected) => {
    expect(await textsOf(pdf(pages))).toEqual(expected);
  });

  test('two columns are read one after the other', async () => {
    const left = Array.from({ length: 10 }, (_, index) => `左${index}${full.slice(0, 12)}`);
    const right = left.map((line) => line.replace('左', '右'));
    const page = [
      { text: '两栏的标题横贯整个页面两栏的标题横贯整个页面', x: 90, y: 800, size: 18 },
      ...setLines(left, { pitch: 20, y: 750 }),
      ...setLines(right, { x: 320, pitch: 20, y: 750 }),
    ];
    const text = (await textsOf(pdf([page]))).join('');
    expect(text.indexOf('左9')).toBeLessThan(text.indexOf('右0'));
  });

  test.each(['— 1 —', '第1页', '第 1 页 共 9 页', '1', '- 1 -', '1/9'])(
    'a page number such as %s is left out',
    async (number) => {
      const { blocks, remarks } = await documentOf(pdf([[...paragraphs, { text: number, x: 280, y: 40, size: 12 }]]));
      expect(blocks).toHaveLength(2);
      expect(remarks).toEqual(['running-heads-left-out']);
    },
  );

  test('running heads and feet are left out, the same words in the text are not', async () => {
    const pages = Array.from({ length: 6 }, (_, index) => [
      { text: '某省教育发展规划', x: 200, y: 810, size: 10 },
      ...setLines([
        `${index}${full.slice(1)}`,
        full,
        full,
        full,
        full,
        `某省教育发展规划${index}。`,
        full,
        full,
        full,
        half,
      ]),
      { text: `第${index + 1}稿`, x: 280, y: 30, size: 10 },
    ]);
    const texts = await textsOf(pdf(pages));
    expect(texts.filter((text) => /稿/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes('某省教育发展规划'))).toHaveLength(6);
  });

  test('size, weight and page are told', async () => {
    const pages = [
      setLines([{ text: '规划', x: 250, y: 770, size: 22, isBold: true }, half]),
      setLines([{ text: half, x: 104, y: 770 }]),
    ];
    const { blocks, format, pages: count } = await documentOf(pdf(pages));
    expect(blocks.map(({ hint }) => hint)).toEqual([
      { fontSize: 22, isBold: true, page: 1 },
      { fontSize: 16, page: 1 },
      { fontSize: 16, page: 2 },
    ]);
    expect([format, count]).toEqual(['pdf', 2]);
  });

  test('each page is told of', async () => {
    const progress: [number, number][] = [];
    await documentOf(pdf([paragraphs, paragraphs, paragraphs], { isPressed: true }), '规划.pdf', {
      onProgress: (done, total) => progress.push([done, total]),
    });
    expect(progress).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('pages without text are told of', async () => {
    expect((await documentOf(pdf([paragraphs, []]))).remarks).toEqual(['pages-without-text']);
  });
});

const locked = pdfOf(
  [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 0/Kids[]>>',
    `<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>`,
  ],
  '/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]',
);

const refused: [name: string, bytes: Uint8Array | string, problem: string][] = [
  ['pictures of pages', pdf([[], [], []]), 'scanned-pdf'],
  [
    'pictures of pages with stamps',
    pdf(Array.from({ length: 30 }, (_, index) => (index === 0 ? setLines(['扫描']) : []))),
    'scanned-pdf',
  ],
  ['a password', locked, 'encrypted'],
  ['only its first bytes', '%PDF-1.7\n', 'truncated'],
  ['only its first and its last bytes', '%PDF-1.7\n%%EOF', 'broken'],
  ['its beginning', pdf([paragraphs]).subarray(0, 400), 'truncated'],
];
test.each(refused)('of a PDF with %s there is nothing to read', async (_name, bytes, problem) => {
  expect(await problemOf(bytes, '规划.pdf')).toBe(problem);
});

test('a PDF that was cut off but can be read is told of', async () => {
  const bytes = pdf([paragraphs]);
  const { blocks, remarks } = await documentOf(bytes.subarray(0, bytes.length - 12));
  expect(blocks).toHaveLength(2);
  expect(remarks).toEqual(['incomplete']);
});
