import { describe, expect, test, vi } from 'vitest';
import { defaultSettings, defaultViewState } from '#core/settings/settings';
import { commandNames } from '#ipc/commands';
import type { AppState } from '../../../../src/renderer/store/app-store.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { planOf } from '../../../core/search/plan-of.ts';

vi.stubGlobal('navigator', { userAgent: 'Linux' });
const { commandEntries } = await import('../../../../src/renderer/features/quick-open/command-entries.ts');
const { quickResults } = await import('../../../../src/renderer/features/quick-open/quick-results.ts');

const other = planOf('other', ['体育场馆建设'], ['总则']);
const listed = [bundledPlan, other].map(({ id, title }) => ({
  ...{ id, title, isBundled: false, chapters: 1, sections: 1, characters: 1, notes: 0, source: null, problem: null },
}));

function state(change: Partial<AppState> = {}): AppState {
  const known: Partial<AppState> = {
    plan: bundledPlan,
    annotations: [],
    locating: null,
    otherTexts: new Map(),
    documents: { documents: listed, removed: [] },
    view: defaultViewState,
    settings: defaultSettings,
    backPlaces: [],
    forwardPlaces: [],
    currentSection: '1',
    selection: null,
    undoSteps: [],
    redoSteps: [],
    ...change,
  };
  return known as AppState;
}

const shown = (
  palette: 'quickOpen' | 'commandPalette',
  typed: string,
  change?: Partial<AppState>,
): [group: string, names: string[]][] =>
  quickResults(palette, typed, state(change)).groups.map(({ name, hits }) => [
    name,
    hits.map(({ item }) => `${item.number}${item.name}`),
  ]);

describe('commands', () => {
  test('are all in the palette but the one that opens it, and that one is in quick open', () => {
    const names = (own: 'quickOpen' | 'commandPalette') =>
      commandEntries(state(), own).map(({ target }) => (target.kind === 'command' ? target.command : ''));
    expect(names('commandPalette').sort()).toEqual(commandNames.filter((name) => name !== 'commandPalette').sort());
    expect(names('quickOpen')).toContain('commandPalette');
    const { total, groups } = quickResults('commandPalette', '', state());
    expect(groups.flatMap(({ hits }) => hits)).toHaveLength(total);
    expect(total).toBe(commandNames.length - 1);
  });

  test('say why they would do nothing, and come after those that do something', () => {
    const [first, ...rest] = commandEntries(state(), 'commandPalette').filter(({ obstacle }) => obstacle !== undefined);
    expect([first, ...rest].map((entry) => [entry?.name, entry?.obstacle])).toEqual([
      ['撤销', '没有可撤销的操作'],
      ['重做', '没有可重做的操作'],
      ['高亮所选', '先在正文中选中文字'],
      ['批注所选', '先在正文中选中文字'],
      ['复制为引文', '先在正文中选中文字'],
      ['多选批注', '还没有批注'],
      ['后退', '还没有离开过此处'],
      ['前进', '后退之后才能前进'],
      ['汇报模式', '没有可以汇报的批注或任务。'],
      ['从正在读的条款汇报', '没有可以汇报的批注或任务。'],
    ]);
    const selection = { start: 1, end: 4 };
    expect(commandEntries(state({ selection }), 'commandPalette').filter(({ isBlocked }) => isBlocked)).toHaveLength(7);
    expect(shown('commandPalette', '批注')[0]?.[1].slice(-2)).toEqual(['批注所选', '多选批注']);
    expect(shown('commandPalette', '批注', { selection })[0]?.[1][0]).toBe('批注所选');
    const blocked = commandEntries(state({ plan: null }), 'commandPalette').filter(({ isBlocked }) => isBlocked);
    expect(blocked.map(({ name }) => name)).toContain('导出批注和台账…');
    expect(blocked.map(({ name }) => name)).not.toContain('导入文档…');
  });

  test('bear the name of what would be undone', () => {
    const undoSteps = [{ name: '添加批注' }] as unknown as AppState['undoSteps'];
    expect(shown('commandPalette', '撤销', { undoSteps })).toEqual([['命令', ['撤销：添加批注']]]);
  });

  test('are found by name, pinyin and initials, themes by what they are', () => {
    for (const typed of ['导出批注', 'dcpz', 'daochu', 'dc tz']) {
      expect(shown('commandPalette', typed)[0]?.[1], typed).toContain('导出批注和台账…');
    }
    expect(shown('commandPalette', '主题')[0]?.[1]).toHaveLength(4);
    expect(shown('commandPalette', '没有这样的')).toEqual([]);
  });

  test('that were used last come first; names of other versions of the program are passed over', () => {
    const view = { ...defaultViewState, recentCommands: ['settings', 'ofAnotherVersion', 'export', 'undo'] };
    expect(shown('commandPalette', '', { view })[0]).toEqual(['最近使用', ['设置…', '导出批注和台账…']]);
    expect(shown('commandPalette', 'dc', { view })[0]?.[1].slice(0, 2)).toEqual([
      '导出批注和台账…',
      '导出批注（JSON-LD）…',
    ]);
  });
});

