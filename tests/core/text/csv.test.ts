import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '#core/text/csv';

test.each([
  ['plain cells', [['一', '二']], '一,二\r\n'],
  ['a comma, a quote and a break', [['甲,乙', '说“好”"', '一\n二']], '"甲,乙","说“好”""","一\n二"\r\n'],
  ['an empty cell', [['', '乙']], ',乙\r\n'],
  ['a formula', [['=1+1', '+86', '-1', '@sum']], "'=1+1,'+86,'-1,'@sum\r\n"],
  ['a formula in full width, or after white space', [['＝1', ' =1', '\t=1']], "'＝1,' =1,'\t=1\r\n"],
  ['a formula with a quote', [['=HYPERLINK("x","y")']], '"\'=HYPERLINK(""x"",""y"")"\r\n'],
])('%s', (_name, rows, expected) => {
  expect(toCsv(rows)).toBe(`\uFEFF${expected}`);
});

test('every cell comes back, and none begins as a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', '\r', '=', '-', ' ', "'"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const read = parse(toCsv(rows).slice(1));
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const [at, row] of read.entries()) {
        for (const [nth, text] of row.entries()) {
          expect(text.trimStart()).not.toMatch(/^[=+\-@]/);
          expect([text, text.slice(1)]).toContain(rows[at]?.[nth]);
        }
      }
    }),
  );
});

/** A reader of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (whole === '') break;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
