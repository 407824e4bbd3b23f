/** Quick open and the command palette. */
export const quickOpen = {
  quickOpen: {
    title: '快速打开',
    placeholder: '章节、文档或命令，可用拼音首字母、编号',
    empty: (typed: string) => `没有名为“${typed}”的章节、文档或命令`,
  },
  commandPalette: {
    title: '命令面板',
    placeholder: '命令，可用拼音首字母',
    empty: (typed: string) => `没有名为“${typed}”的命令`,
  },
  list: '可打开的项目',
  groups: {
    recentSections: '最近去过',
    recentDocuments: '最近阅读',
    recentCommands: '最近使用',
    sections: '章节',
    otherSections: '其他文档的章节',
    documents: '文档',
    commands: '命令',
  },
  searchFor: (typed: string) => `搜索全文：“${typed}”`,
  /** The command with the menu that its name needs to be understood. */
  inMenu: (menu: string, command: string) => `${menu}：${command}`,
  count: (total: number) => `${total} 项`,
  countShown: (shown: number, total: number) => `${total} 项，显示前 ${shown} 项`,
  keys: [
    ['↑↓', '选择'],
    ['回车', '确定'],
    ['Esc', '关闭'],
  ] as const,
  typeForCommands: ['>', '命令'] as const,
  obstacles: {
    nothingToUndo: '没有可撤销的操作',
    nothingToRedo: '没有可重做的操作',
    nothingSelected: '先在正文中选中文字',
    nothingFound: '先查找',
    noText: '没有打开的文本',
    largest: '已是最大字号',
    smallest: '已是最小字号',
  },
};
