import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docx, paragraph } from '../../fixtures/documents/docx.ts';
import { readOne } from '../../fixtures/sheets/read-one.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  sheet: string;
  texts?: string;
  styles?: string;
  workbook?: string;
  more?: Record<string, Uint8Array>;
}

/** A workbook as Excel and WPS lay it out. */
function xlsx({ sheet, texts = '', styles = '', workbook = '', more = {} }: Parts): Uint8Array {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const inside = (content: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(inside(relation(1, 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${relations}">${workbook}<sheets><sheet name="台账" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      inside(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') +
          relation(2, 'sharedStrings', '/xl/sharedStrings.xml') +
          relation(3, 'styles', 'styles.xml'),
      ),
    ),
    'xl/sharedStrings.xml': strToU8(`<sst ${main}>${texts}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet ${main}>${styles}</styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(sheet.startsWith('<!') ? sheet : `<worksheet ${main}>${sheet}</worksheet>`),
    ...more,
  });
}

function cellsOf(parts: Parts) {
  const outcome = readOne(xlsx(parts));
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.sheets[0]?.rows.map(({ number, cells }) => [
    number,
    ...cells.map(({ column, kind, value }) => [column, kind, value]),
  ]);
}

const problemOf = (bytes: Uint8Array) => {
  const outcome = readOne(bytes);
  if (outcome.ok) return 'read';
  return outcome.error.code === 'unsupported' ? outcome.error.kind : outcome.error.code;
};

const rows = (content: string) => `<dimension ref="A1:XFD1048576"/><sheetData>${content}</sheetData>`;

describe('the cells of a workbook', () => {
  test('shared texts with runs and readings, texts in place, results of formulas, and nothing of blank cells', () => {
    expect(
      cellsOf({
        texts:
          '<si><t>甲</t></si><si><r><rPr><b/></rPr><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t>_x0041_&#10;_x005F_x0042_</t></si>',
        sheet: rows(
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="3" hidden="1"><c r="A3" s="4"/><c r="C3" t="inlineStr"><is><t>丁</t></is></c><c t="str"><f>A1</f><v>戊</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>',
        ),
      }),
    ).toEqual([
      [1, [0, 'text', '甲'], [1, 'text', '乙 丙'], [2, 'text', 'A\n_x0042_']],
      [3, [2, 'text', '丁'], [3, 'text', '戊'], [4, 'text', 'TRUE'], [5, 'error', '#REF!']],
    ]);
  });

  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.0%"/><numFmt numFmtId="178" formatCode="[Red]&quot;yd&quot;0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>';
  const numbers = [1, 2, 3, 4, 5, 6, 0].map(
    (style) => `<c s="${style}"><v>${style === 4 || style === 5 ? 0.4 : 46568}</v></c>`,
  );

  test.each([
    ['1900', '', '2027-06-30'],
    ['1904', '<workbookPr date1904="1"/>', '2031-07-01'],
  ])('days of the count from %s, shares, and mere numbers', (_name, workbook, day) => {
    expect(cellsOf({ styles, workbook, sheet: rows(`<row r="1">${numbers.join('')}</row>`) })).toEqual([
      [
        1,
        [0, 'day', day],
        [1, 'day', day],
        [2, 'day', day],
        [3, 'percent', 0.4],
        [4, 'percent', 0.4],
        [5, 'number', 46568],
        [6, 'number', 46568],
      ],
    ]);
  });

  test('a size that is not true costs nothing, and what is too far to the right is left out', () => {
    expect(
      cellsOf({ sheet: rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="B1048576"><v>2</v></c></row>') }),
    ).toEqual([[1_048_576, [1, 'number', 2]]]);
  });
});

describe('hostile workbooks', () => {
  const swollen = strToU8(`<worksheet ${main}><sheetData>${' '.repeat(60 * 1024 * 1024)}`);
  test.each<[name: string, bytes: () => Uint8Array, problem: string]>([
    ['a sheet that swells', () => xlsx({ sheet: '', more: { 'xl/worksheets/sheet1.xml': swollen } }), 'zip-bomb'],
    [
      'a document type',
      () => xlsx({ sheet: '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>' }),
      'broken',
    ],
    [
      'more rows than are read',
      () =>
        xlsx({
          sheet: rows(
            Array.from({ length: 20_001 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join(''),
          ),
        }),
      'too-many-parts',
    ],
    [
      'rows that go back',
      () => xlsx({ sheet: rows('<row r="9"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>') }),
      'broken',
    ],
    ['elements in elements', () => xlsx({ sheet: '<a>'.repeat(400) }), 'too-deep'],
    ['a shared text that is not there', () => xlsx({ sheet: rows('<row r="1"><c t="s"><v>77</v></c></row>') }), 'read'],
    ['a document of Word', () => docx(paragraph('文')), 'other-office'],
    ['an archive', () => zipSync({ 'a.txt': strToU8('a') }), 'archive'],
    ['a text', () => strToU8('编号,状态'), 'other-office'],
    ['half a file', () => xlsx({ sheet: rows('') }).slice(0, 500), 'truncated'],
    ['nothing', () => new Uint8Array(), 'empty'],
  ])('%s: %#', (_name, bytes, problem) => {
    expect(problemOf(bytes())).toBe(problem);
  });
});
