import { createStore, type StateCreator, type StoreApi } from 'zustand/vanilla';
import type { Api } from '../api.ts';
import { type StartAnchoring, startAnchoringWorker } from '../workers/anchoring/anchoring-client.ts';
import { type StartPatterns, startPatternWorker } from '../workers/search/pattern-client.ts';
import { type StartSearch, startSearchWorker } from '../workers/search/search-client.ts';
import { type AnchoringSlice, createAnchoringSlice } from './anchoring.ts';
import { type AnnotationChangesSlice, annotationChangesSlice } from './annotation-changes.ts';
import { type AnnotationsSlice, annotationsSlice } from './annotations.ts';
import { type BookmarksSlice, bookmarksSlice } from './bookmarks.ts';
import { type BulkChangesSlice, bulkChangesSlice } from './bulk-changes.ts';
import { type BulkWorkSlice, bulkWorkSlice } from './bulk-work.ts';
import { type ChosenNotesSlice, chosenNotesSlice } from './chosen-notes.ts';
import { type ComparisonSlice, comparisonSlice } from './comparison.ts';
import { type DesktopSlice, desktopSlice } from './desktop.ts';
import { type DialogsSlice, dialogsSlice } from './dialogs.ts';
import { type DocumentImportSlice, documentImportSlice } from './document-import.ts';
import { type DocumentsSlice, documentsSlice } from './documents.ts';
import { type DraftsSlice, draftsSlice } from './drafts.ts';
import { type HistorySlice, historySlice } from './history.ts';
import { type ImportDraftsSlice, importDraftsSlice } from './import-drafts.ts';
import { type InterchangeSlice, interchangeSlice } from './interchange.ts';
import { type LedgerSlice, ledgerSlice } from './ledger.ts';
import { type LibrarySlice, librarySlice } from './library.ts';
import { type LibraryTextsSlice, libraryTextsSlice } from './library-texts.ts';
import { type NavigationSlice, navigationSlice } from './navigation.ts';
import { type NoteListSlice, noteListSlice } from './note-list.ts';
import { type NotesFolderSlice, notesFolderSlice } from './notes-folder.ts';
import { type NoticesSlice, noticesSlice } from './notices.ts';
import { type OtherNotesSlice, otherNotesSlice } from './other-notes.ts';
import { type ReadSectionsSlice, readSectionsSlice } from './read-sections.ts';
import { type RecycleBinSlice, recycleBinSlice } from './recycle-bin.ts';
import { type ReportsSlice, reportsSlice } from './reports.ts';
import { type ReviewSlice, reviewSlice } from './review.ts';
import { createSearchSlice, type SearchSlice } from './search.ts';
import { type SearchHistorySlice, searchHistorySlice } from './search-history.ts';
import { type SettingsSlice, settingsSlice } from './settings.ts';
import { type SheetImportSlice, sheetImportSlice } from './sheet-import.ts';
import { type ShownAnnotationsSlice, shownAnnotationsSlice } from './shown-annotations.ts';
import { type SnapshotsSlice, snapshotsSlice } from './snapshots.ts';
import { type ViewSlice, viewSlice } from './view.ts';

/** Everything the window shows. Files are the truth; this is what was read from them and what the reader is doing. */
export type AppState = LibrarySlice &
  LibraryTextsSlice &
  LedgerSlice &
  AnnotationsSlice &
  AnchoringSlice &
  AnnotationChangesSlice &
  BookmarksSlice &
  BulkChangesSlice &
  BulkWorkSlice &
  ChosenNotesSlice &
  ShownAnnotationsSlice &
  NoteListSlice &
  NotesFolderSlice &
  OtherNotesSlice &
  DocumentsSlice &
  DocumentImportSlice &
  ImportDraftsSlice &
  DraftsSlice &
  HistorySlice &
  SettingsSlice &
  ViewSlice &
  ReadSectionsSlice &
  NavigationSlice &
  SearchSlice &
  SearchHistorySlice &
  ReviewSlice &
  DialogsSlice &
  DesktopSlice &
  RecycleBinSlice &
  SnapshotsSlice &
  ReportsSlice &
  InterchangeSlice &
  SheetImportSlice &
  ComparisonSlice &
  NoticesSlice;

export type AppStore = StoreApi<AppState>;

/** One area of the store; `api` is an argument so that the store is testable without Electron and React. */
export type Slice<Part> = (api: Api) => StateCreator<AppState, [], [], Part>;

/** What starts the workers is an argument for tests, which have none. */
export function createAppStore(
  api: Api,
  startAnchoring: StartAnchoring = startAnchoringWorker,
  startSearch: StartSearch = startSearchWorker,
  startPatterns: StartPatterns = startPatternWorker,
): AppStore {
  return createStore<AppState>()((...store) => ({
    ...librarySlice(api)(...store),
    ...libraryTextsSlice(api)(...store),
    ...ledgerSlice(api)(...store),
    ...annotationsSlice(api)(...store),
    ...createAnchoringSlice(startAnchoring)(api)(...store),
    ...annotationChangesSlice(api)(...store),
    ...bookmarksSlice(api)(...store),
    ...bulkChangesSlice(api)(...store),
    ...bulkWorkSlice(api)(...store),
    ...chosenNotesSlice(api)(...store),
    ...shownAnnotationsSlice(api)(...store),
    ...noteListSlice(api)(...store),
    ...notesFolderSlice(api)(...store),
    ...otherNotesSlice(api)(...store),
    ...documentsSlice(api)(...store),
    ...documentImportSlice(api)(...store),
    ...importDraftsSlice(api)(...store),
    ...draftsSlice(api)(...store),
    ...historySlice(api)(...store),
    ...settingsSlice(api)(...store),
    ...viewSlice(api)(...store),
    ...readSectionsSlice(api)(...store),
    ...navigationSlice(api)(...store),
    ...createSearchSlice({ words: startSearch, patterns: startPatterns })(api)(...store),
    ...searchHistorySlice(api)(...store),
    ...reviewSlice(api)(...store),
    ...dialogsSlice(api)(...store),
    ...desktopSlice(api)(...store),
    ...recycleBinSlice(api)(...store),
    ...snapshotsSlice(api)(...store),
    ...reportsSlice(api)(...store),
    ...interchangeSlice(api)(...store),
    ...sheetImportSlice(api)(...store),
    ...comparisonSlice(api)(...store),
    ...noticesSlice(api)(...store),
  }));
}
