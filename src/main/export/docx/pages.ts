import { Footer, type IParagraphOptions, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { pageGeometry } from '#core/report/page-geometry';
import type { ReportLayout } from '#core/report/report-kinds';
import { fontOf } from './faces.ts';
import { officialGrid, sheet, twips } from './measures.ts';

type PageOptions = Pick<ISectionOptions, 'properties' | 'footers'>;

/** The size of the page number in points, and how far it stands below the text in millimetres. */
const pageNumbers: Record<ReportLayout, { size: number; distance: number }> = {
  official: { size: 14, distance: 7 },
  plain: { size: 9, distance: 7 },
  table: { size: 9, distance: 6 },
};

/** The sheet, its margins, the grid of the text and the page number. */
export function pagesOf(layout: ReportLayout): PageOptions {
  const { isLandscape, top, right, bottom, left } = pageGeometry[layout];
  const number = pageNumbers[layout];
  const footer = twips.ofMillimetres(bottom - number.distance - (number.size / 72) * 25.4);
  const margin = {
    top: twips.ofMillimetres(top),
    right: twips.ofMillimetres(right),
    bottom: twips.ofMillimetres(bottom),
    left: twips.ofMillimetres(left),
    header: twips.ofMillimetres(15),
    footer,
    gutter: 0,
  };
  const { size, pitch, character } = officialGrid;
  return {
    properties: {
      page: { size: { ...sheet, orientation: isLandscape ? 'landscape' : 'portrait' }, margin },
      grid:
        layout === 'official'
          ? // By how much a character is wider than the size of the text, in 4096ths of a point.
            {
              type: 'lines',
              linePitch: twips.ofPoints(pitch),
              charSpace: Math.round((character - size) * 4096),
            }
          : { type: 'default', linePitch: 312 },
    },
    footers:
      layout === 'official'
        ? { default: footerOf(number.size, 'right'), even: footerOf(number.size, 'left') }
        : { default: footerOf(number.size, 'center') },
  };
}

/** How wide the text is, in twips. */
export function textWidth(layout: ReportLayout): number {
  const { isLandscape, left, right } = pageGeometry[layout];
  return (isLandscape ? sheet.height : sheet.width) - twips.ofMillimetres(left) - twips.ofMillimetres(right);
}

/** “— 1 —”, a character away from the outer edge of the text. */
function footerOf(size: number, alignment: 'left' | 'center' | 'right'): Footer {
  const away = twips.ofPoints(size);
  const indent: IParagraphOptions =
    alignment === 'center' ? {} : { indent: alignment === 'right' ? { right: away } : { left: away } };
  return new Footer({
    children: [
      new Paragraph({
        ...indent,
        alignment,
        spacing: { line: 240, lineRule: 'auto', before: 0, after: 0 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: size * 2, font: fontOf('song') })],
      }),
    ],
  });
}
