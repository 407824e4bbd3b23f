import { describe, expect, test } from 'vitest';
import type { ReportTable } from '#core/report/report-table';
import { sheetPreview } from '#core/sheet/sheet-preview';

const table: ReportTable = {
  columns: [
    { key: 'position', title: '序号', kind: 'number', width: 6 },
    { key: 'measure', title: '本校举措', kind: 'text', width: 26 },
    { key: 'due', title: '完成时限', kind: 'date', width: 11 },
    { key: 'completion', title: '完成度', kind: 'percent', width: 8 },
  ],
  rows: [
    { annotation: 'a', cells: [1, '=1+1', '2027-06-30', 40] },
    { annotation: 'b', cells: [2, '两行\n文字', '', 33.3] },
    { annotation: 'c', cells: [3, '', '', ''] },
  ],
};
const preview = (format: 'xlsx' | 'csv', rows = 10) => sheetPreview(table, { format, cut: '……', rows });

describe('a workbook before it is made', () => {
  test('has its columns behind that of the ids, which is hidden', () => {
    expect(preview('xlsx').columns).toEqual([
      { letters: 'B', title: '序号', width: 8, isCentred: true },
      { letters: 'C', title: '本校举措', width: 28, isCentred: false },
      { letters: 'D', title: '完成时限', width: 13, isCentred: true },
      { letters: 'E', title: '完成度', width: 10, isCentred: true },
    ]);
  });

  test('shows shares as spreadsheets do, and texts as they are', () => {
    expect(preview('xlsx').rows).toEqual([
      ['1', '=1+1', '2027-06-30', '40%'],
      ['2', '两行\n文字', '', '33.3%'],
      ['3', '', '', ''],
    ]);
  });

  test('ends a text that no cell can hold as the file does', () => {
    const long = { ...table, rows: [{ annotation: 'a', cells: [1, '长'.repeat(40_000), '', ''] }] };
    const [row] = sheetPreview(long, { format: 'xlsx', cut: '……', rows: 1 }).rows;
    expect(row?.[1]).toMatch(/长……$/);
    expect(row?.[1]).toHaveLength(32_767);
  });
});

test('a CSV file begins with column A and has no formula', () => {
  const { columns, rows } = preview('csv');
  expect(columns.map(({ letters, isCentred }) => [letters, isCentred])).toEqual([
    ['A', false],
    ['B', false],
    ['C', false],
    ['D', false],
  ]);
  expect(rows[0]).toEqual(['1', "'=1+1", '2027-06-30', '40']);
});

test('only the first rows are shown, and it is said how many there are', () => {
  const { rows, total } = preview('csv', 2);
  expect([rows.length, total]).toEqual([2, 3]);
});
