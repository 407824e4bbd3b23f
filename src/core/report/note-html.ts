import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { type Html, trustedMarkup } from '../text/html.ts';
import type { ReportWords } from './report-words.ts';

/** Columns that fit beside each other even inside nested lists. */
const mostColumns = 8;

/** A note as it is printed. By far the most of the work of a report. */
export function noteHtml(note: string, words: ReportWords): Html {
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
