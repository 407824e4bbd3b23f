type Keys = (command: 'highlight' | 'note' | 'task' | 'export' | 'present' | 'importDocument' | 'undo') => string;

/** The short help: the main ways of work, and the keys. */
export const help = {
  title: '用法和快捷键',
  tabs: '帮助',
  waysTab: '用法',
  keysTab: '快捷键',
  ways: {
    mark: {
      name: '高亮',
      text: (keys: Keys) => `划选正文，点一种颜色（${keys('highlight')} 用第一种）；五种颜色各有含义，名称可改。`,
    },
    note: {
      name: '批注',
      text: (keys: Keys) =>
        `划选后点“批注”（${keys('note')}）写下想法，随写随存。点正文中的标记看批注，点批注回到原文；改错了按 ${keys('undo')} 撤销。`,
    },
    task: {
      name: '任务',
      text: (keys: Keys) =>
        `选中一条举措按 ${keys('task')}，它就成为台账中的一行：填责任人、时限、状态、进展，将到期和逾期会提醒。`,
    },
    export: {
      name: '导出和汇报',
      text: (keys: Keys) =>
        `${keys('export')} 导出批注、台账、中期评估或正文，PDF、Word、Excel 等，先预览再保存；${keys('present')} 全屏逐条汇报。`,
    },
    import: {
      name: '导入全文',
      text: (keys: Keys) =>
        `内置文本是节选。有 Word、PDF 等全文时按 ${keys('importDocument')} 导入，批注移到新文本，拿不准的请您逐条核对，随时可退回。`,
    },
    files: {
      name: '文件和备份',
      text: () =>
        '批注、文档和快照都在笔记文件夹里，每条批注是一个文本文件。备份或换电脑，把整个文件夹复制走，再在设置中选它；误删的从回收站或每天的快照恢复。',
    },
  },
};
