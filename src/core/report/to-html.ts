import { type Html, html } from '../text/html.ts';
import { entryHtml } from './entry-html.ts';
import { noteHtml } from './note-html.ts';
import type { Report, ReportEntry, ReportSection } from './report.ts';
import { type OutlineItem, reportOutline, sectionTitle } from './report-outline.ts';
import type { ReportWords } from './report-words.ts';

/** `official`: official writing after GB/T 9704—2012; `plain`: a calm modern page. */
export type ReportLayout = 'official' | 'plain';

export interface PageOptions {
  layout: ReportLayout;
  words: ReportWords;
  /** Address of the style sheet. */
  styleSheet: string;
  /** The markup of notes that has been made before, by their text. */
  markup?: ReadonlyMap<string, Html>;
}

type EntryMaker = (entry: ReportEntry) => Html;

/** The whole page that is shown as preview and printed. It carries no script and loads nothing but its style sheet. */
export function toHtml(report: Report, options: PageOptions): string {
  const { layout, words, styleSheet } = options;
  const noteMarkup = (note: string) => options.markup?.get(note) ?? noteHtml(note, words);
  const toEntry: EntryMaker = (entry) => entryHtml(entry, words, noteMarkup);
  const title = words.title(report.document.title);
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="${styleSheet}">
</head>
<body class="${layout}">
${destinations(reportOutline(report, words))}
<main>
${header(report, words, title)}
${report.front.length > 0 && html`<section id="front"><h2>${words.front}</h2>\n${report.front.map(toEntry)}</section>\n`}${report.chapters.map(
  (chapter) => sectionHtml(chapter, words, toEntry),
)}${orphans(report, words, toEntry)}${missing(report, words)}</main>
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

function header({ created, scope, counts }: Report, words: ReportWords, title: string): Html {
  const [year = 0, month = 0, day = 0] = created.slice(0, 10).split('-').map(Number);
  const leftOut = words.leftOut(counts.leftOut);
  return html`<header>
<h1>${title}</h1>
<p class="summary"><span>${words.day(year, month, day)}</span> <span>${words.counts(counts)}</span></p>
${scope && html`<p class="scope">${words.scope(scope.number, scope.heading ?? '')}</p>\n`}${
  leftOut !== '' && html`<p class="scope">${leftOut}</p>\n`
}${counts.entries === 0 && html`<p class="empty">${words.empty}</p>\n`}</header>`;
}

function sectionHtml(section: ReportSection, words: ReportWords, toEntry: EntryMaker): Html {
  const isChapter = section.level === 1;
  const title = sectionTitle(section, words);
  const inferred =
    section.inferred && section.heading !== undefined && html`<span class="lack">${words.inferred}</span>`;
  return html`<section class="${isChapter ? 'chapter' : 'clause'}" id="${section.key}">
${isChapter ? html`<h2>${title}${inferred}</h2>` : html`<h3>${title}${inferred}</h3>`}
${section.entries.map(toEntry)}${section.sections.map((child) => sectionHtml(child, words, toEntry))}</section>
`;
}

function orphans(report: Report, words: ReportWords, toEntry: EntryMaker): Html | undefined {
  if (report.orphans.length === 0) return undefined;
  return html`<section class="orphans" id="orphans">
<h2>${words.orphans.heading}</h2>
<p class="explanation">${words.orphans.explanation}</p>
${report.orphans.map(toEntry)}</section>
`;
}

function missing(report: Report, words: ReportWords): Html | undefined {
  if (report.missing.length === 0) return undefined;
  return html`<section class="missing" id="missing">
<h2>${words.missing.heading}</h2>
${report.missing.map(
  ({ kind, sections }) => html`<p>${words.missing.parts[kind]}${references(sections, words)}${words.missing.end}</p>\n`,
)}</section>
`;
}

/** The numbers of sections; each stays on one line. */
function references(sections: readonly string[], { separator }: ReportWords): Html[] {
  return sections.map((number, index) => html`${index > 0 && separator}<span class="reference">${number}</span>`);
}
