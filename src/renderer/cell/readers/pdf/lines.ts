import type { PagePieces, Piece } from './page-pieces.ts';

/** A line of a page, or of one of its columns. */
export interface Line {
  /** Parts that stand apart like the cells of a row. */
  cells: Span[];
  x: number;
  end: number;
  y: number;
  size: number;
  font: string;
  page: number;
  /** Lines of different columns never continue each other by their edges alone. */
  column: number;
}

interface Span {
  text: string;
  x: number;
  end: number;
}

/** Distance between two parts of a line, in ems, from which on they are cells. */
const cellGap = 1.2;
const latinGap = 0.18;
const wideGap = 0.8;

const han = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;

/** The lines of a page in the order of reading. */
export function linesOf({ pieces, width }: PagePieces, page: number): Line[] {
  const rows = rowsOf(pieces).map((row) => lineOf(row, page));
  return inColumns(rows, width, page);
}

/** Pieces that stand on one base line, from left to right; from the top of the page to its foot. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((one, other) => one.y - other.y || one.x - other.x);
  const rows: Piece[][] = [];
  let row: Piece[] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    // A raised or lowered sign still belongs to its line.
    if (row.length > 0 && piece.y - base > Math.max(piece.size, row[0]?.size ?? 0) * 0.4) {
      rows.push(row);
      row = [];
    }
    if (row.length === 0) base = piece.y;
    row.push(piece);
  }
  if (row.length > 0) rows.push(row);
  return rows.map((each) => each.sort((one, other) => one.x - other.x));
}

function lineOf(row: readonly Piece[], page: number): Line {
  const cells: Span[] = [];
  for (const piece of row) {
    const last = cells.at(-1);
    const gap = last === undefined ? 0 : (piece.x - last.end) / piece.size;
    const text = tight(piece.text);
    if (last === undefined || gap > cellGap) cells.push({ text, x: piece.x, end: piece.x + piece.width });
    else {
      // What is printed twice to look bold lies on itself.
      if (gap < -0.5 * [...text].length && last.text.endsWith(text)) continue;
      last.text += (needsBlank(last.text, text, gap) ? ' ' : '') + text;
      last.end = Math.max(last.end, piece.x + piece.width);
    }
  }
  const main = mainPiece(row);
  return {
    cells: cells.map((cell) => ({ ...cell, text: cell.text.trim() })).filter(({ text }) => text !== ''),
    x: row[0]?.x ?? 0,
    end: Math.max(...cells.map(({ end }) => end)),
    y: main.y,
    size: main.size,
    font: main.font,
    page,
    column: 0,
  };
}

/** The piece that stands for how a line looks: the longest of it. */
function mainPiece(row: readonly Piece[]): { y: number; size: number; font: string } {
  const lengths = new Map<string, { length: number; piece: Piece }>();
  for (const piece of row) {
    const key = `${piece.font} ${piece.size.toFixed(1)}`;
    const known = lengths.get(key) ?? { length: 0, piece };
    known.length += piece.text.length;
    lengths.set(key, known);
  }
  const [most] = [...lengths.values()].sort((one, other) => other.length - one.length);
  return most?.piece ?? { y: 0, size: 0, font: '' };
}

function needsBlank(before: string, after: string, gap: number): boolean {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return false;
  return gap > (han.test(before.slice(-1)) || han.test(after.charAt(0)) ? wideGap : latinGap);
}

/** Blanks between Chinese characters come from how a line was stretched. */
function tight(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').replaceAll('\u00a0', ' ');
}

/** Lines to the left and to the right of a gutter in the middle are read one side after the other. */
function inColumns(lines: readonly Line[], width: number, page: number): Line[] {
  const gutter = gutterOf(lines, width);
  if (gutter === undefined) return [...lines];
  const ordered: Line[] = [];
  let right: Line[] = [];
  const flush = () => {
    ordered.push(...right);
    right = [];
  };
  for (const line of lines) {
    const sides = [line.cells.filter(({ end }) => end <= gutter), line.cells.filter(({ x }) => x >= gutter)] as const;
    if (sides[0].length + sides[1].length < line.cells.length) {
      flush();
      ordered.push(line);
      continue;
    }
    if (sides[0].length > 0) ordered.push(partOf(line, sides[0], 1));
    if (sides[1].length > 0) right.push(partOf(line, sides[1], 2));
  }
  flush();
  return ordered.map((line) => ({ ...line, page }));
}

function partOf(line: Line, cells: Span[], column: number): Line {
  return { ...line, cells, x: cells[0]?.x ?? line.x, end: Math.max(...cells.map(({ end }) => end)), column };
}

/** Where the gutter of two columns of text lies; a table has one as well, but its cells do not fill their side. */
function gutterOf(lines: readonly Line[], width: number): number | undefined {
  const middle = width / 2;
  const twofold = lines.filter(
    ({ cells }) => cells.some(({ end }) => end < middle) && cells.some(({ x }) => x > middle),
  );
  if (twofold.length < 6 || twofold.length < lines.length * 0.5) return undefined;
  const gaps = twofold.map(({ cells }) => {
    const left = Math.max(...cells.filter(({ end }) => end < middle).map(({ end }) => end));
    const right = Math.min(...cells.filter(({ x }) => x > middle).map(({ x }) => x));
    return {
      left,
      right,
      isTwo: cells.length === 2,
      share: (left - (cells[0]?.x ?? left) + ((cells.at(-1)?.end ?? right) - right)) / width,
    };
  });
  const areColumns = gaps.filter(({ isTwo }) => isTwo).length >= gaps.length * 0.8;
  const share = gaps.reduce((sum, gap) => sum + gap.share, 0) / gaps.length;
  if (!areColumns || share < 0.55) return undefined;
  const [left, right] = [Math.max(...gaps.map((gap) => gap.left)), Math.min(...gaps.map((gap) => gap.right))];
  return left < right ? (left + right) / 2 : undefined;
}

/** The text of a line; its cells stand apart by tabs. */
export function textOfLine({ cells }: Line): string {
  return cells.map(({ text }) => text).join('\t');
}
