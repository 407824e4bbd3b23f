import type { NoteRow } from './note-rows.ts';

/** Where the annotations of a section stand among the lines of the list. */
export interface SectionRows {
  /** Index of the first of them. */
  first: number;
  last: number;
  count: number;
}

/** The annotations of the open document in this very section that the list shows; null where there are none. */
export function rowsOfSection(rows: readonly NoteRow[], section: string | null): SectionRows | null {
  if (section === null) return null;
  const indexes = rows.flatMap((row, index) =>
    row.kind === 'note' && row.elsewhere === undefined && row.mark.section === section ? [index] : [],
  );
  const [first] = indexes;
  const last = indexes.at(-1);
  return first === undefined || last === undefined ? null : { first, last, count: indexes.length };
}

/** What of a list can be seen, by the indexes of its lines. */
interface Sight {
  startIndex: number;
  endIndex: number;
}

/** Which way the annotations of a section are from what is seen of the list; null where one of them is in sight. */
export function wayTo({ first, last }: SectionRows, { startIndex, endIndex }: Sight): 'up' | 'down' | null {
  if (last < startIndex) return 'up';
  return first > endIndex ? 'down' : null;
}
