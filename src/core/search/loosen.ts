import type { FoldedText } from './fold.ts';

/**
 * Marks that people leave out when they type from memory: quotes, brackets, title marks, dashes, dots, plus and wave. Commas
 * and full stops stay, so that no hit joins two clauses. In folded form.
 */
const mark = /["'()[\]{}<>\-\u00b7+~\u2026\u3008-\u3011\u3014-\u301b]/gu;

/** 1 for each UTF-16 unit that is such a mark. */
export const marks = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x3100; unit += 1) if (String.fromCharCode(unit).match(mark)) marks[unit] = 1;

/** Folded text without the marks that people leave out. */
export function loosen(folded: string): string {
  return folded.replace(mark, '');
}

/** The same, with the way back. */
export function loosenWithSources({ text, sources }: FoldedText): FoldedText {
  return { text: loosen(text), sources: sources.filter((_, unit) => marks[text.charCodeAt(unit)] !== 1) };
}
