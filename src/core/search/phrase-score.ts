/** Folded lengths of a section, in UTF-16 units. */
export interface SectionLengths {
  title: number;
  body: number;
}

export interface PhraseStatistics {
  sectionCount: number;
  averageTitle: number;
  averageBody: number;
}

/** The usual constants of BM25. */
const saturation = 1.2;
const lengthInfluence = 0.75;
const titleBoost = 4;

export function statisticsOf(lengths: readonly SectionLengths[]): PhraseStatistics {
  const count = Math.max(lengths.length, 1);
  let title = 0;
  let body = 0;
  for (const section of lengths) {
    title += section.title;
    body += section.body;
  }
  return { sectionCount: count, averageTitle: Math.max(title / count, 1), averageBody: Math.max(body / count, 1) };
}

/** The score of a section of these lengths with so many places in its title and in its body. */
export type PhraseScorer = (inTitle: number, inBody: number, lengths: SectionLengths) => number;

/** BM25 that takes the whole query as one term; the more of a title the query covers, the more the title counts. */
export function phraseScorer(
  { sectionCount, averageTitle, averageBody }: PhraseStatistics,
  sectionsHit: number,
  queryLength: number,
): PhraseScorer {
  const rarity = Math.max(Math.log(1 + (sectionCount - sectionsHit + 0.5) / (sectionsHit + 0.5)), 0.01);
  return (inTitle, inBody, lengths) => {
    const coverage = titleBoost * (1 + (titleBoost * queryLength) / Math.max(lengths.title, 1));
    const title = inTitle === 0 ? 0 : coverage * saturated(inTitle, lengths.title / averageTitle);
    return rarity * (title + saturated(inBody, lengths.body / averageBody));
  };
}

function saturated(frequency: number, relativeLength: number): number {
  const norm = saturation * (1 - lengthInfluence + lengthInfluence * relativeLength);
  return (frequency * (saturation + 1)) / (frequency + norm);
}
