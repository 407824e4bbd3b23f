import { documentLimits, type RemarkCode } from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import { Unreadable } from '../reader.ts';
import { Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import { emptyParagraph, finishParagraph, type Paragraph } from './paragraph.ts';
import type { Letters, Styles } from './styles.ts';
import { type Cell, type Row, rowsToBlocks, type Table } from './table.ts';

/** What the stories of one document share. */
export interface DocumentContext {
  styles: Styles;
  numbering: Numbering;
  remarks: Set<RemarkCode>;
  /** Footnotes and endnotes in the order in which the text refers to them, as `footnote 3`. */
  notes: string[];
  /** How the letters of a block look. */
  looks: Map<TextBlock, { fontSize: number; isBold: boolean }>;
  /** So many blocks and characters there are so far. */
  count: { blocks: number; characters: number };
}

/** A run of letters that look alike. */
export interface Run {
  letters: Letters;
  style?: string;
}

/**
 * A text as it is built while its XML goes by: what is being written now, and where it goes when it is done. Paragraphs lie
 * in cells and boxes, which lie in paragraphs.
 */
export class Story {
  readonly fields = new Fields();
  readonly paragraphs: Paragraph[] = [];
  readonly runs: Run[] = [];
  readonly tables: Table[] = [];
  /** Depth of what shows a table of contents around the text. */
  contents = 0;
  private readonly sinks: TextBlock[][];

  constructor(
    readonly context: DocumentContext,
    blocks: TextBlock[],
  ) {
    this.sinks = [blocks];
  }

  get paragraph(): Paragraph | undefined {
    return this.paragraphs.at(-1);
  }

  get run(): Run | undefined {
    return this.runs.at(-1);
  }

  get row(): Row | undefined {
    return this.tables.at(-1)?.rows.at(-1);
  }

  get cell(): Cell | undefined {
    return this.row?.cells.at(-1);
  }

  /** Writes letters where the text is now, unless nobody would see them. */
  write(text: string): void {
    const { paragraph, run } = this;
    if (paragraph === undefined || text === '' || this.fields.isCode) return;
    const ofRun = run?.style === undefined ? {} : this.context.styles.letters(run.style);
    const ofParagraph = this.context.styles.letters(this.context.styles.paragraph(paragraph.style).id);
    if (run?.letters.isHidden ?? ofRun.isHidden ?? ofParagraph.isHidden ?? false) {
      if (text.trim() !== '') this.context.remarks.add('hidden-text-left-out');
      paragraph.hasLeftOut = true;
      return;
    }
    paragraph.text += text;
    if (this.contents > 0 || this.fields.isContents) paragraph.isContents = true;
    const size = run?.letters.size ?? ofRun.size ?? ofParagraph.size ?? this.context.styles.size;
    paragraph.sizes.set(size, (paragraph.sizes.get(size) ?? 0) + text.length);
    if (run?.letters.isBold ?? ofRun.isBold ?? ofParagraph.isBold ?? false) paragraph.boldLength += text.length;
  }

  openParagraph(): void {
    this.paragraphs.push(emptyParagraph());
  }

  closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    this.fields.endOfParagraph();
    if (paragraph === undefined) return;
    const block = finishParagraph(paragraph, this.context);
    if (block !== undefined) this.add(block);
    for (const box of paragraph.boxes) this.sinks.at(-1)?.push(box);
  }

  openBox(): void {
    this.sinks.push([]);
  }

  /** Boxes float: their text comes after the paragraph that they hang on. */
  closeBox(): void {
    const blocks = this.sinks.pop() ?? [];
    const boxes: TextBlock[] = blocks.map(({ text, hint }) => ({ text, hint: { role: hint?.role ?? 'box' } }));
    (this.paragraph?.boxes ?? this.sinks.at(-1))?.push(...boxes);
  }

  openCell(): void {
    const blocks: TextBlock[] = [];
    this.row?.cells.push({ blocks, isContinued: false, columns: 1 });
    this.sinks.push(blocks);
  }

  closeCell(): void {
    if (this.sinks.length > 1) this.sinks.pop();
  }

  closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const { blocks, isSimplified } = rowsToBlocks(table);
    if (isSimplified) this.context.remarks.add('tables-simplified');
    for (const block of blocks) this.sinks.at(-1)?.push(block);
  }

  private add(block: TextBlock): void {
    const { count } = this.context;
    count.blocks += 1;
    count.characters += block.text.length;
    if (count.blocks > documentLimits.blocks) throw new Unreadable('too-many-parts');
    if (count.characters > documentLimits.characters) throw new Unreadable('too-much-text');
    this.sinks.at(-1)?.push(block);
  }
}
