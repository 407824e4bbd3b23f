import { paintedAs } from '../annotation/label.ts';
import { type Html, html } from '../text/html.ts';
import { isBrokenOff } from './quote-text.ts';
import type { QuoteLine, ReportEntry } from './report.ts';
import type { ReportWords } from './report-words.ts';
import { deadlineText, taskFacts } from './task-facts.ts';

/** Entries up to this many characters are kept on one page; a longer one would leave too much of a page empty. */
const keptTogether = 120;

/** True for an entry so short that it is kept on one page. */
export function staysTogether({ note, quote }: ReportEntry): boolean {
  return note.length + quote.reduce((sum, { text }) => sum + text.length, 0) <= keptTogether;
}

export function entryHtml(entry: ReportEntry, words: ReportWords, noteHtml: (note: string) => Html): Html {
  const { quote, note, label, state, tags } = entry;
  return html`<article class="entry${!staysTogether(entry) && ' long'}">
<p class="facts"><span class="number">${entry.number}</span> <span class="label ${paintedAs(label)}">${words.label(
    label,
  )}</span> ${state === 'review' && html`<span class="state">${words.review}</span> `}<span class="date">${words.dates(
    entry.created.slice(0, 10),
    entry.modified.slice(0, 10),
  )}</span></p>
<blockquote class="quote">${quote.map((line, index) => quoteLineHtml(line, quote[index + 1], words))}</blockquote>
${note.trim() !== '' && html`<div class="note">${noteHtml(note)}</div>\n`}${
  tags.length > 0 && html`<p class="tags">${words.tags}${tags.map((tag, index) => tagHtml(tag, index, words))}</p>\n`
}${taskHtml(entry, words)}${lastKnownPlaceHtml(entry, words)}</article>
`;
}

function quoteLineHtml(line: QuoteLine, next: QuoteLine | undefined, words: ReportWords): Html {
  return html`${line.gapBefore && html`<p class="lack">${words.gap}</p>`}<p>${line.text}${
    isBrokenOff(line, next) && html`<span class="lack">${words.cutOff}</span>`
  }</p>`;
}

/** Each tag in an element of its own: a mark that turns the direction of text must not reach the next one. */
function tagHtml(tag: string, index: number, words: ReportWords): Html {
  return html`${index > 0 && words.separator}<span class="tag">${tag}</span>`;
}

/** What is to be done: a line for each thing that was filled in, its name first. */
function taskHtml({ task }: ReportEntry, words: ReportWords): Html | undefined {
  if (task === undefined) return undefined;
  const overdue = deadlineText(task.deadline, words);
  const state = html`<p class="task-state"><span class="task-name">${words.ledger.task}</span> <span>${words.status(
    task.fields.status,
  )}</span>${overdue !== '' && html` <span class="overdue">${overdue}</span>`}</p>`;
  const facts = taskFacts(task.fields, words).map(
    ({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>\n`,
  );
  return html`<div class="task">${state}\n${facts.length > 0 && html`<dl>\n${facts}</dl>\n`}</div>\n`;
}

function lastKnownPlaceHtml({ lastKnownPlace, reason }: ReportEntry, words: ReportWords): Html | undefined {
  if (lastKnownPlace === undefined) return undefined;
  const { path, heading } = lastKnownPlace;
  return html`<p class="place">${words.orphans.lastKnownPlace(path, heading)}${
    reason !== undefined && html`<span class="reason">${words.orphanReasons[reason]}</span>`
  }</p>\n`;
}
