import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { paintedAs } from '../annotation/label.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { type Html, html, trustedMarkup } from '../text/html.ts';
import type { QuoteLine, ReportEntry } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** Entries up to this many characters are kept on one page; a longer one would leave too much of a page empty. */
const keptTogether = 120;

/** Columns that fit beside each other even inside nested lists. */
const mostColumns = 8;

export function entryHtml(entry: ReportEntry, words: ReportWords): Html {
  const { quote, note, label, state, tags } = entry;
  const length = note.length + quote.reduce((sum, { text }) => sum + text.length, 0);
  return html`<article class="entry${length > keptTogether && ' long'}">
<p class="facts"><span class="number">${entry.number}</span> <span class="label ${paintedAs(label)}">${words.label(
    label,
  )}</span> ${state === 'review' && html`<span class="state">${words.review}</span> `}<span class="date">${words.dates(
    entry.created.slice(0, 10),
    entry.modified.slice(0, 10),
  )}</span></p>
<blockquote class="quote">${quote.map((line, index) => quoteLineHtml(line, quote[index + 1], words))}</blockquote>
${note.trim() !== '' && html`<div class="note">${noteHtml(note, words)}</div>\n`}${
  tags.length > 0 && html`<p class="tags">${words.tags}${tags.map((tag, index) => tagHtml(tag, index, words))}</p>\n`
}${lastKnownPlaceHtml(entry, words)}</article>
`;
}

function quoteLineHtml(line: QuoteLine, next: QuoteLine | undefined, words: ReportWords): Html {
  const isBrokenOff = line.cutOff === true && next?.gapBefore !== true;
  return html`${line.gapBefore && html`<p class="lack">${words.gap}</p>`}<p>${line.text}${
    isBrokenOff && html`<span class="lack">${words.cutOff}</span>`
  }</p>`;
}

/** Each tag in an element of its own: a mark that turns the direction of text must not reach the next one. */
function tagHtml(tag: string, index: number, words: ReportWords): Html {
  return html`${index > 0 && words.separator}<span class="tag">${tag}</span>`;
}

function noteHtml(note: string, words: ReportWords): Html {
  const tree = parseMarkdown(note);
  writeOutAddresses(tree, words);
  markWideTables(tree);
  return trustedMarkup(toHtml(tree));
}

/** On paper a link leads nowhere, so its address is printed in it, after its text, unless the text is the address. */
function writeOutAddresses(node: Nodes, words: ReportWords): void {
  if (!('children' in node)) return;
  for (const child of node.children) writeOutAddresses(child, words);
  if (node.type !== 'element' || node.tagName !== 'a') return;
  const address = String(node.properties.href).replace(/^(?:https?:\/\/|mailto:)/i, '');
  if (textOf(node).includes(address.replace(/\/$/, ''))) return;
  node.children.push({ type: 'text', value: words.address(address) });
}

/** A table too wide for the page would make Chromium print the whole report smaller; this one is set as running rows. */
function markWideTables(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) markWideTables(child);
  if (node.type !== 'element' || node.tagName !== 'tr') return;
  const cells = node.children.filter((child) => child.type === 'element').length;
  if (cells > mostColumns) node.properties.className = ['wide'];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function lastKnownPlaceHtml({ lastKnownPlace, reason }: ReportEntry, words: ReportWords): Html | undefined {
  if (lastKnownPlace === undefined) return undefined;
  const { path, heading } = lastKnownPlace;
  return html`<p class="place">${words.orphans.lastKnownPlace(path, heading)}${
    reason !== undefined && html`<span class="reason">${words.orphanReasons[reason]}</span>`
  }</p>\n`;
}
