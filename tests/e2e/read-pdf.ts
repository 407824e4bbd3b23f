import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function read(program: string, ...parameters: string[]): Promise<string> {
  const { stdout } = await run(program, parameters, { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** The text of a PDF as another program reads it, page by page, each with its page number apart. */
export async function pagesOf(path: string): Promise<{ text: string; number: string }[]> {
  const pages = (await read('pdftotext', '-raw', '-enc', 'UTF-8', path, '-')).split('\f').slice(0, -1);
  return pages.map((page) => {
    const lines = page.trimEnd().split('\n');
    return { text: lines.slice(0, -1).join('\n'), number: lines.at(-1) ?? '' };
  });
}

/** All text without blanks and line breaks, as one searches for a passage that runs over lines and pages. */
export async function runningTextOf(path: string): Promise<string> {
  return (await pagesOf(path)).map(({ text }) => text.replaceAll(/\s/g, '')).join('');
}

export interface PdfFont {
  name: string;
  type: string;
  isEmbedded: boolean;
}

export async function fontsOf(path: string): Promise<PdfFont[]> {
  const [heading = '', rule = '', ...rows] = (await read('pdffonts', path)).trimEnd().split('\n');
  const columns = rule.split(' ').map((dashes) => dashes.length);
  const at = (row: string, name: string) => {
    const start = heading.indexOf(name);
    const width = columns.find(
      (_length, index) => columns.slice(0, index).reduce((sum, length) => sum + length + 1, 0) === start,
    );
    return row.slice(start, start + (width ?? 0)).trim();
  };
  return rows.map((row) => ({ name: at(row, 'name'), type: at(row, 'type'), isEmbedded: at(row, 'emb') === 'yes' }));
}

export async function informationOf(path: string): Promise<Record<string, string>> {
  const lines = (await read('pdfinfo', path)).trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/:\s*(.*)/s, 2) as [string, string]));
}

/** The bookmarks in order, with the page that each leads to. */
export async function bookmarksOf(path: string): Promise<{ title: string; page: number }[]> {
  const xml = await read('pdftohtml', '-xml', '-i', '-stdout', path);
  return [...xml.matchAll(/<item page="(\d+)">([^<]*)<\/item>/g)].map(([, page, title = '']) => ({
    title,
    page: Number(page),
  }));
}

/** Where a line of text stands on its page, in millimetres from the upper left corner. */
export interface PdfLine {
  left: number;
  top: number;
  right: number;
  bottom: number;
  text: string;
}

export async function linesOf(path: string, page: number): Promise<PdfLine[]> {
  const markup = await read('pdftotext', '-bbox-layout', '-f', String(page), '-l', String(page), path, '-');
  const lines = markup.matchAll(
    /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs,
  );
  return [...lines].map(([, left, top, right, bottom, words = '']) => ({
    left: millimetres(left),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
    text: words.replaceAll(/<[^>]*>|\s/g, ''),
  }));
}

function millimetres(points: string | undefined): number {
  return (Number(points) / 72) * 25.4;
}

/** How much of a page is printed on, from 0 to 1: text that something lies over is read by programs, but not by people. */
export async function inkOf(path: string, page: number): Promise<number> {
  const { stdout } = await run('pdftoppm', ['-gray', '-r', '40', '-f', String(page), '-l', String(page), path], {
    encoding: 'buffer',
    maxBuffer: 16 * 1024 * 1024,
  });
  // A PGM file: three lines of text, then one byte for each dot.
  const dots = stdout.subarray(stdout.indexOf('255\n') + 4);
  return dots.filter((grey) => grey < 160).length / dots.length;
}
