/** Longest note body, in UTF-16 units: 1 MB of Chinese text is far beyond any note. */
export const maximumBodyLength = 400_000;
/**
 * Longest passage that can be annotated, in UTF-16 units: with everything else at its longest, each line break and quotation
 * mark taking two units, it still fits into the header of a note file.
 */
export const maximumQuoteLength = 20_000;
/** Most tags of one annotation. */
export const maximumTagCount = 100;
/** Longest tag, in UTF-16 units. */
export const maximumTagLength = 60;
