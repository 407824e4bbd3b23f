import type { DefaultTreeAdapterMap } from 'parse5';
import { documentLimits, type RemarkCode } from '#core/importing/read-document';
import type { TextBlock, TextBlockHint } from '#core/outline/text-block';
import { Unreadable } from '../reader.ts';
import { collapsed } from './collapse-space.ts';
import { listMark } from './list-mark.ts';
import { TableColumns } from './table-columns.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Not shown, or shown for use and not for reading. */
const skipped = new Set(
  'head script style template noscript nav iframe object embed audio video canvas svg select button textarea datalist map'.split(
    ' ',
  ),
);
const pictures = new Set(['img', 'svg', 'canvas', 'picture']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output picture q ruby rb s samp small span strike strong sub sup time tt u var wbr o:p'.split(
    ' ',
  ),
);
/** A cell with more blocks than this is a part of the page and not of a table. */
const mostBlocksOfCell = 10;

interface Output {
  blocks: TextBlock[];
}

/** Writes the blocks of a page: what is between block elements is one, without the white space of its source. */
export class HtmlBlocks {
  private output: Output = { blocks: [] };
  private text = '';
  private hint: TextBlockHint | undefined;
  private mark = '';
  private isPreformatted = false;
  private characters = 0;
  private readonly remarks = new Set<RemarkCode>();

  read(node: Node, depth = 0): void {
    // Badly nested elements can end up deeper than they were opened.
    if (depth > documentLimits.depth * 2) throw new Unreadable('too-deep');
    if ('value' in node) this.write(node.value);
    else if ('tagName' in node) this.readElement(node, depth);
    else if ('childNodes' in node) this.readChildren(node.childNodes, depth);
  }

  finish(): { blocks: TextBlock[]; remarks: RemarkCode[] } {
    this.end();
    return { blocks: this.output.blocks, remarks: [...this.remarks] };
  }

  private readChildren(nodes: readonly Node[], depth: number): void {
    for (const node of nodes) this.read(node, depth + 1);
  }

  private readElement(element: Element, depth: number): void {
    const { tagName } = element;
    if (pictures.has(tagName)) this.remarks.add('pictures-left-out');
    if (tagName === 'iframe' || tagName === 'object' || tagName === 'embed')
      this.remarks.add('embedded-files-left-out');
    if (skipped.has(tagName)) return;
    if (isHidden(element)) {
      this.remarks.add('hidden-text-left-out');
      return;
    }
    if (tagName === 'br') this.text += '\u2028';
    else if (tagName === 'rt' || tagName === 'rp') return;
    else if (inline.has(tagName)) this.readChildren(element.childNodes, depth);
    else if (tagName === 'table') this.readTable(element, depth);
    else this.readBlock(element, depth);
  }

  private readBlock(element: Element, depth: number): void {
    this.end();
    const before = { hint: this.hint, isPreformatted: this.isPreformatted };
    const level = headingLevel(element);
    if (level !== undefined) this.hint = { headingLevel: level };
    if (element.tagName === 'pre') this.isPreformatted = true;
    if (element.tagName === 'li') this.mark = listMark(element);
    this.readChildren(element.childNodes, depth);
    this.end();
    this.mark = '';
    this.hint = before.hint;
    this.isPreformatted = before.isPreformatted;
  }

  private readTable(table: Element, depth: number): void {
    this.end();
    const outer = this.output;
    const rows: TextBlock[][][] = [];
    const columns = new TableColumns();
    for (const row of rowsOf(table)) {
      const cells: TextBlock[][] = [];
      columns.beginRow();
      for (const cell of row.childNodes) {
        if (!('tagName' in cell) || isHidden(cell)) continue;
        const inner: Output = { blocks: [] };
        this.output = inner;
        this.readChildren(cell.childNodes, depth + 3);
        this.end();
        columns.place(cells, inner.blocks, cell);
      }
      rows.push(cells);
    }
    this.output = outer;
    const captions = table.childNodes.filter((node) => 'tagName' in node && node.tagName === 'caption');
    this.readChildren(captions, depth);
    this.end();
    if (isLayout(table, rows)) for (const block of rows.flat(2)) this.output.blocks.push(block);
    else this.addRows(rows);
  }

  private addRows(rows: readonly TextBlock[][][]): void {
    this.remarks.add('tables-simplified');
    const textOf = (cell: TextBlock[]) => cell.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    for (const row of rows) {
      const text = row.map(textOf).join('\t').trimEnd();
      if (text.trim() !== '') this.output.blocks.push({ text, hint: { role: 'row' } });
    }
  }

  private write(text: string): void {
    this.text += this.isPreformatted ? text.replaceAll(/\r\n?|\n/g, '\u2028') : text;
  }

  /** What was written becomes a block, unless it is blank. */
  private end(): void {
    const text = this.isPreformatted ? this.text.replaceAll('\u2028', '\n') : collapsed(this.text);
    this.text = '';
    if (text.trim() === '') return;
    this.characters += text.length;
    if (this.characters > documentLimits.characters) throw new Unreadable('too-much-text');
    if (this.output.blocks.length > documentLimits.blocks) throw new Unreadable('too-many-parts');
    this.output.blocks.push({ text: this.mark + text, ...(this.hint === undefined ? {} : { hint: this.hint }) });
    this.mark = '';
  }
}

function headingLevel({ tagName, attrs }: Element): number | undefined {
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) return Number(level);
  const isHeading = attrs.some(({ name, value }) => name === 'role' && value === 'heading');
  const stated = Number(attrs.find(({ name }) => name === 'aria-level')?.value ?? 2);
  return isHeading && Number.isInteger(stated) && stated >= 1 && stated <= 9 ? stated : undefined;
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(value)),
  );
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node) || isHidden(node)) return [];
    if (node.tagName === 'tr') return [node];
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : [];
  });
}

/** Whether a table only arranges the parts of a page. */
function isLayout(table: Element, rows: readonly TextBlock[][][]): boolean {
  if (rows.every((cells) => cells.filter((cell) => cell.length > 0).length <= 1)) return true;
  const isPart = (cell: TextBlock[]) =>
    cell.length > mostBlocksOfCell || cell.some(({ hint }) => hint?.headingLevel !== undefined || hint?.role === 'row');
  return rowsOf(table).length === 0 || rows.some((cells) => cells.some(isPart));
}
