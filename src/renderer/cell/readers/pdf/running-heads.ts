import { type Line, textOfLine } from './lines.ts';

/** So many lines at the top and at the foot of a page can be repeated ones. */
const outerLines = 3;
/** Share of pages, at least, on which a repeated line stands: on every second one where left and right pages differ. */
const leastShare = 0.3;
const leastPages = 3;
/** Share of the page's height, at its top and at its foot, where its number stands. */
const margin = 0.12;

const pageNumber =
  /^[-—–─·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\s*页)?(?:\s*[,，]?\s*(?:[/／]|共|of)\s*(?:第|共)?\s*\d{1,4}\s*页?)?[-—–─·.\s]*$/u;

export interface PageLines {
  lines: Line[];
  height: number;
}

/** The lines of pages without what is repeated on them: running heads, running feet and page numbers. */
export function withoutRunningHeads(pages: readonly PageLines[]): { pages: Line[][]; isShortened: boolean } {
  const repeated = repeatedKeys(pages);
  let isShortened = false;
  const shortened = pages.map(({ lines, height }) => {
    const outer = new Set(outerOf(lines));
    const kept = lines.filter((line) => {
      if (!outer.has(line)) return true;
      const isInMargin = line.y < height * margin || line.y > height * (1 - margin);
      return !(repeated.has(keyOf(line)) || (isInMargin && pageNumber.test(textOfLine(line))));
    });
    // Pages that are alike as a whole are no heads.
    if (kept.length === 0) return lines;
    if (kept.length < lines.length) isShortened = true;
    return kept;
  });
  return { pages: shortened, isShortened };
}

/** What stands at the same height with the same words on many pages. */
function repeatedKeys(pages: readonly PageLines[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    for (const key of new Set(outerOf(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(leastPages, pages.length * leastShare);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

function outerOf(lines: readonly Line[]): Line[] {
  const byHeight = [...lines].sort((one, other) => one.y - other.y);
  return [...byHeight.slice(0, outerLines), ...byHeight.slice(-outerLines)];
}

function keyOf(line: Line): string {
  return `${Math.round(line.y / 6)} ${textOfLine(line).replaceAll(/\d+/g, '#').replaceAll(/\s+/g, '')}`;
}
