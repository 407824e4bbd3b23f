import { type Html, html } from '../text/html.ts';
import type { ReportLayout } from './report-kinds.ts';
import type { OutlineItem } from './report-text.ts';

/** What is printed by itself and then put to the pages of a report: only then is it known on which page a heading stands. */
export interface FurnitureOptions {
  layout: ReportLayout;
  /** Address of the style sheet. */
  styleSheet: string;
}

/** Sheets without margins, one for each page of a report, with nothing but its number. */
export function pageNumbersHtml(pages: number, options: FurnitureOptions): string {
  const sheets = Array.from({ length: pages }, (_, index) => {
    const side = index % 2 === 0 ? 'odd' : 'even';
    return html`<div class="leaf ${side}"><p>— ${index + 1} —</p></div>\n`;
  });
  return page(html`${sheets}`, 'page-numbers', options);
}

/** A heading with the page that it stands on. */
export interface ContentsLine {
  /** Id of the line, and name of the destination that Chromium notes for it. */
  key: string;
  /** Key of the heading that it leads to. */
  heading: string;
  title: string;
  /** 1 for the headings that stand highest. */
  level: number;
  /** Number of the page, from 1; absent where it is not known. */
  page?: number;
}

/** The headings of a report as lines of its contents, as deep as the second level. */
export function contentsLines(
  outline: readonly OutlineItem[],
  pageOf: (key: string) => number | undefined,
  level = 1,
): ContentsLine[] {
  return outline.flatMap(({ key, title, children }) => {
    const found = pageOf(key);
    const line = { key: `contents-${key}`, heading: key, title, level, ...(found !== undefined && { page: found }) };
    return level === 2 ? [line] : [line, ...contentsLines(children, pageOf, level + 1)];
  });
}

export function contentsHtml(lines: readonly ContentsLine[], heading: string, options: FurnitureOptions): string {
  const links = lines.map(({ key }) => html`<a href="#${key}"></a>`);
  return page(html`<nav hidden>${links}</nav>${contentsList(lines, heading)}`, 'contents-pages', options);
}

/** The contents as they stand in a page; without pages where those are not known yet. */
export function contentsList(lines: readonly ContentsLine[], heading: string): Html {
  return html`<section class="contents">
<h2>${heading}</h2>
<ol>
${lines.map(
  ({ key, title, level, page: number }) =>
    html`<li class="level-${level}" id="${key}"><span class="name">${title}</span><span class="dots"></span>${
      number !== undefined && html`<span class="page">${number}</span>`
    }</li>\n`,
)}</ol>
</section>
`;
}

function page(content: Html, kind: string, { layout, styleSheet }: FurnitureOptions): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title></title>
<link rel="stylesheet" href="${styleSheet}">
</head>
<body class="${layout} ${kind}">
<main>
${content}</main>
</body>
</html>
`.toString();
}
