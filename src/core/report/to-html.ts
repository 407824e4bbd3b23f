import { type Html, html } from '../text/html.ts';
import { entryHtml } from './entry-html.ts';
import type { Report, ReportSection } from './report.ts';
import { type OutlineItem, reportOutline, sectionTitle } from './report-outline.ts';
import type { ReportWords } from './report-words.ts';

/** `official`: official writing after GB/T 9704—2012; `plain`: a calm modern page. */
export type ReportLayout = 'official' | 'plain';

export interface PageOptions {
  layout: ReportLayout;
  words: ReportWords;
  /** Address of the style sheet. */
  styleSheet: string;
}

/** The whole page that is shown as preview and printed. It carries no script and loads nothing but its style sheet. */
export function toHtml(report: Report, { layout, words, styleSheet }: PageOptions): string {
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
${report.front.length > 0 && html`<section id="front"><h2>${words.front}</h2>\n${entries(report.front, words)}</section>\n`}${report.chapters.map(
  (chapter) => sectionHtml(chapter, words),
)}${orphans(report, words)}${missing(report, words)}</main>
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

function sectionHtml(section: ReportSection, words: ReportWords): Html {
  const isChapter = section.level === 1;
  const title = sectionTitle(section, words);
  const inferred =
    section.inferred && section.heading !== undefined && html`<span class="lack">${words.inferred}</span>`;
  return html`<section class="${isChapter ? 'chapter' : 'clause'}" id="${section.key}">
${isChapter ? html`<h2>${title}${inferred}</h2>` : html`<h3>${title}${inferred}</h3>`}
${entries(section.entries, words)}${section.sections.map((child) => sectionHtml(child, words))}</section>
`;
}

function entries(list: Report['orphans'], words: ReportWords): Html[] {
  return list.map((entry) => entryHtml(entry, words));
}

function orphans(report: Report, words: ReportWords): Html | undefined {
  if (report.orphans.length === 0) return undefined;
  return html`<section class="orphans" id="orphans">
<h2>${words.orphans.heading}</h2>
<p class="explanation">${words.orphans.explanation}</p>
${entries(report.orphans, words)}</section>
`;
}

function missing(report: Report, words: ReportWords): Html | undefined {
  if (report.missing.length === 0) return undefined;
  return html`<section class="missing" id="missing">
<h2>${words.missing.heading}</h2>
${report.missing.map(({ kind, sections }) => html`<p>${words.missing.parts[kind](sections)}</p>\n`)}</section>
`;
}
