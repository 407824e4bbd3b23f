import { branchIds, sectionPath } from '#core/plan/section-tree';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { AppState, AppStore } from '../store/app-store.ts';
import { hasNotes } from '../store/chosen-notes.ts';
import { isLedgerAlone } from '../store/ledger.ts';
import { focusFilter, focusNextPane, focusOutline, focusPane, focusShownPane } from './panes-focus.ts';

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
  | 'wideLedger'
  | 'overview'
>;

/** The commands that go to the panes beside the text, show them or fold what is in them. */
export function paneCommands(store: AppStore): Record<PaneCommand, () => void> {
  const state = store.getState;
  const goToNotes = (go: () => void) => {
    state().changeView({ notesVisible: true, rightTab: 'notes' });
    requestAnimationFrame(go);
  };
  const showOutline = (view: Parameters<AppState['changeView']>[0]) => {
    state().setLedgerWide(false);
    state().changeView(view);
  };
  const showTab = (tab: 'outline' | 'bookmarks', go: () => void) => {
    showOutline({ outlineVisible: true });
    state().showLeftTab(tab);
    requestAnimationFrame(go);
  };
  const fold = (ids: string[]) => {
    showOutline({ outlineVisible: true, folded: ids });
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
    // Behind a wide ledger it is not to be seen, whether it is shown or not.
    toggleOutline: () => showOutline({ outlineVisible: isLedgerAlone(state()) || !state().view.outlineVisible }),
    toggleNotes: () => state().changeView({ notesVisible: !state().view.notesVisible }),
    ledger: () => state().showLedger(),
    wideLedger: () => {
      state().setLedgerWide(!isLedgerAlone(state()));
      requestAnimationFrame(focusShownPane);
    },
    overview: () => {
      state().changeView({ notesVisible: true, rightTab: 'overview' });
      requestAnimationFrame(() => focusPane('annotations'));
    },
  };
}
