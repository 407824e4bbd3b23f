import type { OtherDocumentView } from '#core/settings/settings';

/** The open document first, then those that were read last; those that were never read keep their order. */
export function byLastRead<Item extends { id: string }>(
  documents: readonly Item[],
  open: string,
  others: readonly OtherDocumentView[] = [],
): Item[] {
  const order = new Map([[open, 0], ...others.map(({ document }, index): [string, number] => [document, index + 1])]);
  const placeOf = ({ id }: Item) => order.get(id) ?? Number.POSITIVE_INFINITY;
  return [...documents].sort((left, right) => {
    const [one, other] = [placeOf(left), placeOf(right)];
    return one === other ? 0 : one - other;
  });
}
