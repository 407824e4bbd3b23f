import type { Corpus } from './corpus.ts';
import { fold } from './fold.ts';
import { Places } from './places.ts';
import { Spans } from './spans.ts';

/** An id like 2.3 is what people type for 二（三） in a hurry; one without a point is any number. */
const idOfNumber = /^[a-z]?\d+(?:\.\d+)+$/;

const numbers = new WeakMap<Corpus, Map<string, number[]>>();

/** The sections that `query`, folded, names by their number: 二(三) as the plan writes it, or 2.3. */
export function sectionsNumbered(corpus: Corpus, query: string): readonly number[] {
  let known = numbers.get(corpus);
  if (known === undefined) {
    known = new Map();
    for (const [section, { id = '', number }] of corpus.sections.entries()) {
      const names = new Set([fold(number), ...(idOfNumber.test(id) ? [id] : [])]);
      for (const name of names) addTo(known, name, section);
    }
    numbers.set(corpus, known);
  }
  return known.get(query) ?? [];
}

function addTo(lists: Map<string, number[]>, name: string, section: number): void {
  const list = lists.get(name);
  if (list) list.push(section);
  else if (name !== '') lists.set(name, [section]);
}

/** The ordinals of `sections`, but for those with a place in the heading already. */
export function ordinalPlaces(corpus: Corpus, sections: readonly number[], known: Places): Places {
  const spans = new Spans();
  for (const section of sections) {
    const span = known.inTitle(section) > 0 ? undefined : ordinalSpan(corpus, section);
    if (span !== undefined) spans.add(span.start, span.end);
  }
  return new Places(corpus, spans);
}

/** The ordinal at the beginning of the heading, where the source has it there. */
function ordinalSpan({ plan, text, blockStarts }: Corpus, index: number): { start: number; end: number } | undefined {
  // the text before the first heading is the first section of a corpus
  const { headingBlock, ordinal: printed } = plan.sections[index - 1] ?? { ordinal: '' };
  const ordinal = fold(printed);
  if (headingBlock === undefined || ordinal === '') return undefined;
  const start = blockStarts[headingBlock] ?? 0;
  return text.startsWith(ordinal, start) ? { start, end: start + ordinal.length } : undefined;
}
