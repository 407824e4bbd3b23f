/** Slides for a meeting: a clause, what was noted on it and its tasks. */
export const presentation = {
  title: '汇报模式',
  position: (index: number, count: number) => `${index} / ${count}`,
  announced: (index: number, count: number, title: string) => `第 ${index} 页，共 ${count} 页：${title}`,
  narrowed: { ledger: '按台账的筛选', notes: '按批注的筛选' },
  next: '下一页',
  previous: '上一页',
  end: '结束汇报（Esc）',
  content: '本页内容',
  notFilled: '未填',
  lost: '现文本中没有找到这项条款',
  outside: '题名和正文之前',
  nothing: '没有可以汇报的批注或任务。',
};
