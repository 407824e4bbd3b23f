import type { ReportLayout } from './report-kinds.ts';

/** Margins of an A4 page in millimetres. */
export interface PageGeometry {
  isLandscape?: true;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** `official` is GB/T 9704—2012: 156 × 225 mm of text. */
export const pageGeometry: Record<ReportLayout, PageGeometry> = {
  official: { top: 37, right: 26, bottom: 35, left: 28 },
  table: { isLandscape: true, top: 18, right: 18, bottom: 20, left: 18 },
  plain: { top: 22, right: 22, bottom: 22, left: 22 },
};

/** The whole sheet of a layout, for what is laid over its pages. */
export function sheetGeometry(layout: ReportLayout): PageGeometry {
  const { isLandscape } = pageGeometry[layout];
  return { ...(isLandscape && { isLandscape }), top: 0, right: 0, bottom: 0, left: 0 };
}
