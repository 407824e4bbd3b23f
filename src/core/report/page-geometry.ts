import type { ReportLayout } from './to-html.ts';

/** Margins of an A4 page in millimetres, and the size of its page number in points. */
export interface PageGeometry {
  isLandscape?: true;
  top: number;
  right: number;
  bottom: number;
  left: number;
  pageNumberSize: number;
  /** From the lower edge of the text to the top of the page number, in millimetres. */
  pageNumberDistance: number;
}

/** `official` is GB/T 9704—2012: 156 × 225 mm of text, the page number in 四号 (14 pt) 7 mm below it. */
export const pageGeometry: Record<ReportLayout, PageGeometry> = {
  official: { top: 37, right: 26, bottom: 35, left: 28, pageNumberSize: 14, pageNumberDistance: 7 },
  table: { isLandscape: true, top: 18, right: 18, bottom: 20, left: 18, pageNumberSize: 9, pageNumberDistance: 6 },
  plain: { top: 22, right: 22, bottom: 22, left: 22, pageNumberSize: 9, pageNumberDistance: 7 },
};
