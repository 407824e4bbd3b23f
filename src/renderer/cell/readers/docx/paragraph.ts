import type { TextBlock, TextBlockHint } from '#core/outline/text-block';
import type { DocumentContext } from './story.ts';

/** A paragraph that is being written. */
export interface Paragraph {
  text: string;
  style?: string;
  numbering?: string;
  numberingLevel?: number;
  /** From 1; 10 is text of the body. */
  outlineLevel?: number;
  isContents: boolean;
  /** Something in it is hidden or deleted. */
  hasLeftOut: boolean;
  /** Characters of each size, in half points. */
  sizes: Map<number, number>;
  boldLength: number;
  boxes: TextBlock[];
}

export function emptyParagraph(): Paragraph {
  return { text: '', isContents: false, hasLeftOut: false, sizes: new Map(), boldLength: 0, boxes: [] };
}

/** The block that a paragraph is, with the number that Word would show before it; none when nothing is left to see. */
export function finishParagraph(paragraph: Paragraph, context: DocumentContext): TextBlock | undefined {
  const isBlank = paragraph.text.trim() === '';
  // What is hidden or deleted takes no number.
  if (isBlank && paragraph.hasLeftOut) return undefined;
  const mark = numberOf(paragraph, context);
  if (isBlank) return undefined;
  const hint = hintOf(paragraph, context);
  const block: TextBlock = { text: mark + paragraph.text, ...(hint === undefined ? {} : { hint }) };
  if (hint === undefined) context.looks.set(block, lookOf(paragraph));
  return block;
}

function numberOf({ style, numbering, numberingLevel }: Paragraph, context: DocumentContext): string {
  const styled = context.styles.paragraph(style);
  const list = numbering ?? styled.numbering;
  if (list === undefined || list === '0') return '';
  const level = numberingLevel ?? styled.numberingLevel ?? context.numbering.levelOf(list, styled.id) ?? 0;
  return context.numbering.next(list, level);
}

function hintOf({ style, outlineLevel, isContents }: Paragraph, context: DocumentContext): TextBlockHint | undefined {
  const styled = context.styles.paragraph(style);
  if (isContents || styled.isContents) return { role: 'contents' };
  const headingLevel = outlineLevel ?? styled.headingLevel;
  return headingLevel !== undefined && headingLevel <= 9 ? { headingLevel } : undefined;
}

function lookOf({ text, sizes, boldLength }: Paragraph): { fontSize: number; isBold: boolean } {
  const [most] = [...sizes].sort(([, one], [, other]) => other - one);
  return { fontSize: (most?.[0] ?? 0) / 2, isBold: boldLength > text.length / 2 };
}
