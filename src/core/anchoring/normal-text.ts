import { plainForm } from '../text/plain-form.ts';

/**
 * What is compared when a passage is looked for: letters and digits alone, in their plain form. Punctuation, blanks, line
 * breaks and the forms of characters change when a text is converted, scanned or set anew; the words do not.
 */
export interface NormalText {
  text: string;
  /** For each UTF-16 unit of `text` the code point of the source that it came from. */
  sources: Int32Array;
}

const wordCharacters = /[^\p{L}\p{M}\p{N}]/gu;
/** Forms found so far: a text has a few thousand different characters. */
const knownForms = new Map<string, string>();

export function normalise(source: string): string {
  let text = '';
  for (const character of source) text += wordForm(character);
  return text;
}

/** `source` normalised, with the way back. */
export function normaliseWithSources(source: string): NormalText {
  const sources: number[] = [];
  let text = '';
  let place = 0;
  for (const character of source) {
    const form = wordForm(character);
    text += form;
    for (let unit = 0; unit < form.length; unit += 1) sources.push(place);
    place += 1;
  }
  return { text, sources: Int32Array.from(sources) };
}

/** The index of the first unit of `normal.text` that came from code point `place` of the source or a later one. */
export function normalOffset({ sources }: NormalText, place: number): number {
  let low = 0;
  let high = sources.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sources[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for characters that no comparison sees. */
export function isPassedOver(character: string): boolean {
  return wordForm(character) === '';
}

function wordForm(character: string): string {
  let form = knownForms.get(character);
  if (form === undefined) {
    form = plainForm(character).replace(wordCharacters, '');
    knownForms.set(character, form);
  }
  return form;
}
