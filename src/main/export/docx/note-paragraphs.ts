import {
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Element, ElementContent, Nodes } from 'hast';
import { noteTree } from '#core/report/note-html';
import type { ReportWords } from '#core/report/report-words';
import { type ListNumbers, mostLevels } from './lists.ts';
import { twips } from './measures.ts';
import { styleIds, type TextSetting } from './styles.ts';
import { noteTable } from './tables.ts';
import { linkOf, runsOf } from './words.ts';

export interface NoteContext {
  words: ReportWords;
  setting: TextSetting;
  lists: ListNumbers;
  /** How wide the text of a page is, in twips. */
  width: number;
}

/** Where a block of a note stands: in how many lists and quotes. */
interface Place extends NoteContext {
  depth: number;
  isQuoted: boolean;
}

type RunMarks = Omit<IRunOptions, 'text' | 'children'>;

/** What the marks of Markdown become; a face takes the place of italics. */
const marks: Record<string, RunMarks> = {
  strong: { bold: true },
  em: { style: 'Emphasis' },
  del: { strike: true },
  sup: { superScript: true },
  code: { font: { ascii: 'Consolas', hAnsi: 'Consolas' } },
};

const inlineNames = new Set(['a', 'br', 'input', ...Object.keys(marks)]);

/** A note as paragraphs, lists and tables of Word. */
export function noteParagraphs(note: string, context: NoteContext): FileChild[] {
  return blocksOf(noteTree(note, context.words).children, { ...context, depth: 0, isQuoted: false });
}

function blocksOf(nodes: readonly Nodes[], place: Place, first: IParagraphOptions = {}): FileChild[] {
  const blocks: FileChild[] = [];
  let inline: ElementContent[] = [];
  const flush = () => {
    const isBlank = inline.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!isBlank) blocks.push(paragraphOf(inline, place, blocks.length === 0 ? first : {}));
    inline = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && inlineNames.has(node.tagName))) {
      inline.push(node);
      continue;
    }
    flush();
    if (node.type === 'element') blocks.push(...blockOf(node, place, blocks.length === 0 ? first : {}));
  }
  flush();
  return blocks;
}

function blockOf(node: Element, place: Place, first: IParagraphOptions): FileChild[] {
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return listOf(node, place);
    case 'blockquote':
      return blocksOf(node.children, { ...place, isQuoted: true });
    case 'pre': {
      const text = textOf(node).replace(/\n$/, '');
      return [new Paragraph({ ...first, ...layoutOf(place, styleIds.code), children: runsOf(text) })];
    }
    case 'table':
      return [
        noteTable(node, { indent: leftOf(place), width: place.width, runs: (cell) => runsIn(cell.children, {}) }),
      ];
    case 'hr':
      return [
        new Paragraph({
          ...layoutOf(place, styleIds.note),
          border: { bottom: { style: 'single', size: 4, space: 1 } },
        }),
      ];
    case 'section':
      return blocksOf(node.children, place);
    case 'h4':
    case 'h5':
    case 'h6':
      return [paragraphOf(node.children, place, { ...first, style: styleIds.noteHeading })];
    default:
      return [paragraphOf(node.children, place, first)];
  }
}

function paragraphOf(nodes: readonly ElementContent[], place: Place, options: IParagraphOptions): Paragraph {
  const style = place.isQuoted ? styleIds.noteQuote : styleIds.note;
  return new Paragraph({ ...layoutOf(place, style), ...options, children: runsIn(nodes, {}) });
}

function layoutOf(place: Place, style: string): IParagraphOptions {
  return { style, ...(place.depth > 0 && { indent: { left: leftOf(place) } }) };
}

function leftOf({ setting, depth }: Place): number {
  return twips.ofPoints(setting.indent + Math.min(depth, mostLevels) * setting.body.size * 2);
}

/** A box takes the place of the mark of an item that is a task. */
function listOf(list: Element, place: Place): FileChild[] {
  const level = Math.min(place.depth, mostLevels - 1);
  const start = Number(list.properties.start ?? 1);
  const numbering = list.tagName === 'ol' ? place.lists.ordered(start, level) : place.lists.bullets(level);
  const inside = { ...place, depth: place.depth + 1 };
  return list.children.flatMap((item) => {
    if (item.type !== 'element') return [];
    const isTask = String(item.properties.className ?? '').includes('task-list-item');
    const indent = { left: leftOf(inside), hanging: twips.ofPoints(place.setting.body.size * 1.25) };
    const blocks = blocksOf(item.children, inside, isTask ? { indent } : { numbering });
    return blocks.length > 0 ? blocks : [new Paragraph({ style: styleIds.note, numbering })];
  });
}

function runsIn(nodes: readonly ElementContent[], options: RunMarks): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text') return runsOf(node.value.replaceAll('\n', ''), options);
    if (node.type !== 'element') return [];
    const { tagName, properties, children } = node;
    if (tagName === 'br') return [new TextRun({ break: 1 })];
    if (tagName === 'input') return runsOf(properties.checked ? '☑' : '☐', options);
    if (tagName !== 'a') return runsIn(children, { ...options, ...marks[tagName] });
    return [linkOf(String(properties.href), runsIn(children, { ...options, style: 'Hyperlink' }))];
  });
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
