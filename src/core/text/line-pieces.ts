const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Cuts a text where a line may end without tearing a word; the pieces make the text again. A word of one character belongs to the
 * one before it, or it would begin a line alone. Between words and punctuation there is no cut: there the rules for lines know
 * better.
 */
export function linePieces(text: string): string[] {
  const pieces: string[] = [];
  let isAfterWord = false;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    const begins = isWordLike === true && isAfterWord && [...segment].length > 1 && [...(last ?? '')].length > 1;
    if (last === undefined || begins) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
    isAfterWord = isWordLike === true;
  }
  return pieces;
}
