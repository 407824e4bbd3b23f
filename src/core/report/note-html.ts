import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { type Html, trustedMarkup } from '../text/html.ts';
import type { ReportWords } from './report-words.ts';

/** Columns that fit beside each other even inside nested lists. */
const mostColumns = 8;
/** In Chinese characters: the line inside nested lists, and of a column its padding, its least width and what is short. */
const leastLine = 20;
const cellPadding = 1;
const leastColumn = 2.5;
const shortCell = 8;

/** A note as every format of text has it: with the addresses of its links. */
export function noteTree(note: string, words: ReportWords): Root {
  const tree = parseMarkdown(note);
  writeOutAddresses(tree, words);
  return tree;
}

/** A note as it is printed. By far the most of the work of a report. */
export function noteHtml(note: string, words: ReportWords): Html {
  const tree = noteTree(note, words);
  markWideTables(tree);
  markShortColumns(tree);
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

/** Marks the columns of few characters, as long as the others keep room: the engine would squeeze them to tear their words. */
function markShortColumns(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) markShortColumns(child);
  if (node.type !== 'element' || node.tagName !== 'table') return;
  const rows = rowsOf(node);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] === undefined ? 0 : widthOf(textOf(cells[column]))))),
  );
  if (widths.length > mostColumns) return;
  let room = leastLine - widths.length * leastColumn;
  widths.forEach((width, column) => {
    const more = Math.max(0, width + cellPadding - leastColumn);
    if (width > shortCell || more > room) return;
    room -= more;
    for (const cells of rows) if (cells[column] !== undefined) cells[column].properties.className = ['short'];
  });
}

function rowsOf(node: Nodes): Element[][] {
  if (!('children' in node)) return [];
  if (node.type !== 'element' || node.tagName !== 'tr') return node.children.flatMap(rowsOf);
  return [node.children.filter((child) => child.type === 'element')];
}

/** About how wide a text is, in Chinese characters. */
function widthOf(text: string): number {
  return [...text.trim()].reduce((width, character) => width + (character < '\u2000' ? 0.6 : 1), 0);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
