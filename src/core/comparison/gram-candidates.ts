/** Grams that more of the texts have than this are set phrases and tell nothing. */
const mostPostings = 12;

/**
 * For a set of grams the `most` of `texts` that share most rare grams with it, by index, each with how many it shares. The
 * time does not grow with the number of texts.
 */
export function gramCandidates(
  texts: readonly ReadonlySet<number>[],
  most: number,
): (grams: ReadonlySet<number>) => { index: number; shared: number }[] {
  const postings = new Map<number, number[]>();
  for (const [index, grams] of texts.entries()) {
    for (const gram of grams) {
      const known = postings.get(gram);
      if (known === undefined) postings.set(gram, [index]);
      else if (known.length <= mostPostings) known.push(index);
    }
  }
  return (grams) => {
    const votes = new Map<number, number>();
    for (const gram of grams) {
      const known = postings.get(gram);
      if (known === undefined || known.length > mostPostings) continue;
      for (const index of known) votes.set(index, (votes.get(index) ?? 0) + 1);
    }
    return [...votes]
      .map(([index, shared]) => ({ index, shared }))
      .sort((one, other) => other.shared - one.shared || one.index - other.index)
      .slice(0, most);
  };
}
