import { type FileChild, type IParagraphOptions, Paragraph, Tab, TextRun } from 'docx';
import { staysTogether } from '#core/report/entry-html';
import { isBrokenOff } from '#core/report/quote-text';
import type { QuoteLine, ReportEntry } from '#core/report/report';
import type { ReportWords } from '#core/report/report-words';
import { deadlineText, taskFacts } from '#core/report/task-facts';
import { type NoteContext, noteParagraphs } from './note-paragraphs.ts';
import { styleIds } from './styles.ts';
import { runsOf } from './words.ts';

const blank = '　';

/** An annotation: what it is, the quote, the note, and what is to be done. */
export function entryParagraphs(entry: ReportEntry, context: NoteContext, isBelowHeading: boolean): FileChild[] {
  const { words } = context;
  // A short entry stays on one page; of a long one, at least the beginning does.
  const keep: IParagraphOptions = staysTogether(entry) ? { keepNext: true, keepLines: true } : {};
  const { quote, note } = entry;
  return [
    factsOf(entry, words, isBelowHeading),
    ...quote.flatMap((line, index) => quoteOf(line, { next: quote[index + 1], words, keep })),
    ...(note.trim() === '' ? [] : noteParagraphs(note, context)),
    ...detailsOf(entry, words),
  ];
}

function factsOf(
  { number, label, state, created, modified }: ReportEntry,
  words: ReportWords,
  isBelowHeading: boolean,
): Paragraph {
  const facts = [
    words.label(label),
    ...(state === 'review' ? [words.review] : []),
    words.dates(created.slice(0, 10), modified.slice(0, 10)),
  ];
  return new Paragraph({
    style: styleIds.facts,
    ...(isBelowHeading && { spacing: { before: 0 } }),
    children: [new TextRun({ text: String(number), bold: true }), tab(), ...runsOf(facts.join(blank))],
  });
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

function quoteOf(
  line: QuoteLine,
  { next, words, keep }: { next: QuoteLine | undefined; words: ReportWords; keep: IParagraphOptions },
): Paragraph[] {
  const paragraph = (children: TextRun[]) => new Paragraph({ ...keep, style: styleIds.quote, children });
  return [
    ...(line.gapBefore ? [paragraph(runsOf(words.gap))] : []),
    paragraph([...runsOf(line.text), ...(isBrokenOff(line, next) ? runsOf(words.cutOff) : [])]),
  ];
}

/** Tags, the task and the last known place: a paragraph for each. */
function detailsOf({ tags, task, lastKnownPlace, reason }: ReportEntry, words: ReportWords): Paragraph[] {
  const detail = (text: string) => new Paragraph({ style: styleIds.detail, children: runsOf(text) });
  const field = (name: string, text: string) =>
    new Paragraph({ style: styleIds.task, children: [...runsOf(name, { bold: true }), tab(), ...runsOf(text)] });
  const details: Paragraph[] = [];
  if (tags.length > 0) details.push(detail(words.tags + tags.map(isolated).join(words.separator)));
  if (task !== undefined) {
    const state = [words.status(task.fields.status), deadlineText(task.deadline, words)].filter(Boolean);
    details.push(field(words.ledger.task, state.join(blank)));
    details.push(...taskFacts(task.fields, words).map(({ name, text }) => field(name, text)));
  }
  if (lastKnownPlace !== undefined) {
    const place = words.orphans.lastKnownPlace(lastKnownPlace.path, lastKnownPlace.heading);
    details.push(detail(reason === undefined ? place : `${place}${blank}${words.orphanReasons[reason]}`));
  }
  return details;
}

/** A mark that turns the direction of text must not reach what stands after it. */
function isolated(text: string): string {
  return /[\u202a-\u202e\u2066-\u2069]/u.test(text) ? `\u2068${text}\u2069` : text;
}
