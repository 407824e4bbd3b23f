import { quickName } from '#core/search/quick-match';
import { fontSizeBounds } from '#core/settings/settings';
import { type CommandName, commandMenus } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { hasNotes } from '../../store/chosen-notes.ts';
import { keysOf } from '../../ui/command-keys.ts';
import { neverUsed, type QuickEntry } from './entry.ts';

const words = messages.quickOpen;
const menus = messages.application.menu;

/** Every command but `own`, which has opened the list; in the order of the menus, which `detail` names. */
export function commandEntries(state: AppState, own: CommandName): QuickEntry[] {
  const recent = state.view.recentCommands ?? [];
  return commandMenus.flatMap(({ name: menu, commands }) =>
    commands.flatMap((command) => {
      if (command === null || command === own) return [];
      const name = menu === 'theme' ? words.inMenu(menus.theme, messages.commands[command]) : nameOf(state, command);
      const obstacle = obstacleTo(state, command);
      const used = recent.indexOf(command);
      return {
        id: `command:${command}`,
        target: { kind: 'command' as const, command },
        number: '',
        name,
        // as in the menu of the system
        detail: menus[menu === 'theme' ? 'view' : menu],
        keys: keysOf(command),
        quick: quickName(name),
        recency: used < 0 ? neverUsed : used,
        obstacle,
        isBlocked: obstacle !== undefined,
      };
    }),
  );
}

function nameOf({ undoSteps, redoSteps }: AppState, command: CommandName): string {
  const step = command === 'undo' ? undoSteps.at(-1) : command === 'redo' ? redoSteps.at(-1) : undefined;
  if (step === undefined) return messages.commands[command];
  return messages.history[command === 'undo' ? 'undo' : 'redo'](step.name);
}

/** Commands that have nothing to do while no text is shown. */
const commandsOfText: readonly CommandName[] = [
  'find',
  'findNext',
  'findPrevious',
  'searchAll',
  'compare',
  'export',
  'print',
  'textVersions',
  'review',
  'exportJsonLd',
  'import',
  'importLedger',
  'highlight',
  'note',
  'bookmark',
  'copyCitation',
  'selectionMode',
  'nextSection',
  'previousSection',
  'filterNotes',
  'focusOutline',
  'showBookmarks',
  'unfoldAll',
  'foldAll',
  'ledger',
  'wideLedger',
  'overview',
  'present',
  'presentHere',
];

/** Why a command would do nothing now, as far as that is known at once. */
function obstacleTo(state: AppState, command: CommandName): string | undefined {
  const { obstacles } = words;
  if (state.plan === null && commandsOfText.includes(command)) return obstacles.noText;
  const hindered: Partial<Record<CommandName, string | false>> = {
    undo: state.undoSteps.length === 0 && obstacles.nothingToUndo,
    redo: state.redoSteps.length === 0 && obstacles.nothingToRedo,
    review: state.locating !== null && messages.review.banner.locating(state.locating.done, state.locating.total),
    back: state.backPlaces.length === 0 && messages.application.nowhereBack,
    forward: state.forwardPlaces.length === 0 && messages.application.nowhereForward,
    highlight: state.selection === null && obstacles.nothingSelected,
    note: state.selection === null && obstacles.nothingSelected,
    copyCitation: state.selection === null && obstacles.nothingSelected,
    chooseNotes: !hasNotes(state) && messages.annotations.empty.title,
    present: !hasNotes(state) && messages.presentation.nothing,
    presentHere: !hasNotes(state) && messages.presentation.nothing,
    zoomIn: state.settings.fontSize >= fontSizeBounds.maximum && obstacles.largest,
    zoomOut: state.settings.fontSize <= fontSizeBounds.minimum && obstacles.smallest,
  };
  return hindered[command] || undefined;
}
