/** In which sections a term is, and with what weight, as flat arrays: objects would take ten times the memory. */
export interface Postings {
  /** In how many sections `term` is. */
  sectionsWith: (term: string) => number;
  /** Adds the weight of `term` in each section to `sums`. */
  addWeights: (term: string, sums: Float64Array) => void;
}

export interface PostingsBuilder {
  /** The weight of term number `term` in a section: in one field of it; sections come in ascending order. Unknown terms are skipped. */
  add: (term: number, section: number, weight: number) => void;
  finish: () => Postings;
}

/** `terms` by their numbers; there may be holes. */
export function createPostings(terms: readonly (string | undefined)[]): PostingsBuilder {
  const entries: { terms: number[]; sections: number[]; weights: number[] } = { terms: [], sections: [], weights: [] };
  const last = new Map<number, number>();
  return {
    add: (term, section, weight) => {
      if (terms[term] === undefined) return;
      const before = last.get(term);
      if (before !== undefined && entries.sections[before] === section) {
        entries.weights[before] = (entries.weights[before] ?? 0) + weight;
        return;
      }
      last.set(term, entries.terms.length);
      entries.terms.push(term);
      entries.sections.push(section);
      entries.weights.push(weight);
    },
    finish: () => {
      const numbers = new Map(terms.flatMap((term, number) => (term === undefined ? [] : [[term, number] as const])));
      const starts = new Int32Array(terms.length + 1);
      for (const term of entries.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
      for (let term = 0; term < terms.length; term += 1)
        starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
      const sections = new Int32Array(entries.sections.length);
      const weights = new Float32Array(entries.weights.length);
      const next = starts.slice();
      for (const [index, term] of entries.terms.entries()) {
        const at = next[term] ?? 0;
        next[term] = at + 1;
        sections[at] = entries.sections[index] ?? 0;
        weights[at] = entries.weights[index] ?? 0;
      }
      return postingsOf(numbers, starts, sections, weights);
    },
  };
}

function postingsOf(
  numbers: ReadonlyMap<string, number>,
  starts: Int32Array,
  sections: Int32Array,
  weights: Float32Array,
): Postings {
  const span = (term: string) => {
    const number = numbers.get(term);
    return number === undefined ? { from: 0, until: 0 } : { from: starts[number] ?? 0, until: starts[number + 1] ?? 0 };
  };
  return {
    sectionsWith: (term) => {
      const { from, until } = span(term);
      return until - from;
    },
    addWeights: (term, sums) => {
      const { from, until } = span(term);
      for (let at = from; at < until; at += 1) {
        const section = sections[at] ?? 0;
        sums[section] = (sums[section] ?? 0) + (weights[at] ?? 0);
      }
    },
  };
}
