import { branchIds, sectionPath } from '#core/plan/section-tree';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { AppStore } from '../store/app-store.ts';
import { hasNotes } from '../store/chosen-notes.ts';
import { focusFilter, focusNextPane, focusOutline, focusPane } from './panes-focus.ts';

type PaneCommand = Extract<
  CommandName,
  | 'filterNotes'
  | 'chooseNotes'
  | 'focusOutline'
  | 'showBookmarks'
  | 'nextPane'
  | 'unfoldAll'
  | 'foldAll'
  | 'toggleOutline'
  | 'toggleNotes'
  | 'ledger'
  | 'overview'
>;

/** The commands that go to the panes beside the text, show them or fold what is in them. */
export function paneCommands(store: AppStore): Record<PaneCommand, () => void> {
  const state = store.getState;
  const goToNotes = (go: () => void) => {
    state().changeView({ notesVisible: true, rightTab: 'notes' });
    requestAnimationFrame(go);
  };
  const showTab = (tab: 'outline' | 'bookmarks', go: () => void) => {
    state().changeView({ outlineVisible: true });
    state().showLeftTab(tab);
    requestAnimationFrame(go);
  };
  const fold = (ids: string[]) => {
    state().changeView({ outlineVisible: true, folded: ids });
    state().showLeftTab('outline');
  };
  return {
    filterNotes: () => goToNotes(() => focusFilter('annotations')),
    chooseNotes: () => {
      if (!hasNotes(state())) return state().notify({ kind: 'done', text: messages.annotations.empty.title });
      state().beginChoosing();
      goToNotes(() => focusPane('annotations'));
    },
    focusOutline: () =>
      showTab('outline', () => {
        const { plan, currentSection } = state();
        const path = plan === null || currentSection === null ? [] : sectionPath(plan, currentSection);
        focusOutline(path.map(({ id }) => id));
      }),
    showBookmarks: () => showTab('bookmarks', () => focusPane('outline')),
    nextPane: focusNextPane,
    unfoldAll: () => fold([]),
    foldAll: () => {
      const { plan } = state();
      if (plan !== null) fold(branchIds(plan));
    },
    toggleOutline: () => state().changeView({ outlineVisible: !state().view.outlineVisible }),
    toggleNotes: () => state().changeView({ notesVisible: !state().view.notesVisible }),
    ledger: () => state().showLedger(),
    overview: () => {
      state().changeView({ notesVisible: true, rightTab: 'overview' });
      requestAnimationFrame(() => focusPane('annotations'));
    },
  };
}
