import { isContentsCode } from './fields.ts';
import type { Story } from './story.ts';
import { noteLetters } from './styles.ts';
import type { XmlElement, XmlListener } from './xml-events.ts';

type Opening = (story: Story, element: XmlElement, parts: StoryParts) => void;

/** What surrounds the place where the XML is read now. */
interface StoryParts {
  /** What the letters that come now are. */
  text: 'written' | 'code' | 'none';
  isInParagraphProperties: boolean;
  isInRowProperties: boolean;
  /** For each content control that is open, whether it is a table of contents. */
  controls: boolean[];
  /** For each choice between forms of the same thing that is open, whether one was taken. */
  choices: boolean[];
}

/** Text that is gone, text that tells how to read other text, and how things looked before a change. */
const skipped = new Set(
  'w:del w:moveFrom w:delText w:rt w:pPrChange w:rPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:numberingChange w:tblGrid w:sectPr'.split(
    ' ',
  ),
);

const openings: Record<string, Opening> = {
  'w:p': (story) => story.openParagraph(),
  'w:r': (story) => story.runs.push({ letters: {} }),
  'm:r': (story) => story.runs.push({ letters: {} }),
  'w:t': (_story, _element, parts) => setText(parts, 'written'),
  'm:t': (_story, _element, parts) => setText(parts, 'written'),
  'w:instrText': (_story, _element, parts) => setText(parts, 'code'),
  'w:tab': (story, _element, parts) => {
    // Within the properties of a paragraph it is a stop.
    if (!parts.isInParagraphProperties) story.write('\t');
  },
  'w:ptab': (story) => story.write('\t'),
  'w:br': (story) => story.write('\n'),
  'w:cr': (story) => story.write('\n'),
  'w:noBreakHyphen': (story) => story.write('-'),
  'w:sym': (story, { attribute }) => story.write(symbol(attribute('char'))),
  'w:pPr': (_story, _element, parts) => {
    parts.isInParagraphProperties = true;
  },
  'w:pStyle': (story, { attribute }) => {
    const style = attribute('val');
    if (story.paragraph !== undefined && style !== undefined) story.paragraph.style = style;
  },
  'w:numId': (story, { attribute }) => {
    const list = attribute('val');
    if (story.paragraph !== undefined && list !== undefined) story.paragraph.numbering = list;
  },
  'w:ilvl': (story, { attribute }) => {
    if (story.paragraph !== undefined) story.paragraph.numberingLevel = Number(attribute('val'));
  },
  'w:outlineLvl': (story, { attribute }) => {
    const level = Number(attribute('val'));
    if (story.paragraph !== undefined && level >= 0) story.paragraph.outlineLevel = Math.floor(level) + 1;
  },
  'w:rStyle': (story, { attribute }) => {
    const style = attribute('val');
    if (story.run !== undefined && style !== undefined) story.run.style = style;
  },
  'w:fldChar': (story, { attribute }) => story.fields.mark(attribute('fldCharType')),
  'w:fldSimple': (story, { attribute }, parts) => {
    const isContents = isContentsCode(attribute('instr') ?? '');
    parts.controls.push(isContents);
    if (isContents) story.contents += 1;
  },
  'w:sdt': (_story, _element, parts) => parts.controls.push(false),
  'w:docPartGallery': (story, { attribute }, { controls }) => {
    if (controls.at(-1) !== false || attribute('val') !== 'Table of Contents') return;
    controls[controls.length - 1] = true;
    story.contents += 1;
  },
  'w:tbl': (story) => story.tables.push({ rows: [] }),
  'w:tr': (story) => story.tables.at(-1)?.rows.push({ cells: [], isDeleted: false }),
  'w:trPr': (_story, _element, parts) => {
    parts.isInRowProperties = true;
  },
  'w:tc': (story) => story.openCell(),
  'w:vMerge': noteMerge,
  'w:hMerge': noteMerge,
  'w:gridSpan': noteSpan,
  'w:txbxContent': (story) => story.openBox(),
  'w:footnoteReference': (story, { attribute }) => refer(story, `footnote ${attribute('id')}`),
  'w:endnoteReference': (story, { attribute }) => refer(story, `endnote ${attribute('id')}`),
  'w:commentReference': (story) => story.context.remarks.add('comments-left-out'),
  'w:altChunk': (story) => story.context.remarks.add('embedded-files-left-out'),
  'o:OLEObject': (story) => story.context.remarks.add('embedded-files-left-out'),
  'a:blip': (story) => story.context.remarks.add('pictures-left-out'),
  'v:imagedata': (story) => story.context.remarks.add('pictures-left-out'),
};

