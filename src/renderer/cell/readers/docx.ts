import type { ReadDocument, RemarkCode, UnsupportedKind } from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import { readNumbering } from './docx/numbering.ts';
import { type DocumentContext, Story } from './docx/story.ts';
import { storyListener } from './docx/story-events.ts';
import { readStyles } from './docx/styles.ts';
import { readXml } from './docx/xml-events.ts';
import { openZip, type ZipParts } from './docx/zip-parts.ts';
import { type SourceFile, Unreadable } from './reader.ts';

/** Other formats that are archives too, by a part that only they have. */
const otherArchives: [kind: UnsupportedKind, part: RegExp][] = [
  ['spreadsheet', /^xl\//],
  ['presentation', /^ppt\//],
  ['ofd', /^OFD\.xml$/i],
  ['pages', /^Index\/(?:Document|Metadata)\.iwa$|^Index\.zip$/],
  ['epub', /^META-INF\/container\.xml$/],
  ['odt', /^META-INF\/manifest\.xml$/],
];

/** A document of Word: its text with the numbers that Word shows, without what Word does not show. */
export function readDocx({ bytes, onProgress }: SourceFile): ReadDocument {
  const parts = openZip(bytes);
  const main = mainPart(parts);
  const related = relatedParts(parts, main);
  const styles = readStyles(parts, related.get('styles'));
  const context: DocumentContext = {
    styles,
    numbering: readNumbering(parts, related.get('numbering'), styles),
    remarks: new Set<RemarkCode>(),
    notes: [],
    looks: new Map(),
    count: { blocks: 0, characters: 0 },
  };
  const blocks: TextBlock[] = [];
  readXml(parts, main, storyListener(new Story(context, blocks)), onProgress);
  if (context.notes.length > 0) {
    const notes = readNotes(parts, related, context);
    if (notes.length > 0) context.remarks.add('notes-at-end');
    for (const note of notes) blocks.push(note);
  }
  return { blocks: withLooks(blocks, context), format: 'docx', remarks: [...context.remarks] };
}

function mainPart(parts: ZipParts): string {
  const other = otherArchives.find(([, part]) => parts.names.some((name) => part.test(name)));
  const isOffice = parts.names.includes('[Content_Types].xml');
  const named = isOffice ? relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target : undefined;
  const main = named ?? 'word/document.xml';
  if (parts.names.includes(main) && !/^(?:xl|ppt)\//.test(main)) return main;
  if (parts.isLocked) throw new Unreadable('encrypted');
  if (other !== undefined) throw new Unreadable({ code: 'unsupported', kind: other[0] });
  throw new Unreadable(
    isOffice || /^word\//m.test(parts.names.join('\n')) ? 'broken' : { code: 'unsupported', kind: 'archive' },
  );
}

interface Relation {
  /** The last word of its type. */
  type: string;
  target: string;
}

/** What a part refers to inside the archive; the empty name is the archive itself. */
function relationsOf(parts: ZipParts, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!parts.names.includes(name)) return [];
  const relations: Relation[] = [];
  readXml(parts, name, {
    open: ({ attribute }) => {
      const target = attribute('Target');
      if (target === undefined || attribute('TargetMode') === 'External' || relations.length >= 10_000) return;
      const type = (attribute('Type') ?? '').replace(/^.*\//s, '');
      relations.push({ type, target: target.startsWith('/') ? target.slice(1) : `${folder}${target}` });
    },
    close: () => undefined,
  });
  return relations;
}

function relatedParts(parts: ZipParts, main: string): Map<string, string> {
  return new Map(
    relationsOf(parts, main)
      .filter(({ target }) => parts.names.includes(target))
      .map(({ type, target }) => [type, target]),
  );
}

/** Footnotes and endnotes, in the order in which the text refers to them. */
function readNotes(parts: ZipParts, related: Map<string, string>, context: DocumentContext): TextBlock[] {
  const found = new Map<string, TextBlock[]>();
  for (const kind of ['footnote', 'endnote']) {
    const part = related.get(`${kind}s`);
    if (part === undefined) continue;
    let listener = storyListener(new Story(context, []));
    readXml(parts, part, {
      open: (element) => {
        if (element.name === `w:${kind}`) {
          const blocks: TextBlock[] = [];
          found.set(`${kind} ${element.attribute('id')}`, blocks);
          listener = storyListener(new Story(context, blocks));
        } else listener.open(element);
      },
      close: (name) => listener.close(name),
      text: (text) => listener.text?.(text),
    });
  }
  return context.notes.flatMap((note, index) => {
    const text = (found.get(note) ?? []).map((block) => block.text.trim()).join('\n');
    return text === ''
      ? []
      : [{ text: `[${index + 1}] ${text.replaceAll(/\s*\n\s*/g, ' ')}`, hint: { role: 'note' as const } }];
  });
}

/** Where no paragraph says that it is a heading, it can only be seen by its letters. */
function withLooks(blocks: TextBlock[], { looks }: DocumentContext): TextBlock[] {
  if (blocks.some(({ hint }) => hint?.headingLevel !== undefined)) return blocks;
  return blocks.map((block) => {
    const look = looks.get(block);
    if (look === undefined || look.fontSize <= 0) return block;
    return { text: block.text, hint: { fontSize: look.fontSize, ...(look.isBold ? { isBold: true as const } : {}) } };
  });
}
