import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Fonts that are always printed bold in Chinese documents say so by their name only. */
const boldName = /bold|black|heavy|simhei|heiti|黑体|medium|demi/i;

/** Which fonts are bold. Only the drawing of a page tells, so that each page with an unknown font is asked for it. */
export class BoldFonts {
  private readonly fonts = new Map<string, boolean>();

  isBold = (font: string): boolean => this.fonts.get(font) ?? false;

  async learn(page: PDFPageProxy, names: ReadonlySet<string>): Promise<void> {
    if ([...names].every((name) => this.fonts.has(name))) return;
    await page.getOperatorList();
    for (const name of names) {
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
      this.fonts.set(name, looksBold(font));
    }
  }
}

function looksBold(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  const { name, bold, black } = font as { name?: unknown; bold?: unknown; black?: unknown };
  return bold === true || black === true || (typeof name === 'string' && boldName.test(name));
}
