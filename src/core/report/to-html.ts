import { type Html, html } from '../text/html.ts';
import { entryHtml } from './entry-html.ts';
import { noteHtml } from './note-html.ts';
import { contentsLines, contentsList } from './page-furniture.ts';
import type { ReportLayout } from './report-kinds.ts';
import { type OutlineItem, type ReportText, reportOutline, type TextBlock, type TextSection } from './report-text.ts';
import type { ReportWords } from './report-words.ts';
import { tableHtml } from './table-html.ts';

export interface PageOptions {
  layout: ReportLayout;
  words: ReportWords;
  /** Address of the style sheet. */
  styleSheet: string;
  /** Its contents stand before it; when it is printed they are pages of their own. */
  hasContents: boolean;
  /** The markup of notes that has been made before, by their text. */
  markup?: ReadonlyMap<string, Html>;
}

type BlockMaker = (block: TextBlock) => Html;

/** The whole page that is shown as preview and printed. It carries no script and loads nothing but its style sheet. */
export function toHtml(text: ReportText, { layout, words, styleSheet, hasContents, markup }: PageOptions): string {
  const noteMarkup = (note: string) => markup?.get(note) ?? noteHtml(note, words);
  const toBlock: BlockMaker = (block) => blockHtml(block, words, noteMarkup);
  const outline = reportOutline(text);
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${text.title}</title>
<link rel="stylesheet" href="${styleSheet}">
</head>
<body class="${layout}" id="on-paper">
${destinations(outline)}
<main>
${
  hasContents &&
  contentsList(
    contentsLines(outline, () => undefined),
    words.contents,
  )
}${header(text)}
${text.blocks.map(toBlock)}${text.sections.map((section) => sectionHtml(section, toBlock))}${endNote(text)}${signature(text)}</main>
</body>
</html>
`;
  return page.toString();
}

/**
 * Links to every heading, never shown: Chromium writes a named destination into a PDF for each heading that some link
 * leads to, and the PDF's outline is built from those.
 */
function destinations(outline: readonly OutlineItem[]): Html {
  const links = (items: readonly OutlineItem[]): Html[] =>
    items.flatMap((item) => [html`<a href="#${item.key}"></a>`, ...links(item.children)]);
  return html`<nav hidden>${links(outline)}</nav>`;
}

function header({ title, day, counts, remarks, empty }: ReportText): Html {
  return html`<header>
<h1>${title}</h1>
<p class="summary"><span>${day}</span>${counts !== '' && html` <span>${counts}</span>`}</p>
${remarks.map((remark) => html`<p class="scope">${remark}</p>\n`)}${
  empty !== undefined && html`<p class="empty">${empty}</p>\n`
}</header>`;
}

function sectionHtml({ key, kind, level, title, lack, blocks, sections }: TextSection, toBlock: BlockMaker): Html {
  const remark = lack !== undefined && html`<span class="lack">${lack}</span>`;
  return html`<section class="${kind}" id="${key}">
${headingHtml(level, html`${title}${remark}`)}
${blocks.map(toBlock)}${sections.map((child) => sectionHtml(child, toBlock))}</section>
`;
}

/** The title is the page's only `h1`. */
function headingHtml(level: number, content: Html): Html {
  if (level <= 1) return html`<h2>${content}</h2>`;
  if (level === 2) return html`<h3>${content}</h3>`;
  return level === 3 ? html`<h4>${content}</h4>` : html`<h5>${content}</h5>`;
}

function blockHtml(block: TextBlock, words: ReportWords, noteMarkup: (note: string) => Html): Html {
  switch (block.kind) {
    case 'explanation':
      return html`<p class="explanation">${block.text}</p>\n`;
    case 'paragraph':
      return paragraphHtml(block);
    case 'entry':
      return entryHtml(block.entry, words, noteMarkup);
    case 'table':
      return tableHtml(block.table);
    case 'references':
      return html`<p>${block.before}${references(block.numbers, words)}${block.after}</p>\n`;
  }
}

function paragraphHtml({ role, text, lack }: TextBlock & { kind: 'paragraph' }): Html {
  const remark = lack !== undefined && html`<span class="lack">${lack}</span>`;
  return html`<p class="${role === 'lack' ? role : `passage ${role}`}">${text}${remark}</p>\n`;
}

/** The numbers of sections; each stays on one line. */
function references(numbers: readonly string[], { separator }: ReportWords): Html[] {
  return numbers.map((number, index) => html`${index > 0 && separator}<span class="reference">${number}</span>`);
}

function endNote({ endNote: note }: ReportText): Html | undefined {
  return note === undefined ? undefined : html`<p class="end-note">${note}</p>\n`;
}

function signature({ signature: lines }: ReportText): Html | undefined {
  if (lines === undefined) return undefined;
  return html`<footer class="signature">${lines.map((line) => html`<p>${line}</p>`)}</footer>\n`;
}
