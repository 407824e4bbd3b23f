import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { AnnotationsPane } from './features/annotations/annotations-pane.tsx';
import { NoteText } from './features/annotations/note-text.tsx';
import { BookmarksPane } from './features/bookmarks/bookmarks-pane.tsx';
import { DropZone } from './features/importing/drop-zone.tsx';
import { LedgerPane } from './features/ledger/ledger-pane.tsx';
import { DocumentMenu } from './features/library/document-menu.tsx';
import { OutlinePane } from './features/outline/outline-pane.tsx';
import { OverviewPane } from './features/overview/overview-pane.tsx';
import { ReadingPane } from './features/reading/reading-pane.tsx';
import { AttachBar } from './features/review/attach-bar.tsx';
import { TextChangedBanner } from './features/review/text-changed-banner.tsx';
import { LeftPane } from './features/search/left-pane.tsx';
import { SearchBox } from './features/search/search-box.tsx';
import { ReadingSettings } from './features/settings/reading-settings.tsx';
import styles from './shell/app.module.css';
import { type Commands, CommandsContext, useCommands } from './shell/commands-context.ts';
import { FirstHint } from './shell/first-hint.tsx';
import { Notices } from './shell/notices.tsx';
import { Panes } from './shell/panes.tsx';
import { RightPane } from './shell/right-pane.tsx';
import { StatusBar } from './shell/status-bar.tsx';
import { Toolbar } from './shell/toolbar.tsx';
import type { AppStore } from './store/app-store.ts';
import { StoreContext, useApp } from './store/use-app.ts';

// Dialogs are fetched when they are first opened: the window starts without them.
const ExportDialog = lazy(async () => ({
  default: (await import('./features/export/export-dialog.tsx')).ExportDialog,
}));
const loadDocumentImport = async () => ({
  default: (await import('./features/importing/document-import-dialog.tsx')).DocumentImportDialog,
});
const DocumentImportDialog = lazy(loadDocumentImport);
const ComparisonScreen = lazy(async () => ({
  default: (await import('./features/comparison/comparison-screen.tsx')).ComparisonScreen,
}));
const LibraryDialog = lazy(async () => ({
  default: (await import('./features/library/library-dialog.tsx')).LibraryDialog,
}));
const loadQuickOpen = async () => ({ default: (await import('./features/quick-open/quick-open.tsx')).QuickOpen });
const QuickOpen = lazy(loadQuickOpen);
const ReviewScreen = lazy(async () => ({
  default: (await import('./features/review/review-screen.tsx')).ReviewScreen,
}));
const VersionsDialog = lazy(async () => ({
  default: (await import('./features/review/versions-dialog.tsx')).VersionsDialog,
}));
const ImportDialog = lazy(async () => ({
  default: (await import('./features/interchange/import-dialog.tsx')).ImportDialog,
}));
const SheetImportDialog = lazy(async () => ({
  default: (await import('./features/sheet/sheet-import-dialog.tsx')).SheetImportDialog,
}));
const SettingsDialog = lazy(async () => ({
  default: (await import('./features/settings/settings-dialog.tsx')).SettingsDialog,
}));
const PresentationScreen = lazy(async () => ({
  default: (await import('./features/presentation/presentation-screen.tsx')).PresentationScreen,
}));
const HelpDialog = lazy(async () => ({ default: (await import('./shell/help-dialog.tsx')).HelpDialog }));
const RecycleBinDialog = lazy(async () => ({
  default: (await import('./features/recycle-bin/recycle-bin-dialog.tsx')).RecycleBinDialog,
}));
const SnapshotsDialog = lazy(async () => ({
  default: (await import('./features/snapshots/snapshots-dialog.tsx')).SnapshotsDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('./shell/about-dialog.tsx')).AboutDialog }));

export function App({ store, commands }: { store: AppStore; commands: Commands }) {
  useEffect(() => {
    // Whoever opens the one types on at once, and nothing of that is to be lost while its code comes; the other begins with a
    // long text, and the window is to answer meanwhile.
    const idle = requestIdleCallback(() => void loadQuickOpen().then(loadDocumentImport));
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <I18nProvider locale="zh-CN">
      <StoreContext value={store}>
        <CommandsContext value={commands}>
          <div className={styles.window}>
            <Toolbar documents={<DocumentMenu />} search={<SearchBox />} readingSettings={<ReadingSettings />} />
            <Panes
              outline={<LeftPane outline={<OutlinePane />} bookmarks={<BookmarksPane />} />}
              reading={
                <>
                  <ReadingPane />
                  <FirstHint />
                  <AttachBar />
                </>
              }
              notes={
                <RightPane
                  notes={<AnnotationsPane banner={<TextChangedBanner />} />}
                  ledger={<LedgerPane />}
                  overview={<OverviewPane />}
                />
              }
            />
            <StatusBar />
          </div>
          <Suspense>
            <OpenDialog />
          </Suspense>
          <DropZone />
          <Notices />
        </CommandsContext>
      </StoreContext>
    </I18nProvider>
  );
}

function OpenDialog() {
  const dialog = useApp((state) => state.dialog);
  const close = useApp((state) => state.closeDialog);
  const commands = useCommands();
  switch (dialog) {
    case 'quickOpen':
    case 'commandPalette':
      return <QuickOpen palette={dialog} commands={commands} onClose={close} />;
    case 'documentImport':
      return <DocumentImportDialog />;
    case 'library':
      return <LibraryDialog onClose={close} />;
    case 'comparison':
      return <ComparisonScreen />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'review':
      return <ReviewScreen onClose={close} />;
    case 'versions':
      return <VersionsDialog onClose={close} />;
    case 'import':
      return <ImportDialog />;
    case 'sheetImport':
      return <SheetImportDialog />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'presentation':
    case 'presentationHere':
      return (
        <PresentationScreen
          isFromHere={dialog === 'presentationHere'}
          note={(markdown) => <NoteText markdown={markdown} />}
          onClose={close}
        />
      );
    case 'recycleBin':
      return <RecycleBinDialog onClose={close} />;
    case 'snapshots':
      return <SnapshotsDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    default:
      return null;
  }
}
