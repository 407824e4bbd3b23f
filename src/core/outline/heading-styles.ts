import type { HeadingStyle } from './heading-style.ts';
import { arabicParenthesised } from './styles/arabic-parenthesised.ts';
import { arabicPoint } from './styles/arabic-point.ts';
import { attachment } from './styles/attachment.ts';
import { chineseComma } from './styles/chinese-comma.ts';
import { chineseParenthesised } from './styles/chinese-parenthesised.ts';
import { circled } from './styles/circled.ts';
import { decimal } from './styles/decimal.ts';
import { article, chapter, part, section } from './styles/numbered-unit.ts';

/**
 * Every numbering style, from the one that is usually outermost. The order decides only where a document itself shows no
 * nesting.
 */
export const headingStyles = {
  attachment,
  part,
  chapter,
  section,
  article,
  chineseComma,
  chineseParenthesised,
  arabicPoint,
  decimal,
  arabicParenthesised,
  circled,
} satisfies Record<string, HeadingStyle>;

export type StyleName = keyof typeof headingStyles;

export const styleNames = Object.keys(headingStyles) as StyleName[];
