/** What menus and keys can ask for. */
export const commandNames = [
  'find',
  'findNext',
  'findPrevious',
  'searchAll',
  'importDocument',
  'library',
  'compare',
  'export',
  'print',
  'textVersions',
  'review',
  'exportJsonLd',
  'import',
  'importLedger',
  'undo',
  'redo',
  'recycleBin',
  'snapshots',
  'quickOpen',
  'commandPalette',
  'back',
  'forward',
  'highlight',
  'note',
  'task',
  'bookmark',
  'copyCitation',
  'selectionMode',
  'filterNotes',
  'chooseNotes',
  'nextSection',
  'previousSection',
  'focusOutline',
  'showBookmarks',
  'nextPane',
  'unfoldAll',
  'foldAll',
  'toggleOutline',
  'toggleNotes',
  'ledger',
  'wideLedger',
  'overview',
  'present',
  'presentHere',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'settings',
  'help',
  'about',
  'themeSystem',
  'themeLight',
  'themeDark',
  'themeSepia',
  'chooseFolder',
  'revealFolder',
  'fullScreen',
  'quit',
] as const;

export type CommandName = (typeof commandNames)[number];

/** Commands that the main process carries out: they work wherever the focus is, and while the page does not. */
export const programCommands: readonly CommandName[] = ['fullScreen', 'quit'];

/** A key with its modifiers. `mod` is Ctrl, or ⌘ on macOS. */
export interface KeyCombination {
  /** As in `KeyboardEvent.key`. */
  key: string;
  mod?: true;
  /** Ctrl also on macOS. */
  control?: true;
  shift?: true;
  alt?: true;
  /** Does nothing while a text field has the focus: the field has its own use for the key. */
  notWhileTyping?: true;
  /** Only on these systems; absent: on all. */
  only?: 'macOS' | 'others';
}

/** Which keys run a command; the first of a system is the one that is shown. */
export const commandKeys: Partial<Record<CommandName, readonly KeyCombination[]>> = {
  find: [{ key: 'f', mod: true }],
  findNext: [{ key: 'F3' }],
  findPrevious: [{ key: 'F3', shift: true }],
  searchAll: [{ key: 'f', mod: true, shift: true }],
  importDocument: [{ key: 'o', mod: true }],
  library: [{ key: 'o', mod: true, shift: true }],
  export: [{ key: 'e', mod: true }],
  print: [{ key: 'p', mod: true }],
  undo: [{ key: 'z', mod: true, notWhileTyping: true }],
  redo: [
    { key: 'z', mod: true, shift: true, notWhileTyping: true },
    { key: 'y', mod: true, notWhileTyping: true },
  ],
  quickOpen: [{ key: 'k', mod: true }],
  commandPalette: [{ key: 'p', mod: true, shift: true }],
  back: [
    { key: 'ArrowLeft', alt: true, notWhileTyping: true },
    { key: '[', mod: true, notWhileTyping: true },
  ],
  forward: [
    { key: 'ArrowRight', alt: true, notWhileTyping: true },
    { key: ']', mod: true, notWhileTyping: true },
  ],
  highlight: [{ key: 'h', mod: true }],
  note: [{ key: 'm', mod: true }],
  task: [{ key: 't', mod: true, shift: true }],
  ledger: [{ key: 'l', mod: true }],
  present: [{ key: 'F5' }],
  presentHere: [{ key: 'F5', shift: true }],
  overview: [{ key: 'l', mod: true, shift: true }],
  bookmark: [{ key: 'd', mod: true }],
  copyCitation: [{ key: 'c', mod: true, shift: true }],
  selectionMode: [{ key: 'F7' }],
  nextSection: [{ key: 'ArrowDown', alt: true }],
  previousSection: [{ key: 'ArrowUp', alt: true }],
  focusOutline: [{ key: 't', mod: true }],
  nextPane: [{ key: 'F6' }],
  zoomIn: [
    { key: '=', mod: true },
    { key: '+', mod: true, shift: true },
  ],
  zoomOut: [{ key: '-', mod: true }],
  zoomReset: [{ key: '0', mod: true }],
  settings: [{ key: ',', mod: true }],
  help: [{ key: 'F1' }],
  fullScreen: [
    { key: 'F11', only: 'others' },
    { key: 'f', control: true, mod: true, only: 'macOS' },
  ],
  quit: [{ key: 'q', mod: true }],
};

/** The combination to show for a command, where it has one. */
export function shownKeys(command: CommandName, isMac: boolean): KeyCombination | undefined {
  return commandKeys[command]?.find(({ only }) => only === undefined || (only === 'macOS') === isMac);
}

/** A menu; `null` is a separating line. */
export interface CommandMenu {
  name: 'file' | 'edit' | 'annotate' | 'go' | 'view' | 'theme' | 'help';
  commands: readonly (CommandName | null)[];
}

/** Every command in its menu: of the system, of the window, and as a group of the shortcut dialog. */
export const commandMenus: readonly CommandMenu[] = [
  {
    name: 'file',
    commands: [
      'importDocument',
      'library',
      'compare',
      null,
      'export',
      'print',
      'exportJsonLd',
      'import',
      'importLedger',
      null,
      'textVersions',
      'review',
      'snapshots',
      'revealFolder',
      'chooseFolder',
      null,
      'settings',
      null,
      'quit',
    ],
  },
  {
    name: 'edit',
    commands: ['undo', 'redo', null, 'find', 'findNext', 'findPrevious', 'searchAll', null, 'recycleBin'],
  },
  {
    name: 'annotate',
    commands: [
      'highlight',
      'note',
      'task',
      'bookmark',
      'copyCitation',
      null,
      'selectionMode',
      null,
      'filterNotes',
      'chooseNotes',
    ],
  },
  {
    name: 'go',
    commands: [
      'quickOpen',
      null,
      'back',
      'forward',
      null,
      'previousSection',
      'nextSection',
      null,
      'focusOutline',
      'showBookmarks',
      'nextPane',
    ],
  },
  {
    name: 'view',
    commands: [
      'toggleOutline',
      'toggleNotes',
      'ledger',
      'wideLedger',
      'overview',
      'present',
      'presentHere',
      null,
      'unfoldAll',
      'foldAll',
      null,
      'zoomIn',
      'zoomOut',
      'zoomReset',
      null,
      'fullScreen',
    ],
  },
  { name: 'theme', commands: ['themeSystem', 'themeLight', 'themeDark', 'themeSepia'] },
  { name: 'help', commands: ['commandPalette', 'help', null, 'about'] },
];
