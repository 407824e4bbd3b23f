import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it lies on its page: y grows downwards from the top, all in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
}

export interface PagePieces {
  pieces: Piece[];
  width: number;
  height: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Text that is turned against most of its page is a watermark or a label beside it. */
export async function pagePieces(page: PDFPageProxy): Promise<PagePieces> {
  const { items } = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  const placed = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const matrix = multiply(viewport.transform as unknown as Matrix, item.transform as unknown as Matrix);
    const size = Math.hypot(matrix[2], matrix[3]);
    if (!(size > 0) || !matrix.every(Number.isFinite)) return [];
    return [{ matrix, size, turn: quarterTurn(matrix), text: item.str, width: item.width, font: item.fontName }];
  });
  const lengths = new Map<number | undefined, number>();
  for (const { turn, text } of placed) lengths.set(turn, (lengths.get(turn) ?? 0) + text.length);
  const turn =
    [...lengths].filter(([each]) => each !== undefined).sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
  const isSideways = turn % 2 === 1;
  const pieces = placed
    .filter((each) => each.turn === turn)
    .map(({ matrix, size, text, width, font }): Piece => {
      const [x, y] = turned(matrix[4], matrix[5], turn, viewport);
      return { text, x, y, width, size, font };
    });
  return {
    pieces,
    width: isSideways ? viewport.height : viewport.width,
    height: isSideways ? viewport.width : viewport.height,
  };
}

/** How often a quarter to the right text is turned; `undefined` when it lies aslant. */
function quarterTurn([a, b]: Matrix): number | undefined {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const whole = Math.round(quarters);
  return Math.abs(quarters - whole) < 0.03 ? (whole + 4) % 4 : undefined;
}

/** The place of text when the page is turned so that it can be read. */
function turned(x: number, y: number, turn: number, { width, height }: { width: number; height: number }) {
  if (turn === 1) return [y, width - x] as const;
  if (turn === 2) return [width - x, height - y] as const;
  return turn === 3 ? ([height - y, x] as const) : ([x, y] as const);
}

function multiply(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[2] * other[1],
    one[1] * other[0] + one[3] * other[1],
    one[0] * other[2] + one[2] * other[3],
    one[1] * other[2] + one[3] * other[3],
    one[0] * other[4] + one[2] * other[5] + one[4],
    one[1] * other[4] + one[3] * other[5] + one[5],
  ];
}
