import { readXml, type XmlElement } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** What of a style matters for the words of a text. */
export interface Style {
  name: string;
  basedOn?: string;
  /** From 1; 10 is text of the body. */
  outlineLevel?: number;
  numbering?: string;
  numberingLevel?: number;
  isHidden?: boolean;
  /** In half points. */
  size?: number;
  isBold?: boolean;
}

/** How letters look, as far as something says so. */
export type Letters = Pick<Style, 'isHidden' | 'size' | 'isBold'>;

export interface Styles {
  /** Of a paragraph whose style has this id; without one, of the style that paragraphs have by default. */
  paragraph: (id: string | undefined) => ParagraphStyle;
  /** How letters of a style look, of paragraphs or of runs. */
  letters: (id: string | undefined) => Letters;
  /** Half points of letters for which nothing says so. */
  size: number;
  /** The list that a numbering style stands for. */
  numberingOf: (id: string) => string | undefined;
}

export interface ParagraphStyle {
  id: string | undefined;
  headingLevel?: number;
  isContents: boolean;
  numbering?: string;
  numberingLevel?: number;
}

/** Styles are based on each other in chains; a ring of them is no chain. */
const longestChain = 32;

const mostRemembered = 10_000;
const usualSize = 20;

const headingName = /^(?:heading|标题) ?([1-9])$/i;
const contentsName = /^(?:toc|目录) ?(?:[1-9]|heading|标题)$/i;

export function readStyles(parts: ZipParts, part: string | undefined): Styles {
  const styles = new Map<string, Style>();
  const found = part === undefined ? undefined : collect(parts, part, styles);
  const chainOf = (id: string | undefined): Style[] => {
    const chain: Style[] = [];
    for (let next = id; next !== undefined && chain.length < longestChain; ) {
      const style = styles.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  };
  return {
    paragraph: remembered((id) => {
      const known = id ?? found?.defaultId;
      return paragraphStyle(known, chainOf(known));
    }),
    letters: remembered((id) => lettersOf(chainOf(id))),
    size: found?.size ?? usualSize,
    numberingOf: (id) => chainOf(id).find(({ numbering }) => numbering !== undefined)?.numbering,
  };
}

function remembered<Value>(compute: (id: string | undefined) => Value): (id: string | undefined) => Value {
  const known = new Map<string | undefined, Value>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const value = compute(id);
    if (known.size < mostRemembered) known.set(id, value);
    return value;
  };
}

function lettersOf(chain: readonly Style[]): Letters {
  const letters: Letters = {};
  for (const { isHidden, size, isBold } of chain) {
    if (isHidden !== undefined) letters.isHidden ??= isHidden;
    if (size !== undefined) letters.size ??= size;
    if (isBold !== undefined) letters.isBold ??= isBold;
  }
  return letters;
}

function paragraphStyle(id: string | undefined, chain: readonly Style[]): ParagraphStyle {
  const level = chain
    .map(({ name, outlineLevel }) => outlineLevel ?? Number(headingName.exec(name)?.[1] ?? Number.NaN))
    .find((each) => !Number.isNaN(each));
  const numbered = chain.find(({ numbering }) => numbering !== undefined);
  const levelled = chain.find(({ numberingLevel }) => numberingLevel !== undefined);
  return {
    id,
    ...(level !== undefined && level <= 9 ? { headingLevel: level } : {}),
    isContents: chain.some(({ name }) => contentsName.test(name)),
    ...(numbered?.numbering === undefined ? {} : { numbering: numbered.numbering }),
    ...(levelled?.numberingLevel === undefined ? {} : { numberingLevel: levelled.numberingLevel }),
  };
}

function collect(parts: ZipParts, part: string, styles: Map<string, Style>): { defaultId?: string; size?: number } {
  let current: Style | undefined;
  const found: { defaultId?: string; size?: number } = {};
  readXml(parts, part, {
    open: (element) => {
      if (element.name === 'w:style') {
        current = { name: '' };
        const id = element.attribute('styleId') ?? '';
        styles.set(id, current);
        if (isOn(element.attribute('default')) && element.attribute('type') === 'paragraph') found.defaultId = id;
      } else if (current !== undefined) {
        note(current, element);
      } else if (element.name === 'w:sz') {
        found.size = Number(element.attribute('val')) || usualSize;
      }
    },
    close: (name) => {
      if (name === 'w:style') current = undefined;
    },
  });
  return found;
}

function note(style: Style, { name, attribute }: XmlElement): void {
  const value = attribute('val');
  if (name === 'w:name') style.name = value ?? '';
  else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
  else if (name === 'w:outlineLvl') style.outlineLevel = Number(value) + 1;
  else if (name === 'w:numId' && value !== undefined) style.numbering = value;
  else if (name === 'w:ilvl') style.numberingLevel = Number(value);
  else noteLetters(style, name, value);
}

/** Takes what one element of character properties says. */
export function noteLetters(letters: Letters, name: string, value: string | undefined): void {
  if (name === 'w:vanish') letters.isHidden = isOn(value ?? 'true');
  else if (name === 'w:sz' && Number(value) > 0) letters.size = Number(value);
  else if (name === 'w:b') letters.isBold = isOn(value ?? 'true');
}

/** Whether a switch of this format is on. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off|none)$/.test(value);
}
