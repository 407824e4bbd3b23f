import type { ListItem, Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import type { ReadDocument, RemarkCode } from '#core/importing/read-document';
import { isTooNested } from '#core/markdown/complexity';
import type { TextBlock, TextBlockHint } from '#core/outline/text-block';
import { decodeText } from './decode-text.ts';
import { htmlBlocks } from './html.ts';
import { plainTextDocument } from './plain-text.ts';
import type { SourceFile } from './reader.ts';

/** A longer text, in UTF-16 units, would take minutes to be read as Markdown; its lines are shown as they are. */
const maximumLength = 500_000;
/** Most quotes and items that the lines of a text open or go on with. */
const mostContainers = 100_000;

/** A text in Markdown: what its marks mean, without them. Numbers of lists are those that were written. */
export function readMarkdown({ bytes, encoding }: SourceFile): ReadDocument {
  const decoded = decodeText(bytes, encoding === undefined ? {} : { chosen: encoding });
  const source = decoded.text.replace(/^---[ \t]*\r?\n(?:[^\n]*\n){0,500}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/, '');
  const plain = plainTextDocument(decoded);
  if (source.length > maximumLength || isTooNested(source, mostContainers)) return plain;
  const tree = fromMarkdown(source, {
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const { blocks, notes, remarks } = new MarkdownBlocks(source).write(tree);
  if (notes.length > 0) remarks.add('notes-at-end');
  return { ...plain, format: 'markdown', blocks: [...blocks, ...notes], remarks: [...plain.remarks, ...remarks] };
}

class MarkdownBlocks {
  private blocks: TextBlock[] = [];
  private readonly notes: TextBlock[] = [];
  private readonly remarks = new Set<RemarkCode>();
  private mark = '';

  constructor(private readonly source: string) {}

  write(tree: Root): { blocks: TextBlock[]; notes: TextBlock[]; remarks: Set<RemarkCode> } {
    this.read(tree);
    return { blocks: this.blocks, notes: this.notes, remarks: this.remarks };
  }

  private read(node: Nodes): void {
    if (node.type === 'heading') this.add(this.textOf(node), { headingLevel: node.depth });
    else if (node.type === 'paragraph') this.add(this.textOf(node));
    else if (node.type === 'code') this.add(node.value);
    else if (node.type === 'html') this.readHtml(node.value);
    else if (node.type === 'listItem') this.readItem(node);
    else if (node.type === 'tableRow') this.readRow(node);
    else if (node.type === 'footnoteDefinition') this.readNote(node);
    else if ('children' in node) for (const child of node.children) this.read(child);
  }

  private readItem(item: ListItem): void {
    const begin = this.source.slice(item.position?.start.offset, (item.position?.start.offset ?? 0) + 12);
    const number = /^\d{1,9}[.)]/.exec(begin)?.[0];
    const task = item.checked === true ? '☑ ' : '☐ ';
    this.mark = number === undefined ? '• ' : `${number} `;
    if (typeof item.checked === 'boolean') this.mark = task;
    for (const child of item.children) this.read(child);
    this.mark = '';
  }

  private readRow(row: Parents): void {
    this.remarks.add('tables-simplified');
    const cells = row.children.map((cell) => this.textOf(cell).replaceAll(/\s+/g, ' ').trim());
    this.add(cells.join('\t').trimEnd(), { role: 'row' });
  }

  private readNote(note: Parents & { type: 'footnoteDefinition'; identifier: string }): void {
    const outer = this.blocks;
    this.blocks = [];
    for (const child of note.children) this.read(child);
    const text = this.blocks.map((block) => block.text.replaceAll(/\s*\n\s*/g, ' ')).join(' ');
    this.blocks = outer;
    if (text !== '') this.notes.push({ text: `[${note.identifier}] ${text}`, hint: { role: 'note' } });
  }

  private readHtml(html: string): void {
    const { blocks, remarks } = htmlBlocks(html);
    for (const { text, hint } of blocks) this.add(text, hint);
    for (const remark of remarks) this.remarks.add(remark);
  }

  private textOf(node: Nodes): string {
    if (node.type === 'text' || node.type === 'inlineCode') return node.value;
    if (node.type === 'break') return '\n';
    if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : '';
    if (node.type === 'footnoteReference') return `[${node.identifier}]`;
    if (node.type === 'image' || node.type === 'imageReference') {
      this.remarks.add('pictures-left-out');
      return '';
    }
    return 'children' in node ? node.children.map((child) => this.textOf(child)).join('') : '';
  }

  private add(text: string, hint?: TextBlockHint): void {
    if (text.trim() === '') return;
    this.blocks.push({ text: this.mark + text, ...(hint === undefined ? {} : { hint }) });
    this.mark = '';
  }
}
