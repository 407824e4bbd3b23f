import type { DocumentFormat } from '#core/importing/read-document';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import type { DocumentReader } from './reader.ts';

/** One reader for each format. */
export const readers: Record<DocumentFormat, DocumentReader> = {
  docx: readDocx,
  pdf: readPdf,
  text: readPlainText,
  html: readHtml,
  markdown: readMarkdown,
};
