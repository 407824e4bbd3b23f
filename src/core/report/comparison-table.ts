import { type Html, html } from '../text/html.ts';

/** A table of what one document asks, clause by clause, and what answers it in another. */
export interface ComparisonTable {
  /** Titles of the two documents. */
  required: string;
  answering: string;
  /** When the table was made: ISO 8601 with the local offset. */
  created: string;
  rows: ComparisonTableRow[];
}

export interface ComparisonTableRow {
  match: TableMatch;
  required: TableClause;
  /** null: nothing answers it. */
  answer: TableClause | null;
}

export type TableMatch = 'found' | 'possible' | 'missing';

export interface TableClause {
  /** As the document numbers it: 二（三）. */
  number: string;
  heading: string;
  body: string;
}

/** The words of the table in the reader's language. */
export interface ComparisonTableWords {
  title: string;
  documents: (required: string, answering: string) => string;
  day: (year: number, month: number, day: number) => string;
  counts: (counts: Record<TableMatch, number>) => string;
  columns: { number: string; required: string; answer: string; match: string };
  matches: Record<TableMatch, string>;
  noAnswer: string;
  possibleNote: string;
  cutNote: (characters: number) => string;
  ellipsis: string;
}

/** Longest body of a clause in a cell, in code points: a row is not to fill a page. */
const longestBody = 400;

/** The whole page that is shown as preview and printed. It carries no script and loads nothing but its style sheet. */
export function comparisonTableHtml(
  table: ComparisonTable,
  { words, styleSheet }: { words: ComparisonTableWords; styleSheet: string },
): string {
  const { columns } = words;
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${words.title}</title>
<link rel="stylesheet" href="${styleSheet}">
</head>
<body class="table">
<main>
${header(table, words)}
<table>
<thead><tr><th class="number">${columns.number}</th><th>${columns.required}</th><th>${columns.answer}</th><th class="match">${columns.match}</th></tr></thead>
<tbody>
${table.rows.map((row, index) => rowHtml(row, index + 1, words))}</tbody>
</table>
${notes(table, words)}</main>
</body>
</html>
`;
  return page.toString();
}

function header({ required, answering, created, rows }: ComparisonTable, words: ComparisonTableWords): Html {
  const [year = 0, month = 0, day = 0] = created.slice(0, 10).split('-').map(Number);
  const counts = { found: 0, possible: 0, missing: 0 };
  for (const { match } of rows) counts[match] += 1;
  return html`<header>
<h1>${words.title}</h1>
<p class="documents">${words.documents(required, answering)}</p>
<p class="summary"><span>${words.counts(counts)}</span><span>${words.day(year, month, day)}</span></p>
</header>`;
}

function rowHtml({ match, required, answer }: ComparisonTableRow, number: number, words: ComparisonTableWords): Html {
  return html`<tr class="${match}"><td class="number">${number}</td>${clauseCell(required, words)}${
    answer === null ? html`<td class="absent">${words.noAnswer}</td>` : clauseCell(answer, words)
  }<td class="match">${words.matches[match]}</td></tr>
`;
}

function clauseCell({ number, heading, body }: TableClause, { ellipsis }: ComparisonTableWords): Html {
  const characters = [...body];
  const shown = characters.length > longestBody ? `${characters.slice(0, longestBody).join('')}${ellipsis}` : body;
  const name = heading === '' ? html`${number}` : html`<span class="ordinal">${number}</span>${heading}`;
  return html`<td><p class="clause">${name}</p>${body !== '' && html`<p>${shown}</p>`}</td>`;
}

/** What the reader of the paper must know, as far as it is so. */
function notes({ rows }: ComparisonTable, words: ComparisonTableWords): Html | undefined {
  const isCut = rows.some(({ required, answer }) => [required, answer].some((clause) => isLong(clause)));
  const said = [
    ...(rows.some(({ match }) => match === 'possible') ? [words.possibleNote] : []),
    ...(isCut ? [words.cutNote(longestBody)] : []),
  ];
  return said.length === 0 ? undefined : html`<footer>${said.map((note) => html`<p>${note}</p>`)}</footer>\n`;
}

function isLong(clause: TableClause | null): boolean {
  return clause !== null && [...clause.body].length > longestBody;
}
