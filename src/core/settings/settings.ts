import type { LabelId } from '../annotation/annotation.ts';
import type { DeadlineRule } from '../ledger/deadline.ts';
import type { TaskGrouping } from '../ledger/group-tasks.ts';
import type { LedgerColumn, LedgerOrder } from '../ledger/ledger-rows.ts';
import type { ExportFormat } from '../report/export-format.ts';
import type { ReportContent } from '../report/report-kinds.ts';

export type Theme = 'system' | 'light' | 'dark' | 'sepia';

/** What the reader chose; kept in the application's own folder, never beside the notes. */
export interface Settings {
  schema: 'settings/1';
  theme: Theme;
  /** Size of the body text in CSS pixels. */
  fontSize: number;
  /** Line height as a multiple of the font size. */
  lineHeight: number;
  /** Characters a line of body text. */
  columnWidth: number;
  /** Names the reader gave to the built-in labels; a missing one has its usual name. */
  labelNames: Partial<Record<LabelId, string>>;
  /** Name written into new annotations. */
  author: string;
  /** Highlights are marks in the text, which screen readers know, instead of being painted; absent: painted. */
  markMode?: boolean;
  /** When the ledger shows a task as near its end; absent: by days. */
  deadlineRule?: DeadlineRule;
  /** Absolute path of the notes folder; absent while the default is used. */
  dataFolder?: string;
}

export const fontSizeBounds = { minimum: 14, maximum: 28, step: 1 } as const;
export const lineHeightBounds = { minimum: 1.5, maximum: 2.4, step: 0.1 } as const;
export const columnWidthBounds = { minimum: 28, maximum: 40, step: 1 } as const;

export const defaultSettings: Settings = {
  schema: 'settings/1',
  theme: 'system',
  fontSize: 18,
  lineHeight: 1.9,
  columnWidth: 34,
  labelNames: {},
  author: '',
};

/** Settings the page may change; the notes folder is changed through its own dialog only. */
export type SettingsChange = Partial<Omit<Settings, 'schema' | 'dataFolder'>>;

/** The order of the list of annotations; times are those of the last change. */
export const noteOrders = ['document', 'newest', 'oldest', 'label'] as const;
export type NoteOrder = (typeof noteOrders)[number];

export const rightTabs = ['notes', 'ledger', 'overview'] as const;
export type RightTab = (typeof rightTabs)[number];

/** What the map of the overview shows. */
export const coverageMetrics = ['notes', 'tasks', 'overdue', 'unread'] as const;
export type CoverageMetric = (typeof coverageMetrics)[number];

/** What the clauses lack that the overview lists. */
export const clauseGapKinds = ['notes', 'tasks', 'reading'] as const;
export type ClauseGap = (typeof clauseGapKinds)[number];

export interface ReadingPosition {
  document: string;
  section: string;
  /** CSS pixels below the section's heading, or below the block. */
  offset: number;
  /** Index of a block in it: a long section has places that are far from its heading. */
  block?: number;
  /** Hash of the text that was read. */
  text?: string;
}

/** What a document looked like that is not open now. */
export interface OtherDocumentView {
  document: string;
  /** When it was open last, ISO 8601. */
  readAt: string;
  folded: string[];
  position?: ReadingPosition;
}

/** How a report is made, whatever it contains. */
export interface ExportChoice {
  content: ReportContent;
  format: ExportFormat | 'jsonld';
  layout: 'official' | 'plain';
  includeHighlights: boolean;
  /** The text has the notes of each section after it. */
  withNotes?: boolean;
  group?: TaskGrouping;
  /** The ledger stands in the order of the text, also where it is sorted on the screen. */
  inTextOrder?: boolean;
  signature: boolean;
  /** The ledger becomes one file for each department. */
  byDepartment?: boolean;
  /** Absent: where there is much to be found. */
  hasContents?: boolean;
}

/** A search that was acted on. */
export interface SearchedQuery {
  query: string;
  /** It is a regular expression. */
  isPattern?: true;
}

/** How many searches are remembered, and the longest of them in UTF-16 units. */
export const mostSearches = 20;
export const longestSearch = 300;

/**
 * What the window looked like. Kept apart from settings and notes; losing it loses nothing.
 */
export interface ViewState {
  schema: 'view/1';
  /** Widths of the side panes in CSS pixels. */
  outlineWidth: number;
  notesWidth: number;
  outlineVisible: boolean;
  notesVisible: boolean;
  /** Ids of folded sections. */
  folded: string[];
  /** Order of the list of annotations; absent: as in the document. */
  notesOrder?: NoteOrder;
  /** The list of annotations is grouped by chapter. */
  notesGrouped?: boolean;
  /** It goes along with the text from section to section. */
  notesFollow?: boolean;
  /** Groups of that list that are folded. */
  notesFolded?: string[];
  /** What the right pane shows; absent: the annotations. */
  rightTab?: RightTab;
  /** Width of that pane with the ledger in it, CSS pixels. */
  ledgerWidth?: number;
  /** The same with the overview in it. */
  overviewWidth?: number;
  /** Absent: the annotations. */
  coverageMetric?: CoverageMetric;
  /** Absent: the annotations. */
  clauseGap?: ClauseGap;
  /** The columns of the ledger that are shown, in their order, where its document has none of its own; absent: the usual ones. */
  ledgerColumns?: LedgerColumn[];
  /** The same of single documents, the one that was changed last first. */
  documentColumns?: { document: string; columns: LedgerColumn[] }[];
  /** What the ledger is sorted by; absent: the order of the text. */
  ledgerOrder?: LedgerOrder | null;
  ledgerGroup?: TaskGrouping | null;
  /** Slides show tasks only. */
  presentsTasksOnly?: boolean;
  /** How the last export was made. */
  exportChoice?: ExportChoice;
  /** The list of annotations shows those of all documents. */
  notesEverywhere?: boolean;
  /** Everything is searched for in all documents, not in the open one alone. */
  searchEverywhere?: boolean;
  /** The latest searches that were acted on, the latest first. */
  searches?: SearchedQuery[];
  /** Last reading position. */
  position?: ReadingPosition;
  /** Id of the document that is open; absent: the one that ships with the program. */
  document?: string;
  /** The documents that were open before, the latest first. */
  others?: OtherDocumentView[];
  /** Names of the commands that were chosen from the command palette, the latest first. */
  recentCommands?: string[];
  /** The first-run hint was closed. */
  hintSeen: boolean;
}

export const defaultViewState: ViewState = {
  schema: 'view/1',
  outlineWidth: 280,
  notesWidth: 340,
  outlineVisible: true,
  notesVisible: true,
  folded: [],
  hintSeen: false,
};
