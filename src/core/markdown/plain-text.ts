import type { ElementContent, Root, RootContent } from 'hast';
import { parseMarkdown } from './parse-markdown.ts';

const inline = new Set(['a', 'code', 'del', 'em', 'strong', 'sup', 'span']);

/** The words of a note in one line, without the marks of Markdown: list items and tasks keep a sign of what they are. */
export function plainText(source: string): string {
  return wordsOf(parseMarkdown(source)).replace(/\s+/gu, ' ').trim();
}

function wordsOf(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'root') return node.children.map(wordsOf).join(' ');
  if (node.type !== 'element') return '';
  const { tagName, properties } = node;
  if (tagName === 'input') return properties.checked ? '☑ ' : '☐ ';
  const words = node.children.map(wordsOf).join('');
  if (inline.has(tagName)) return words;
  return tagName === 'li' && !/^\s*[☑☐]/u.test(words) ? ` • ${words} ` : ` ${words} `;
}
