import { rangeCitation } from '#core/plan/citation';
import { defaultSettings, fontSizeBounds, type SettingsChange, type Theme } from '#core/settings/settings';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState, AppStore } from '../store/app-store.ts';
import { hasNotes } from '../store/chosen-notes.ts';
import { placedNotes } from '../store/placed-annotations.ts';
import { paneCommands } from './pane-commands.ts';

/** What every command does. Menus, keys and the toolbar all come here. */
export function createCommands(store: AppStore, api: Api): Record<CommandName, () => void> {
  const state = store.getState;
  return {
    ...paneCommands(store),
    ...appearanceCommands(store),
    find: () => state().openSearch('text'),
    searchAll: () => state().openSearch('all'),
    findNext: () => state().stepHit(1),
    findPrevious: () => state().stepHit(-1),
    importDocument: () => void state().chooseDocument(),
    library: () => state().openDialog('library'),
    compare: () => void state().openComparison(),
    export: () => state().openExport(null),
    print: () => state().openPrint(),
    textVersions: () => state().openDialog('versions'),
    review: () => openReview(store),
    exportJsonLd: () => void state().exportJsonLd(),
    import: () => void state().chooseImport(),
    importLedger: () => void state().chooseSheet(),
    present: () => present(store, 'presentation'),
    presentHere: () => present(store, 'presentationHere'),
    // What is corrected in an import is no data yet, and has steps of its own.
    undo: () => (state().dialog === 'documentImport' ? state().undoCorrection() : void state().undo()),
    redo: () => (state().dialog === 'documentImport' ? state().redoCorrection() : void state().redo()),
    snapshots: () => state().openDialog('snapshots'),
    recycleBin: () => state().openRecycleBin('notes'),
    quickOpen: () => state().openDialog('quickOpen'),
    commandPalette: () => state().openDialog('commandPalette'),
    back: () => state().back(),
    forward: () => state().forward(),
    highlight: () => void annotateSelection(store, 'highlighting'),
    note: () => void annotateSelection(store, 'commenting'),
    task: () => {
      const { selection } = state();
      const annotation = selection === null ? annotationInSection(state()) : undefined;
      void state().makeTask({ ...(annotation && { annotation }), ...(selection && { range: selection }) });
      endSelection(store);
    },
    bookmark: () => {
      void state().toggleBookmark();
      endSelection(store);
    },
    copyCitation: () => void copyCitation(store),
    selectionMode: () => state().setSelectionMode(!state().selectionMode),
    nextSection: () => moveBySection(store, 1),
    previousSection: () => moveBySection(store, -1),
    settings: () => state().openDialog('settings'),
    help: () => state().openDialog('help'),
    about: () => state().openDialog('about'),
    chooseFolder: () => void state().chooseFolder(),
    revealFolder: () => void state().revealFolder(),
    fullScreen: () => void api['application.toggleFullScreen'](null),
    quit: () => void api['application.quit'](null),
  };
}

function present({ getState }: AppStore, dialog: 'presentation' | 'presentationHere'): void {
  if (hasNotes(getState())) getState().openDialog(dialog);
  else getState().notify({ kind: 'done', text: messages.presentation.nothing });
}

function appearanceCommands({ getState }: AppStore) {
  const change = (settings: SettingsChange) => void getState().changeSettings(settings);
  const theme = (chosen: Theme) => () => change({ theme: chosen });
  const zoom = (step: number) => () => {
    const size = Math.round(getState().settings.fontSize + step);
    change({ fontSize: Math.min(fontSizeBounds.maximum, Math.max(fontSizeBounds.minimum, size)) });
  };
  return {
    zoomIn: zoom(fontSizeBounds.step),
    zoomOut: zoom(-fontSizeBounds.step),
    zoomReset: () => change({ fontSize: defaultSettings.fontSize }),
    themeSystem: theme('system'),
    themeLight: theme('light'),
    themeDark: theme('dark'),
    themeSepia: theme('sepia'),
  };
}

/** The selected annotation, where it belongs to the section that is being read. */
function annotationInSection(state: AppState): string | undefined {
  const mark = placedNotes(state).find(({ annotation }) => annotation.id === state.selectedAnnotation);
  return mark?.section === state.currentSection ? mark?.annotation.id : undefined;
}

/** The selection has served; its toolbar and the mode go with it. */
function endSelection(store: AppStore): void {
  document.getSelection()?.removeAllRanges();
  store.getState().setSelectionMode(false);
}

async function annotateSelection(store: AppStore, motivation: 'highlighting' | 'commenting'): Promise<void> {
  const { selection, notify, annotate, editAnnotation, changeView } = store.getState();
  if (selection === null) return notify({ kind: 'done', text: messages.reading.selectFirst });
  endSelection(store);
  const created = await annotate(selection, motivation, 'important');
  if (created === null || motivation === 'highlighting') return;
  changeView({ notesVisible: true, rightTab: 'notes' });
  editAnnotation(created.id);
}

function openReview(store: AppStore): void {
  const { locating, notify, openReview: open } = store.getState();
  if (locating === null) open();
  else notify({ kind: 'done', text: messages.review.banner.locating(locating.done, locating.total) });
}

async function copyCitation(store: AppStore): Promise<void> {
  const { plan, selection, notify, copyText } = store.getState();
  if (plan === null) return;
  if (selection === null) return notify({ kind: 'done', text: messages.reading.selectFirst });
  await copyText(rangeCitation(plan, selection), messages.reading.citationCopied);
}

function moveBySection(store: AppStore, step: 1 | -1): void {
  const { plan, currentSection, goTo } = store.getState();
  if (plan === null) return;
  const index = plan.sections.findIndex((section) => section.id === currentSection);
  const next = plan.sections[Math.max(0, index + step)];
  if (next !== undefined) goTo({ section: next.id });
}
