import { toMdast } from 'hast-util-to-mdast';
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { stringify } from 'yaml';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { printableText } from '../text/html.ts';
import { quoteText } from './quote-text.ts';
import type { Report, ReportEntry } from './report.ts';
import type { ReportTable } from './report-table.ts';
import type { ReportText, TextBlock, TextSection } from './report-text.ts';
import type { ReportWords } from './report-words.ts';
import { deadlineText, taskFacts } from './task-facts.ts';

/** A level that Markdown has. */
type Depth = 1 | 2 | 3 | 4 | 5 | 6;

/** Headings within notes stand below those of the report. */
const noteDepth = 6;

/**
 * A report in Markdown, part by part, each made when its turn comes; joined, they are the file. Everything goes through the
 * serialiser, which escapes whatever would read as a mark.
 */
export function* markdownParts({
  report,
  text,
  words,
}: {
  report: Pick<Report, 'created' | 'counts'>;
  text: ReportText;
  words: ReportWords;
}): Generator<() => string> {
  const { title, day, counts, remarks, empty, blocks, sections, endNote, signature } = text;
  yield () => frontMatter(report, title);
  yield () =>
    markdownOf([
      { type: 'heading', depth: 1, children: textOf(title) },
      paragraph([day, counts].filter(Boolean).join('　')),
      ...[...remarks, ...(empty === undefined ? [] : [empty])].map(paragraph),
    ]);
  for (const block of blocks) yield () => markdownOf(blockNodes(block, words));
  for (const section of sections) yield* sectionParts(section, words);
  if (endNote !== undefined) yield () => markdownOf([paragraph(endNote)]);
  if (signature !== undefined) yield () => markdownOf(signature.map(paragraph));
}

function* sectionParts(
  { level, title, lack, blocks, sections }: TextSection,
  words: ReportWords,
): Generator<() => string> {
  const depth = Math.min(level + 1, noteDepth - 1) as Depth;
  yield () => markdownOf([{ type: 'heading', depth, children: textOf(`${title}${lack ?? ''}`) }]);
  for (const block of blocks) yield () => markdownOf(blockNodes(block, words));
  for (const below of sections) yield* sectionParts(below, words);
}

/** What programs ask about a file: its title, its day and what is in it, in numbers. */
function frontMatter({ created, counts }: Pick<Report, 'created' | 'counts'>, title: string): string {
  const matter = { title: printableText(title), date: created, counts };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n`;
}

/** Nodes as a part of the file: a blank line stands between any two. */
function markdownOf(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  const source = toMarkdown(root, {
    // The second brings the handlers of lists, tasks among them, that the first would take away.
    extensions: [cjkFriendlyToMarkdown(), gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    setext: false,
  });
  return `\n${source}`;
}

function blockNodes(block: TextBlock, words: ReportWords): RootContent[] {
  switch (block.kind) {
    case 'explanation':
      return [paragraph(block.text)];
    case 'paragraph':
      return [paragraph(`${block.text}${block.lack ?? ''}`)];
    case 'entry':
      return entryNodes(block.entry, words);
    case 'table':
      return [tableNode(block.table)];
    case 'references':
      return [paragraph(`${block.before}${block.numbers.join(words.separator)}${block.after}`)];
  }
}

/** An annotation as an item of a list that holds all of it: nothing in a note reaches what stands after it. */
function entryNodes(entry: ReportEntry, words: ReportWords): RootContent[] {
  const { number, label, state, created, modified, quote, note } = entry;
  const facts = [
    words.label(label),
    ...(state === 'review' ? [words.review] : []),
    words.dates(created.slice(0, 10), modified.slice(0, 10)),
  ];
  const quoted = quoteText(quote, words).map(paragraph);
  const children: BlockContent[] = [
    paragraph(facts.join('　')),
    ...(quoted.length > 0 ? [{ type: 'blockquote' as const, children: quoted }] : []),
    ...(note.trim() === '' ? [] : noteNodes(note)),
    ...detailLines(entry, words).map(paragraph),
  ];
  return [
    {
      type: 'list',
      ordered: true,
      start: number,
      spread: true,
      children: [{ type: 'listItem', spread: true, children }],
    },
  ];
}

/** The note as the screen has it, its headings below those of the report. */
function noteNodes(note: string): BlockContent[] {
  const tree = toMdast(parseMarkdown(printableText(note)));
  const children = tree.type === 'root' ? tree.children : [tree];
  return (children as BlockContent[]).map(lowered);
}

/** With headings that stand below those of the report, wherever in the note they are. */
function lowered<Node extends Nodes>(node: Node): Node {
  const below = 'children' in node ? { children: node.children.map((child) => lowered(child)) } : {};
  return { ...node, ...below, ...(node.type === 'heading' && { depth: noteDepth }) };
}

function detailLines({ tags, task, lastKnownPlace, reason }: ReportEntry, words: ReportWords): string[] {
  const lines: string[] = [];
  if (tags.length > 0) lines.push(words.tags + tags.join(words.separator));
  if (task !== undefined) {
    const state = [words.ledger.task, words.status(task.fields.status), deadlineText(task.deadline, words)];
    const facts = taskFacts(task.fields, words).map(({ name, text }) => `${name}　${text}`);
    lines.push([state.filter(Boolean).join('　'), ...facts].join('\n'));
  }
  if (lastKnownPlace !== undefined) {
    const place = words.orphans.lastKnownPlace(lastKnownPlace.path, lastKnownPlace.heading);
    lines.push(reason === undefined ? place : `${place}　${words.orphanReasons[reason]}`);
  }
  return lines;
}

function tableNode({ columns, rows }: ReportTable): RootContent {
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({
      type: 'tableCell' as const,
      children: textOf(cell, { type: 'html', value: '<br>' }),
    })),
  });
  const written = rows.map(({ cells, mark }) =>
    row(
      columns.map(({ kind }, index) => {
        const cell = cells[index] ?? '';
        const value = kind === 'percent' && cell !== '' ? `${cell}%` : String(cell);
        return mark?.column === index ? `${value}\n${mark.text}` : value;
      }),
    ),
  );
  return {
    type: 'table',
    align: columns.map(({ kind }) => (kind === 'text' ? null : 'center')),
    children: [row(columns.map(({ title }) => title)), ...written],
  };
}

function paragraph(text: string): { type: 'paragraph'; children: PhrasingContent[] } {
  return { type: 'paragraph', children: textOf(text) };
}

/** A text with its lines kept apart; blanks around a line break, and breaks at the ends, are no part of Markdown. */
function textOf(text: string, lineBreak: PhrasingContent = { type: 'break' }): PhrasingContent[] {
  return printableText(text)
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    .split(/[ \t]*(?:\r\n|\r|\n)[ \t]*/)
    .flatMap((line, index): PhrasingContent[] => [...(index === 0 ? [] : [lineBreak]), { type: 'text', value: line }]);
}
