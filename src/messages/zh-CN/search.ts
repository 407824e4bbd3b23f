/** Finding in the text, searching everything, and its results. */
export const search = {
  box: '搜索',
  placeholder: '搜索正文',
  next: '下一处',
  previous: '上一处',
  listAll: '列出全部结果',
  close: '结束搜索',
  /** Beside the box, for the eye. */
  count: (current: number, total: number) => `${current}/${total}`,
  none: '无',
  /** For screen readers. */
  spokenPlace: (current: number, total: number) => `第 ${current} 处，共 ${total} 处`,
  spokenCount: (total: number) => `共 ${total} 处`,
  spokenNone: '没有找到',
  tabs: '左侧窗格',
  outlineTab: '目录',
  resultsTab: '搜索结果',
  results: {
    list: '搜索结果',
    summary: (sections: number, places: number) => `${sections} 节，共 ${places} 处`,
    empty: '没有找到。试试减少字数，或检查用字',
    start: '输入要找的词，回车看全部结果。拼音也可以：jyfz、jiaoyu。',
    pending: '正在搜索…',
    more: (sections: number) => `另有 ${sections} 节未列出，多输几个字可以缩小范围。`,
    places: (count: number) => `${count} 处`,
    frontMatter: '文首',
    missingHeading: '〔原文此处缺标题〕',
    found: '找到的条款',
    related: '相关内容',
    tiers: { literal: '', loose: '近似', and: '多词', pinyin: '拼音', related: '相关' },
  },
  failed: '搜索暂时不能使用，请重新启动程序。您的批注不受影响。',
};
