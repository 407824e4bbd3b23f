import { chineseNumeralCharacters } from '../text/chinese-numerals.ts';

/**
 * The beginning of a line as numbering styles read it: without characters that are not seen, and with radicals,
 * compatibility forms and traditional characters replaced by the usual ones.
 */
export interface MarkForm {
  text: string;
  /** For each UTF-16 unit of `text` where its source begins, and at the end where the source of the whole ends. */
  sources: readonly number[];
}

/** How much of a line, in UTF-16 units, its mark and what tells it from ordinary words are looked for in. */
const markWindow = 240;

const unseen = '\\p{Cf}\\p{Variation_Selector}\\u0000-\\u0008\\u000e-\\u001f\\u007f';
/** Radicals, compatibility ideographs, small, vertical and half-width punctuation. */
const compatible = '\\u2e80-\\u2fdf\\uf900-\\ufaff\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff61-\\uff65';
const traditional = new Map(
  [...'貳贰參叁叄叁陸陆節节條条編编附附錄录○〇'].flatMap((from, index, all) => {
    const to = all[index + 1];
    return index % 2 === 0 && to !== undefined ? [[from, to] as const] : [];
  }),
);
const foldable = new RegExp(`[${unseen}${compatible}${[...traditional.keys()].join('')}]`, 'u');
const isUnseen = new RegExp(`[${unseen}]`, 'u');
const isCompatible = new RegExp(`[${compatible}]`, 'u');
const mayBegin = new RegExp(
  `^[${unseen}\\s]*[第附(（0-9０-９${chineseNumeralCharacters}①-⒛㈠-㈩㉑-㉟㊱-㊿${compatible}${[...traditional.keys()].join('')}]`,
  'u',
);

/** The form of a line's beginning, or nothing where no mark can begin it. */
export function markForm(line: string): MarkForm | undefined {
  const beginning = line.slice(0, markWindow);
  if (!mayBegin.test(beginning)) return undefined;
  if (!foldable.test(beginning)) return { text: beginning, sources: identity };
  let text = '';
  const sources: number[] = [];
  let source = 0;
  for (const character of beginning) {
    const form = formOf(character);
    if (text !== '' || form.trim() !== '') {
      for (let unit = 0; unit < form.length; unit += 1) sources.push(source);
      text += form;
    }
    source += character.length;
  }
  sources.push(source);
  return { text, sources };
}

/** `ordinal` in its usual form, as another one can be printed like it. */
export function usualForm(ordinal: string): string {
  return markForm(ordinal)?.text ?? ordinal;
}

const identity: readonly number[] = Array.from({ length: markWindow + 1 }, (_, index) => index);

function formOf(character: string): string {
  if (isUnseen.test(character)) return '';
  const form = traditional.get(character);
  if (form !== undefined) return form;
  const composed = isCompatible.test(character) ? character.normalize('NFKC') : character;
  return composed.length === 1 ? composed : character;
}
