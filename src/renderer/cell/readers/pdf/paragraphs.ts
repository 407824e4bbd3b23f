import type { TextBlock } from '#core/outline/text-block';
import { type Line, textOfLine } from './lines.ts';

/** Whether letters of a font are bold. */
export type IsBold = (font: string) => boolean;

/** Where the lines of a column begin and end. */
interface Edges {
  left: number;
  right: number;
}

/** Marks with which a heading or an item begins. */
const itemMark =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[编章节条款]|[〇零一二三四五六七八九十百]+、|[（(][〇零一二三四五六七八九十百\d]+[）)]|\d{1,3}(?:\.\d{1,3})*[.．、](?!\d)|[①-⑳●•■◆·▪➢])/u;
const sentenceEnd = /[。！？；：!?;:…”」』）)]$/u;

/** Lines joined to the paragraphs that they were before they were set, on one page and over its end. */
export function paragraphsOf(pages: readonly Line[][], isBold: IsBold): TextBlock[] {
  const lines = pages.flat();
  const edges = edgesOf(pages);
  const pitch = pitchOf(pages);
  const rows = tableLines(lines);
  const blocks: TextBlock[] = [];
  let before: Line | undefined;
  let current: { lines: Line[] } | undefined;
  const end = () => {
    if (current !== undefined) blocks.push(blockOf(current.lines, isBold));
    current = undefined;
  };
  for (const line of lines) {
    if (rows.has(line)) {
      end();
      blocks.push({ text: textOfLine(line), hint: { role: 'row', page: line.page } });
      before = undefined;
      continue;
    }
    if (before === undefined || current === undefined || begins(line, before, { edges, pitch, isBold })) {
      end();
      current = { lines: [] };
    }
    current?.lines.push(line);
    before = line;
  }
  end();
  return blocks;
}

interface Setting {
  edges: Map<string, Edges>;
  pitch: number;
  isBold: IsBold;
}

/** Whether a line begins a paragraph, seen from the line before. */
function begins(line: Line, before: Line, { edges, pitch, isBold }: Setting): boolean {
  if (Math.abs(line.size - before.size) > 0.08 * before.size || isBold(line.font) !== isBold(before.font)) return true;
  const isSameColumn = line.page === before.page && line.column === before.column;
  if (isSameColumn && line.y - before.y > pitch * 1.6 && line.y - before.y > line.size * 1.6) return true;
  const own = edges.get(keyOf(line));
  const others = edges.get(keyOf(before));
  if (own === undefined || others === undefined) return true;
  const isLevel = Math.abs(line.x - before.x) < 0.5 * line.size;
  const gap = others.right - before.end;
  if (isLevel && isOfQuotation(before, others, gap)) return itemMark.test(textOfLine(line));
  if (line.x - own.left > 1.2 * line.size || gap > leeway(line, before)) return true;
  return itemMark.test(textOfLine(line)) && (sentenceEnd.test(textOfLine(before)) || gap > before.size);
}

/** A long line within the sentence, in from the edges like the ones around it: a quotation, or the whole of a frame. */
function isOfQuotation(before: Line, { left, right }: Edges, gap: number): boolean {
  const isLong = before.end - before.x > 0.6 * (right - left);
  return (
    isLong && gap < 5 * before.size && before.x - left > 1.2 * before.size && !sentenceEnd.test(textOfLine(before))
  );
}

/** How far from the edge a line may end that goes on: a Latin word that had no place any more leaves more of it empty. */
function leeway(line: Line, before: Line): number {
  const word = /^[!-~]+/.exec(textOfLine(line))?.[0] ?? '';
  return Math.max(1.8 * before.size, (word.length * 0.6 + 0.5) * before.size);
}

function keyOf({ page, column }: Line): string {
  return `${page} ${column}`;
}

/** The edges of each column of each page; those of a page with few lines are what most pages have. */
function edgesOf(pages: readonly Line[][]): Map<string, Edges> {
  const groups = new Map<string, Line[]>();
  for (const line of pages.flat()) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [line]);
    else group.push(line);
  }
  const usual = new Map<number, Edges>();
  const found = new Map([...groups].map(([key, lines]) => [key, ownEdges(lines)]));
  for (const column of [0, 1, 2]) {
    const wide = [...found].filter(([key]) => key.endsWith(` ${column}`)).map(([, edges]) => edges);
    if (wide.length === 0) continue;
    usual.set(column, {
      left: middleOf(wide.map(({ left }) => left)),
      right: middleOf(wide.map(({ right }) => right)),
    });
  }
  for (const [key, lines] of groups) {
    const common = usual.get(Number(key.slice(-1)));
    const own = found.get(key);
    if (lines.length < 6 && common !== undefined && own !== undefined) {
      found.set(key, { left: Math.min(own.left, common.left), right: Math.max(own.right, common.right) });
    }
  }
  return found;
}

/** The left edge is where several lines begin and none before; the right one where the longest lines end. */
function ownEdges(lines: readonly Line[]): Edges {
  const starts = lines.map(({ x }) => x).sort((one, other) => one - other);
  const least = Math.max(1, Math.min(2, Math.floor(lines.length / 4)));
  const left = starts.find((x) => starts.filter((other) => Math.abs(other - x) < 3).length >= least) ?? starts[0] ?? 0;
  const ends = lines.map(({ end }) => end).sort((one, other) => other - one);
  return { left, right: ends[Math.min(ends.length - 1, Math.floor(lines.length / 20))] ?? 0 };
}

/** The usual distance of two lines. */
function pitchOf(pages: readonly Line[][]): number {
  const distances = pages.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const distance = line.y - (lines[index]?.y ?? line.y);
      return distance > 0 && line.column === lines[index]?.column ? [distance] : [];
    }),
  );
  return middleOf(distances);
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** Lines with parts that stand apart, when their neighbours have as many: a single one is a line with a wide gap. */
function tableLines(lines: readonly Line[]): Set<Line> {
  const isAlike = (one: Line, other: Line | undefined) =>
    other !== undefined &&
    one.page === other.page &&
    other.cells.length > 1 &&
    Math.abs(other.cells.length - one.cells.length) <= 1;
  return new Set(
    lines.filter(
      (line, index) => line.cells.length > 1 && (isAlike(line, lines[index - 1]) || isAlike(line, lines[index + 1])),
    ),
  );
}

function blockOf(lines: readonly Line[], isBold: IsBold): TextBlock {
  const [first] = lines;
  const text = lines.map((line) => line.cells.map((cell) => cell.text).join(' ')).reduce(joined, '');
  const size = Math.round((first?.size ?? 0) * 2) / 2;
  return {
    text,
    hint: {
      ...(size > 0 && size <= 10_000 ? { fontSize: size } : {}),
      ...(first !== undefined && isBold(first.font) ? { isBold: true } : {}),
      page: first?.page ?? 1,
    },
  };
}

/** Two lines as one: Chinese goes on without a blank, a word that was parted loses its hyphen. */
function joined(before: string, line: string): string {
  if (before === '') return line;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line;
  if (/[a-z]-$/u.test(before) && /^[a-z]/u.test(line)) return before.slice(0, -1) + line;
  return /[\p{Script=Latin}\d,.;:]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(line)
    ? `${before} ${line}`
    : before + line;
}
