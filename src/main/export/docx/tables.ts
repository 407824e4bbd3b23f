import { Paragraph, type ParagraphChild, Table, TableCell, TableRow } from 'docx';
import type { Element } from 'hast';
import type { ReportColumn, ReportTable } from '#core/report/report-table';
import { twips } from './measures.ts';
import { styleIds } from './styles.ts';
import { runsOf } from './words.ts';

const line = { style: 'single', size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const margins = {
  top: twips.ofPoints(2),
  bottom: twips.ofPoints(2),
  left: twips.ofPoints(3),
  right: twips.ofPoints(3),
};

/** A ruled table; its head comes again on every page, and no row is cut. */
export function reportTable({ columns, rows }: ReportTable, width: number): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / whole));
  const cellOf = (children: Paragraph[], index: number) =>
    new TableCell({ width: { size: widths[index] ?? 0, type: 'dxa' }, children });
  const head = columns.map(({ title }, index) =>
    cellOf([new Paragraph({ style: styleIds.cellHead, children: runsOf(title) })], index),
  );
  return new Table({
    layout: 'fixed',
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: 'dxa' },
    columnWidths: widths,
    borders,
    margins,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        ({ cells, mark }) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) =>
              cellOf(cellParagraphs(column, cells[index] ?? '', mark?.column === index ? mark.text : undefined), index),
            ),
          }),
      ),
    ],
  });
}

function cellParagraphs({ kind }: ReportColumn, cell: string | number, mark: string | undefined): Paragraph[] {
  const text = kind === 'percent' && cell !== '' ? `${cell}%` : String(cell);
  const alignment = kind === 'text' ? 'left' : 'center';
  const paragraph = (words: string, options = {}) =>
    new Paragraph({ style: styleIds.cell, alignment, children: runsOf(words, options) });
  const lines = text.split(/\r\n|\r|\n/).map((words) => paragraph(words));
  return mark === undefined ? lines : [...lines, paragraph(mark, { bold: true })];
}

/** A table that a reader wrote into a note. */
export function noteTable(
  table: Element,
  { indent, width, runs }: { indent: number; width: number; runs: (cell: Element) => ParagraphChild[] },
): Table {
  const rows = elementsIn(table).flatMap((part) => (part.tagName === 'tr' ? [part] : elementsIn(part)));
  return new Table({
    indent: { size: indent, type: 'dxa' },
    width: { size: width - indent, type: 'dxa' },
    borders,
    margins,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: elementsIn(row).map(
            (cell) =>
              new TableCell({
                children: [
                  new Paragraph({
                    style: cell.tagName === 'th' ? styleIds.cellHead : styleIds.cell,
                    alignment: alignmentOf(cell),
                    children: runs(cell),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

function alignmentOf({ properties }: Element): 'left' | 'center' | 'right' {
  const { align } = properties;
  return align === 'center' || align === 'right' ? align : 'left';
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}
