import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommandName, commandKeys, commandNames, programCommands } from '#ipc/commands';
import { messages } from '#messages/zh-CN';

const electron = vi.hoisted(() => ({ installed: [] as unknown[], hidden: 0 }));
vi.mock('electron', () => ({
  app: {
    hide: () => {
      electron.hidden += 1;
    },
  },
  Menu: {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: (template: unknown) => electron.installed.push(template),
  },
}));

const { createMenu } = await import('../../src/main/menu.ts');

let asked: string[];
beforeEach(() => {
  asked = [];
});

function menusOn(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  createMenu({
    platform,
    send: (command) => asked.push(command),
    toggleFullScreen: () => asked.push('main: fullScreen'),
    quit: () => asked.push('main: quit'),
  }).install();
  return electron.installed.at(-1) as MenuItemConstructorOptions[];
}

function below(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? item.submenu.flatMap((child) => [child, ...below(child)]) : [];
}

function itemsOn(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  return menusOn(platform).flatMap(below);
}

function itemOf(items: MenuItemConstructorOptions[], command: CommandName): MenuItemConstructorOptions {
  const found = items.filter((item) => item.label === messages.commands[command] && item.role === undefined);
  expect(found, command).toHaveLength(1);
  return found[0] ?? {};
}

function click(item: MenuItemConstructorOptions): void {
  (item.click as () => void)();
}

describe.each<NodeJS.Platform>(['linux', 'win32', 'darwin'])('the menu on %s', (platform) => {
  test('has every command once, and runs it in its place', () => {
    const items = itemsOn(platform);
    for (const command of commandNames) click(itemOf(items, command));
    const expected = commandNames.map((name) => (programCommands.includes(name) ? `main: ${name}` : name));
    expect(asked).toEqual(expected);
  });

  test('separates something by each of its lines', () => {
    for (const { submenu } of menusOn(platform)) {
      const types = (submenu as MenuItemConstructorOptions[]).map(({ type }) => type ?? 'item');
      expect(types.join(' ')).not.toMatch(/^separator|separator$|separator separator/);
    }
  });

  test('has words for all that can be seen', () => {
    for (const item of itemsOn(platform)) expect(item.type === 'separator' || item.label).toBeTruthy();
  });

  test('takes no key from the page', () => {
    const items = itemsOn(platform);
    const registered = items.filter((item) => item.accelerator !== undefined && item.registerAccelerator !== false);
    const labels = registered.map(({ label }) => label).sort();
    expect(labels).toEqual(programCommands.map((name) => messages.commands[name]).sort());
  });
});

test('undo and redo bear the names of their steps, from when they are known', () => {
  const labels = () => {
    const menus = electron.installed.at(-1) as MenuItemConstructorOptions[];
    return menus.flatMap(below).flatMap(({ label = '' }) => (/^(?:撤销|重做)/.test(label) ? [label] : []));
  };
  const before = electron.installed.length;
  const nothing = () => undefined;
  const menu = createMenu({ platform: 'linux', send: nothing, toggleFullScreen: nothing, quit: nothing });
  menu.nameSteps({ undo: '添加批注', redo: null });
  expect(electron.installed, 'nothing to see yet').toHaveLength(before);
  menu.install();
  expect(labels()).toEqual(['撤销：添加批注', '重做']);
  menu.nameSteps({ undo: null, redo: '修改 A&B' });
  expect(labels()).toEqual(['撤销', '重做：修改 A&&B']);
});

test('keys are those of the page, as Electron writes them', () => {
  const items = itemsOn('linux');
  const accelerators = Object.keys(commandKeys).map((name) => itemOf(items, name as CommandName).accelerator);
  expect(accelerators).not.toContain(undefined);
  expect(itemOf(items, 'redo').accelerator).toBe('CommandOrControl+Shift+Z');
  expect(itemOf(items, 'back').accelerator).toBe('Alt+Left');
  expect(itemOf(items, 'zoomIn').accelerator).toBe('CommandOrControl+=');
  expect(itemOf(items, 'fullScreen').accelerator).toBe('F11');
});

describe('on macOS', () => {
  test('no item has a key of the page, since every key in a menu is live there', () => {
    const accelerators = itemsOn('darwin').flatMap(({ accelerator }) => accelerator ?? []);
    expect(accelerators.sort()).toEqual(['CommandOrControl+Q', 'Control+CommandOrControl+F']);
    // These roles bring keys of their own that the page handles.
    const roles = itemsOn('darwin').flatMap(({ role }) => role ?? []);
    expect(roles).not.toContain('undo');
    expect(roles).not.toContain('redo');
    expect(roles).not.toContain('hide');
    expect(roles).not.toContain('minimize');
  });

  test('the first menu is that of the application', () => {
    const [first, second] = menusOn('darwin');
    expect(first?.label).toBe(messages.application.name);
    const labels = below(first ?? {}).flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(['关于规划研读', '设置…', '隐藏规划研读', '隐藏其他', '全部显示', '退出']);
    expect(second?.label).toBe('文件');
    click(itemOf(itemsOn('darwin'), 'about'));
    expect(asked).toEqual(['about']);
  });
});
