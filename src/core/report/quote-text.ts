import type { QuoteLine } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** The lines of a quote with what the source lacks said in them, as text. */
export function quoteText(quote: readonly QuoteLine[], { gap, cutOff }: ReportWords): string[] {
  return quote.map((line, index) => {
    const end = isBrokenOff(line, quote[index + 1]) ? cutOff : '';
    return `${line.gapBefore ? `${gap}\n` : ''}${line.text}${end}`;
  });
}

/** The source breaks off after this line, and that is not said by the gap before the next one. */
export function isBrokenOff(line: QuoteLine, next: QuoteLine | undefined): boolean {
  return line.cutOff === true && next?.gapBefore !== true;
}