const closings: Record<string, (story: Story, parts: StoryParts) => void> = {
  'w:p': (story) => story.closeParagraph(),
  'w:r': (story) => story.runs.pop(),
  'm:r': (story) => story.runs.pop(),
  'w:t': (_story, parts) => setText(parts, 'none'),
  'm:t': (_story, parts) => setText(parts, 'none'),
  'w:instrText': (_story, parts) => setText(parts, 'none'),
  'w:pPr': (_story, parts) => {
    parts.isInParagraphProperties = false;
  },
  'w:trPr': (_story, parts) => {
    parts.isInRowProperties = false;
  },
  'w:fldSimple': closeControl,
  'w:sdt': closeControl,
  'w:tc': (story) => story.closeCell(),
  'w:tbl': (story) => story.closeTable(),
  'w:txbxContent': (story) => story.closeBox(),
};

/** Builds a story from its XML. */
export function storyListener(story: Story): XmlListener {
  const parts: StoryParts = {
    text: 'none',
    isInParagraphProperties: false,
    isInRowProperties: false,
    controls: [],
    choices: [],
  };
  let skipping = 0;
  return {
    open: (element) => {
      if (skipping > 0 || isSkipped(story, element, parts)) {
        skipping += 1;
        return;
      }
      const opening = openings[element.name];
      if (opening !== undefined) opening(story, element, parts);
      else if (story.run !== undefined) noteLetters(story.run.letters, element.name, element.attribute('val'));
    },
    close: (name) => {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      if (name === 'mc:AlternateContent') parts.choices.pop();
      closings[name]?.(story, parts);
    },
    text: (text) => {
      if (skipping > 0 || parts.text === 'none') return;
      if (parts.text === 'written') story.write(text);
      else story.fields.writeCode(text);
    },
  };
}

/** Of a thing in several forms, the first is taken: the others are the same for other programs. */
function isSkipped(story: Story, { name }: XmlElement, parts: StoryParts): boolean {
  const { choices } = parts;
  if (name === 'mc:AlternateContent') choices.push(false);
  if (name === 'mc:Choice' || name === 'mc:Fallback') {
    if (choices.at(-1) === true) return true;
    if (choices.length > 0) choices[choices.length - 1] = true;
    return false;
  }
  // The properties of a paragraph's end are not those of its letters.
  if (name === 'w:rPr' && parts.isInParagraphProperties) return true;
  if (!skipped.has(name)) return false;
  if (name === 'w:del' && parts.isInRowProperties && story.row !== undefined) story.row.isDeleted = true;
  if ((name === 'w:del' || name === 'w:moveFrom') && story.paragraph !== undefined) {
    story.paragraph.hasLeftOut = true;
    if (name === 'w:del') story.context.remarks.add('deleted-text-left-out');
  }
  return true;
}

function setText(parts: StoryParts, text: StoryParts['text']): void {
  parts.text = text;
}

function noteMerge(story: Story, { attribute }: XmlElement): void {
  if (story.cell !== undefined) story.cell.isContinued = attribute('val') !== 'restart';
}

/** Word has no more columns. */
const mostColumns = 63;

function noteSpan(story: Story, { attribute }: XmlElement): void {
  const columns = Number(attribute('val'));
  if (story.cell !== undefined && Number.isInteger(columns) && columns >= 1)
    story.cell.columns = Math.min(columns, mostColumns);
}

function closeControl(story: Story, { controls }: StoryParts): void {
  if (controls.pop() === true) story.contents -= 1;
}

function refer(story: Story, note: string): void {
  const { notes } = story.context;
  const known = notes.indexOf(note);
  story.write(`[${known < 0 ? notes.push(note) : known + 1}]`);
}

/** Symbol fonts keep their signs in the private range, where they mean nothing outside of them. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  if (Number.isNaN(value) || value < 0x20 || value > 0xffff) return '';
  return value >= 0xe000 && value <= 0xf8ff ? '' : String.fromCharCode(value);
}
