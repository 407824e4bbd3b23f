import { rangeCitation } from '#core/plan/citation';
import { defaultSettings, fontSizeBounds, type Theme } from '#core/settings/settings';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppStore } from '../store/app-store.ts';
import { paneCommands } from './pane-commands.ts';

/** What every command does. Menus, keys and the toolbar all come here. */
export function createCommands(store: AppStore, api: Api): Record<CommandName, () => void> {
  const state = store.getState;
  const theme = (chosen: Theme) => () => void state().changeSettings({ theme: chosen });
  const zoom = (step: number) => () => {
    const size = Math.round(state().settings.fontSize + step);
    void state().changeSettings({
      fontSize: Math.min(fontSizeBounds.maximum, Math.max(fontSizeBounds.minimum, size)),
    });
  };
  return {
    ...paneCommands(store),
    find: () => state().openSearch('text'),
    searchAll: () => state().openSearch('all'),
    findNext: () => state().stepHit(1),
    findPrevious: () => state().stepHit(-1),
    importDocument: () => void state().chooseDocument(),
    library: () => state().openDialog('library'),
    compare: () => void state().openComparison(),
    export: () => state().openExport(null),
    textVersions: () => state().openDialog('versions'),
    review: () => openReview(store),
    exportJsonLd: () => void state().exportJsonLd(),
    import: () => void state().chooseImport(),
    undo: () => void state().undo(),
    redo: () => void state().redo(),
    snapshots: () => state().openDialog('snapshots'),
    recycleBin: () => state().openRecycleBin('notes'),
    quickOpen: () => state().openDialog('quickOpen'),
    commandPalette: () => state().openDialog('commandPalette'),
    back: () => state().back(),
    forward: () => state().forward(),
    highlight: () => void annotateSelection(store, 'highlighting'),
    note: () => void annotateSelection(store, 'commenting'),
    bookmark: () => {
      void state().toggleBookmark();
      // the selection has served; its toolbar goes with it
      document.getSelection()?.removeAllRanges();
      state().setSelectionMode(false);
    },
    copyCitation: () => void copyCitation(store),
    selectionMode: () => state().setSelectionMode(!state().selectionMode),
    nextSection: () => moveBySection(store, 1),
    previousSection: () => moveBySection(store, -1),
    zoomIn: zoom(fontSizeBounds.step),
    zoomOut: zoom(-fontSizeBounds.step),
    zoomReset: () => void state().changeSettings({ fontSize: defaultSettings.fontSize }),
    settings: () => state().openDialog('settings'),
    shortcuts: () => state().openDialog('shortcuts'),
    about: () => state().openDialog('about'),
    themeSystem: theme('system'),
    themeLight: theme('light'),
    themeDark: theme('dark'),
    themeSepia: theme('sepia'),
    chooseFolder: () => void state().chooseFolder(),
    revealFolder: () => void state().revealFolder(),
    fullScreen: () => void api['application.toggleFullScreen'](null),
    quit: () => void api['application.quit'](null),
  };
}

async function annotateSelection(store: AppStore, motivation: 'highlighting' | 'commenting'): Promise<void> {
  const { selection, notify, annotate, editAnnotation, changeView, setSelectionMode } = store.getState();
  if (selection === null) return notify({ kind: 'done', text: messages.reading.selectFirst });
  // The selection has served, and the mode with it.
  document.getSelection()?.removeAllRanges();
  setSelectionMode(false);
  const created = await annotate(selection, motivation, 'important');
  if (created === null || motivation === 'highlighting') return;
  changeView({ notesVisible: true });
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
