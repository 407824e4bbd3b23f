/** What spreadsheets take for a formula when a cell begins with it, also in full width. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/** Whether a spreadsheet could take a text for a formula. */
function isFormulaLike(text: string): boolean {
  return formula.test(text) || /^[\t\r]/.test(text);
}

/**
 * A table as a CSV file for spreadsheets (RFC 4180): with a byte order mark, without which they take UTF-8 for something
 * else, and with every cell a text, whatever it begins with.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const safe = csvText(text);
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text as it stands in a cell of the file: marked as one where a spreadsheet could take it for a formula. */
export function csvText(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
