import type { CellStyle } from 'hucre/xlsx';

/** The looks of cells. */
export type Look = 'head' | 'text' | 'source' | 'number' | 'day' | 'percent' | 'tenths';

const grey = '595959';

/**
 * How cells are written. Cells of text keep what is typed into them a text, so that 3-4 does not become a day and =1+1 no
 * formula.
 */
export function sheetStyles(font: string): Record<Look, CellStyle> {
  const side = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
  const styled = (
    numFmt: string,
    look: { color?: string; isBold?: true; across?: 'center'; down?: 'center' } = {},
  ) => ({
    numFmt,
    font: {
      name: font,
      size: 11,
      ...(look.isBold && { bold: true }),
      ...(look.color !== undefined && { color: { rgb: look.color } }),
    },
    border: { left: side, right: side, top: side, bottom: side },
    alignment: {
      vertical: look.down ?? ('top' as const),
      wrapText: true,
      ...(look.across && { horizontal: look.across }),
    },
  });
  return {
    head: {
      ...styled('@', { isBold: true, across: 'center', down: 'center' }),
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EBF0' } },
    },
    text: styled('@'),
    source: styled('@', { color: grey }),
    number: styled('General', { color: grey, across: 'center' }),
    day: styled('yyyy\\-mm\\-dd', { across: 'center' }),
    percent: styled('0%', { across: 'center' }),
    tenths: styled('0.0%', { across: 'center' }),
  };
}
