import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { printableText } from '#core/text/html';

/** What is typed as text, in runs: a line break where it has one. */
export function runsOf(text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  return printableText(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 && { break: 1 }) }));
}

/** A link with what it says. */
export function linkOf(address: string, children: ParagraphChild[]): ExternalHyperlink {
  return new ExternalHyperlink({ link: address, children });
}
