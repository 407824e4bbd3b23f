import type { ReportEntry } from './report.ts';
import type { ReportTable } from './report-table.ts';

/** A report as a document that is written out: what every format of text is made of, so that all say the same. */
export interface ReportText {
  title: string;
  /** The day in words: 2026年11月26日. */
  day: string;
  counts: string;
  /** What a reader must know about the content: its scope, and what was left out. */
  remarks: string[];
  /** Said when there is no content. */
  empty?: string;
  /** What stands before the first heading. */
  blocks: TextBlock[];
  sections: TextSection[];
  /** How the report was made; in small type after all that it says. */
  endNote?: string;
  /** Lines to be signed and sealed on; absent where none are wanted. */
  signature?: string[];
}

export interface TextSection {
  /** Id of its element and name of its destination in a PDF: letters, digits and hyphens only. */
  key: string;
  /** What it is about. */
  kind: 'front' | 'chapter' | 'clause' | 'orphans' | 'missing' | 'group';
  /** 1 for the headings that stand highest. */
  level: number;
  title: string;
  /** Said after the title of what the source lacks. */
  lack?: string;
  blocks: TextBlock[];
  sections: TextSection[];
}

export type TextBlock =
  | { kind: 'explanation'; text: string }
  /** A paragraph of the plan; `lack` is said at its end. One whose role is `lack` says itself that text is missing. */
  | { kind: 'paragraph'; role: 'paragraph' | 'row' | 'note' | 'box' | 'lack'; text: string; lack?: string }
  | { kind: 'entry'; entry: ReportEntry }
  | { kind: 'table'; table: ReportTable }
  /** The numbers of sections with words around them; no number is broken. */
  | { kind: 'references'; before: string; numbers: string[]; after: string };

/** A heading of a report; `key` is the id of its element and the name of its destination in a PDF. */
export interface OutlineItem {
  key: string;
  title: string;
  children: OutlineItem[];
}

/** The headings of a report, for the bookmarks of a PDF. */
export function reportOutline({ sections }: Pick<ReportText, 'sections'>): OutlineItem[] {
  return sections.map(({ key, title, sections: below }) => ({
    key,
    title,
    children: reportOutline({ sections: below }),
  }));
}