describe('quick open', () => {
  test('with an empty box: the sections that were left, documents, commands, chapters', () => {
    const groups = shown('quickOpen', '', {
      backPlaces: [
        { section: '2.3', offset: 0 },
        { section: '', offset: 0 },
        { section: '4', offset: 9, current: '4.1' },
      ],
      forwardPlaces: [
        { section: '2.3', offset: 5 },
        { section: '1', offset: 5 },
        { section: '2', document: 'other' },
      ],
      view: { ...defaultViewState, recentCommands: ['export'] },
    });
    expect(groups.map(([name]) => name)).toEqual(['最近去过', '最近阅读', '最近使用', '章节']);
    expect(groups[0]?.[1]).toEqual(['四（一）深化教育评价改革', '二（三）深化体育教育改革']);
    expect(groups[1]?.[1]).toEqual(['other']);
    expect(groups[2]?.[1]).toEqual(['导出批注和台账…']);
    expect(groups[3]?.[1]).toHaveLength(12);
  });

  test('sections of another document are there once its text is', () => {
    const names = (change?: Partial<AppState>) => shown('quickOpen', '体育', change).map(([name]) => name);
    expect(names()).toEqual(['章节']);
    const otherTexts = new Map([[other.id, other]]);
    expect(names({ otherTexts })).toEqual(['其他文档的章节', '章节']);
    const { groups } = quickResults('quickOpen', '体育', state({ otherTexts }));
    expect(groups[0]?.hits[0]?.item).toMatchObject({ detail: 'other', target: { document: 'other', section: '1' } });
  });

  test('the group with the best answer comes first', () => {
    expect(shown('quickOpen', '设置').map(([name]) => name)).toEqual(['命令']);
    expect(shown('quickOpen', '导').map(([name]) => name)[0]).toBe('命令');
    expect(shown('quickOpen', '2.3')[0]).toEqual(['章节', ['二（三）深化体育教育改革']]);
    expect(shown('quickOpen', 'other').map(([name]) => name)).toEqual(['文档']);
  });

  test('a document whose text cannot be read says so', () => {
    const documents = { documents: listed.map((one) => ({ ...one, problem: 'damaged' as const })), removed: [] };
    const { groups } = quickResults('quickOpen', 'other', state({ documents }));
    expect(groups[0]?.hits[0]?.item).toMatchObject({ isBlocked: true, obstacle: expect.stringContaining('已损坏') });
  });

  test('of very many no more are shown than are looked through, and all are counted', () => {
    const plan = planOf('long', ...Array.from({ length: 2000 }, (_, index) => [`导学第${index}条`]));
    const { groups, total } = quickResults('quickOpen', '导', state({ plan }));
    expect(groups.flatMap(({ hits }) => hits)).toHaveLength(50);
    expect(groups.map(({ name, hits }) => [name, hits.length])).toContainEqual(['命令', 5]);
    expect(total).toBe(2005);
    const few = planOf('few', ['导学'], ['导读']);
    const elsewhere = quickResults('quickOpen', '导', state({ plan: few, otherTexts: new Map([['long', plan]]) }));
    expect(elsewhere.groups.map(({ name, hits }) => [name, hits.length])).toEqual([
      ['章节', 2],
      ['其他文档的章节', 43],
      ['命令', 5],
    ]);
  });

  test('where nothing has such a name, the text is searched', () => {
    const { groups, total } = quickResults('quickOpen', ' 没有这样的 ', state());
    expect(total).toBe(0);
    expect(groups[0]?.hits[0]?.item.target).toEqual({ kind: 'search', query: '没有这样的' });
  });
});
