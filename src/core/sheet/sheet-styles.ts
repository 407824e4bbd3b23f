import { escapeHtml } from '../text/html.ts';
import { namespaces } from './sheet-xml.ts';

/** The looks of cells, in the order of the style sheet below. */
export const looks = [
  'usual',
  'head',
  'text',
  'source',
  'number',
  'day',
  'percent',
  'tenths',
  'textQuoted',
  'sourceQuoted',
] as const;
export type Look = (typeof looks)[number];

/** Numbers of formats: the first four are known to every program, the others are written below. */
const formats = { general: 0, percent: 9, text: 49, day: 164, tenths: 165 } as const;

/**
 * The style sheet. Cells of text keep what is typed into them a text, so that 3-4 does not become a day and =1+1 no formula;
 * what begins like a formula says besides that it is none.
 */
export function stylesXml(font: string): string {
  const face = (weight: string, colour: string) =>
    `<font>${weight}<sz val="11"/>${colour}<name val="${escapeHtml(font)}"/></font>`;
  const fonts = [face('', ''), face('<b/>', ''), face('', '<color rgb="FF595959"/>')];
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const border = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
  const xfs: Record<Look, string> = {
    usual: xf({ format: formats.general, font: 0, isPlain: true }),
    head: xf({ format: formats.text, font: 1, fill: 2, across: 'center', down: 'center' }),
    text: xf({ format: formats.text, font: 0 }),
    source: xf({ format: formats.text, font: 2 }),
    number: xf({ format: formats.general, font: 2, across: 'center' }),
    day: xf({ format: formats.day, font: 0, across: 'center' }),
    percent: xf({ format: formats.percent, font: 0, across: 'center' }),
    tenths: xf({ format: formats.tenths, font: 0, across: 'center' }),
    textQuoted: xf({ format: formats.text, font: 0, isQuoted: true }),
    sourceQuoted: xf({ format: formats.text, font: 2, isQuoted: true }),
  };
  return [
    `<styleSheet xmlns="${namespaces.main}">`,
    `<numFmts count="2"><numFmt numFmtId="${formats.day}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${formats.tenths}" formatCode="0.0%"/></numFmts>`,
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EBF0"/><bgColor indexed="64"/></patternFill></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.map((look) => xfs[look]).join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}

interface Xf {
  format: number;
  font: number;
  fill?: number;
  across?: 'center';
  down?: 'top' | 'center';
  isQuoted?: true;
  /** Neither border nor alignment. */
  isPlain?: true;
}

function xf({ format, font, fill = 0, across, down = 'top', isQuoted, isPlain }: Xf): string {
  const references = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${isPlain ? 0 : 1}" xfId="0"`;
  if (isPlain) return `<xf ${references}/>`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const alignment = `<alignment${across === undefined ? '' : ` horizontal="${across}"`} vertical="${down}" wrapText="1"/>`;
  return `<xf ${references}${isQuoted ? ' quotePrefix="1"' : ''} ${applied}>${alignment}</xf>`;
}
