import { fold } from '#core/search/fold';

/** More than this are found by typing on. */
const mostTags = 8;

/**
 * The tags that `words` are a part of, or spell in pinyin: those that begin with them first, then the more frequent ones. None
 * when the words are a whole tag already.
 */
export function matchingTags(
  tags: readonly string[],
  words: string,
  isSpelled: (text: string, letters: string) => boolean,
): string[] {
  const wanted = fold(words);
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const known = [...counts.keys()];
  if (known.some((tag) => fold(tag) === wanted)) return [];
  const begins = (tag: string) => Number(fold(tag).startsWith(wanted));
  return known
    .filter((tag) => fold(tag).includes(wanted) || isSpelled(tag, words))
    .sort((left, right) => begins(right) - begins(left) || (counts.get(right) ?? 0) - (counts.get(left) ?? 0))
    .slice(0, mostTags);
}
