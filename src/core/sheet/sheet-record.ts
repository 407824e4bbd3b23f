import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ReportTable } from '../report/report-table.ts';
import { sheetText } from './sheet-text.ts';

/** Name of the hidden sheet that remembers what was exported. */
export const recordSheet = '_plan-reader';

const format = 'plan-reader-ledger/1';

/** What a ledger was when it was exported: only against this can be told which of its cells were filled in since. */
export interface SheetRecord {
  document: string;
  documentTitle: string;
  /** ISO 8601 with the local offset. */
  exported: string;
  /** The text of each cell by the id of its annotation and the key of its column. */
  values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

interface RecordSource {
  document: { id: string; title: string };
  created: string;
}

/** The rows of the hidden sheet: facts by name, a hash of all that follows, then the columns and the values. */
export function recordRows({ document, created }: RecordSource, table: ReportTable, cut: string): string[][] {
  const facts = [
    ['document', document.id],
    ['documentTitle', document.title],
    ['exported', created],
  ];
  const values = [
    ['annotation', ...table.columns.map(({ key }) => key)],
    ...table.rows.map(({ annotation, cells }) => [annotation, ...cells.map((cell) => sheetText(cell, cut))]),
  ];
  const content = [...facts, ...values];
  return [['format', format], ['hash', hashOf(content)], ...content];
}

/** The record that these rows hold; `undefined` where it is none, of a later format, or not as it was written. */
export function readRecord(rows: readonly (readonly string[])[]): SheetRecord | undefined {
  const [first = [], second = [], ...content] = rows;
  if (first[1] !== format || second[0] !== 'hash' || second[1] !== hashOf(content)) return undefined;
  const fact = (name: string) => content.find(([key]) => key === name)?.[1] ?? '';
  const head = content.findIndex(([key]) => key === 'annotation');
  if (head < 0) return undefined;
  const columns = content[head]?.slice(1) ?? [];
  const values = new Map(
    content
      .slice(head + 1)
      .map(([id = '', ...cells]) => [id, new Map(columns.map((key, index) => [key, cells[index] ?? '']))]),
  );
  return { document: fact('document'), documentTitle: fact('documentTitle'), exported: fact('exported'), values };
}

/** Of what can be seen: programs drop empty cells at the end of a row, and rows without any. */
function hashOf(rows: readonly (readonly string[])[]): string {
  const kept = rows.map(withoutEnd).filter(({ length }) => length > 0);
  return `sha256-${bytesToHex(sha256(utf8ToBytes(JSON.stringify(kept)))).slice(0, 16)}`;
}

function withoutEnd(row: readonly string[]): readonly string[] {
  let { length } = row;
  while (length > 0 && row[length - 1] === '') length -= 1;
  return row.slice(0, length);
}
