import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommandName, commandKeys, commandMenus, commandNames, programCommands } from '#ipc/commands';

/** As much of a page as the keys and the menu need. */
class Element {
  constructor(private readonly isField: boolean) {}
  matches(selector: string): boolean {
    return this.isField && selector !== '[data-resting]';
  }
}
const field = new Element(true);
const paragraph = new Element(false);

const listeners = new Map<string, (event: unknown) => void>();
const page = { activeElement: paragraph, documentElement: { dataset: {} }, execCommand: vi.fn() };
vi.stubGlobal('navigator', { userAgent: 'Linux' });
vi.stubGlobal('HTMLElement', Element);
vi.stubGlobal('document', page);
vi.stubGlobal('window', {
  addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
  matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
});

const { connectWindow } = await import('../../../src/renderer/shell/connect-window.ts');

let run: CommandName[];
let fromMenu: (command: CommandName) => void;
let dialog: string | null;

beforeEach(() => {
  run = [];
  dialog = null;
  page.activeElement = paragraph;
  page.execCommand.mockClear();
  const commands = Object.fromEntries(commandNames.map((name) => [name, () => run.push(name)]));
  const api = {
    events: {
      command: (listener: typeof fromMenu) => {
        fromMenu = listener;
      },
      flush: () => undefined,
      snapshotFailed: () => undefined,
      notesChanged: () => undefined,
      textsChanged: () => undefined,
      notesFolderChanged: () => undefined,
      readingProgress: () => undefined,
      fileRequested: () => undefined,
    },
  };
  const store = { getState: () => ({ dialog, settings: { theme: 'light' } }), subscribe: () => undefined };
  connectWindow(...([api, store, commands] as unknown as Parameters<typeof connectWindow>));
});

function press(key: string, modifiers: { ctrlKey?: boolean; shiftKey?: boolean; isComposing?: boolean } = {}): boolean {
  const preventDefault = vi.fn();
  listeners.get('keydown')?.({
    key,
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    target: page.activeElement,
    preventDefault,
    stopPropagation: () => undefined,
    ...modifiers,
  });
  return preventDefault.mock.calls.length > 0;
}

describe('behind an open dialog', () => {
  test.each<[way: string, ask: () => unknown]>([
    ['a key', () => press('h', { ctrlKey: true })],
    ['the menu of the system', () => fromMenu('highlight')],
  ])('nothing moves by %s', (_way, ask) => {
    ask();
    expect(run).toEqual(['highlight']);
    dialog = 'export';
    ask();
    expect(run).toEqual(['highlight']);
  });
});

test('the theme is of the window, dialog or not', () => {
  dialog = 'documentImport';
  fromMenu('themeDark');
  expect(run).toEqual(['themeDark']);
});

describe('undo and redo', () => {
  test.each(['undo', 'redo'] as const)('%s in the menu means the words of a field that has the focus', (command) => {
    page.activeElement = field;
    dialog = 'settings';
    fromMenu(command);
    expect(page.execCommand).toHaveBeenCalledWith(command);
    expect(run).toEqual([]);
  });

  test('mean the notes otherwise', () => {
    fromMenu('undo');
    press('z', { ctrlKey: true });
    expect(run).toEqual(['undo', 'undo']);
    expect(page.execCommand).not.toHaveBeenCalled();
  });

  test('are left to a field as keys, and to an input method', () => {
    page.activeElement = field;
    expect(press('z', { ctrlKey: true })).toBe(false);
    page.activeElement = paragraph;
    expect(press('h', { ctrlKey: true, isComposing: true })).toBe(false);
    expect(run).toEqual([]);
  });
});

test('keys that the main process listens to are left to it', () => {
  expect(press('F11')).toBe(false);
  expect(press('q', { ctrlKey: true })).toBe(false);
  expect(run).toEqual([]);
});

describe('the one table of commands', () => {
  test('has every command in exactly one menu', () => {
    const listed = commandMenus.flatMap(({ commands }) => commands.filter((command) => command !== null));
    expect([...listed].sort()).toEqual([...commandNames].sort());
  });

  test('gives no combination to two commands', () => {
    const written = Object.values(commandKeys)
      .flat()
      .map(({ key, mod, control, shift, alt, only }) => JSON.stringify([key, mod, control, shift, alt, only]));
    expect(new Set(written).size).toBe(written.length);
  });

  test('shows a combination for each command that has keys, on each system', async () => {
    const { keysOf } = await import('../../../src/renderer/ui/command-keys.ts');
    expect(keysOf('fullScreen')).toBe('F11');
    expect(keysOf('quit')).toBe('Ctrl+Q');
    expect(keysOf('back')).toBe('Alt+←');
    expect(keysOf('about')).toBeUndefined();
    for (const command of programCommands) expect(keysOf(command)).toBeDefined();
  });
});
