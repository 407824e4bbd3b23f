import type { FoldedText } from './fold.ts';

/**
 * Marks that people leave out when they type from memory: quotes, brackets, title marks, dashes, dots, plus and wave. Commas
 * and full stops stay, so that no hit joins two clauses. In folded form.
 */
const skipped = /["'()[\]{}<>\-\u00b7+~\u2026\u3008-\u3011\u3014-\u301b]/u;
const allSkipped = new RegExp(skipped.source, 'gu');

/** Folded text without the marks that people leave out. */
export function loosen(folded: string): string {
  return folded.replace(allSkipped, '');
}

/** The same, with the way back. */
export function loosenWithSources({ text, sources }: FoldedText): FoldedText {
  const kept = sources.filter((_, unit) => !skipped.test(text[unit] ?? ''));
  return { text: loosen(text), sources: kept };
}
