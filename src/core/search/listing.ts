/** Of each document that answers, so many hits are listed even where there are very many documents. */
const fewestOfEach = 3;

/** Which hits are listed, given the document of each: the first of each document, `most` of all together in equal parts. */
export function listedHits(documents: readonly object[], most: number): number[] {
  const count = new Set(documents).size;
  const share = count <= 1 ? most : Math.max(Math.min(most, fewestOfEach), Math.floor(most / count));
  const counts = new Map<object, number>();
  const listed: number[] = [];
  for (const [index, document] of documents.entries()) {
    const before = counts.get(document) ?? 0;
    if (before >= share) continue;
    counts.set(document, before + 1);
    listed.push(index);
  }
  return listed;
}
