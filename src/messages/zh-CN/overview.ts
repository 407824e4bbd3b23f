import { ledger } from './ledger.ts';

/** The overview: what of the text has notes and tasks, and how far the tasks are. */
export const overview = {
  tab: '概览',
  resize: '调整概览宽度',
  map: '覆盖图',
  metric: '覆盖图显示',
  metrics: { notes: '批注', tasks: '任务', overdue: '逾期', unread: '未读' },
  /** Under the map, what its numbers come to. */
  summary: {
    notes: (amount: number, clauses: number, all: number) =>
      `条款 ${all} 条，有批注的 ${clauses} 条；批注共 ${amount} 条`,
    tasks: (amount: number, clauses: number, all: number) =>
      `条款 ${all} 条，有任务的 ${clauses} 条；任务共 ${amount} 项`,
    overdue: (amount: number, clauses: number) =>
      amount === 0 ? '没有逾期的任务' : `有逾期任务的条款 ${clauses} 条；逾期任务共 ${amount} 项`,
    unread: (amount: number, all: number) => `条款 ${all} 条，未读的 ${amount} 条`,
  },
  elsewhere: {
    notes: (amount: number) => `另有 ${amount} 条批注失联或不在任何章节中，未画入图中。`,
    tasks: (amount: number) => `另有 ${amount} 项任务失联或不在任何章节中，未画入图中。`,
    overdue: (amount: number) => `另有 ${amount} 项逾期任务失联或不在任何章节中，未画入图中。`,
  },
  /** What a field of the map says beside its title. */
  cell: (title: string, value: string) => (value === '' ? title : `${title}：${value}`),
  values: {
    notes: (amount: number) => (amount === 0 ? '没有批注' : `${amount} 条批注`),
    tasks: (amount: number, parts: readonly string[]) =>
      amount === 0 ? '没有任务' : `${amount} 项任务（${parts.join('、')}）`,
    overdue: (amount: number) => (amount === 0 ? '没有逾期' : `${amount} 项逾期`),
    read: '读过',
    unread: '未读',
  },
  legend: '图例',
  range: (first: string, last: string) => `${first}–${last}`,
  unreadHint:
    '一条的全文都在屏幕上出现过，停留时间合计够 2 秒加每 20 字 1 秒（最多 30 秒），才算读过；换了文字的条款重新算作未读。只记在本机。',
  progress: '进展',
  noTasks: '建立任务后，这里按状态和牵头部门显示进展。',
  byStatus: '按状态',
  byDepartment: '按牵头部门',
  columns: {
    status: ledger.columns.status,
    department: ledger.columns.department,
    bar: '构成',
    share: '占比',
    count: '任务',
    done: '完成',
    overdue: '逾期',
    completion: ledger.columns.completion,
  },
  showInLedger: (name: string) => `${name}，在台账中列出`,
  part: (status: string, count: number) => `${status} ${count}`,
  average: '完成度是各项任务的平均值。点一行，台账只列出这些任务。',
  /** The clauses on which something is still to be done. */
  gaps: {
    title: '查漏',
    label: '列出哪些条款',
    kinds: {
      notes: { short: '未批注', name: '未批注的条款', none: '每一条款都有批注或任务。' },
      tasks: { short: '无任务', name: '没有任务的条款', none: '每一条款都有任务。' },
      reading: { short: '未读', name: '未读的条款', none: '每一条款都读过了。' },
    },
    /** Beside a clause of which the source has no more; these come last. */
    headingOnly: '原文仅有标题',
    more: (count: number) => `还有 ${count} 条`,
    fewer: '收起',
  },
  noSections: { title: '没有可以画的章节', text: '这份文档没有识别出章节。可以在“文档库”中重新核对目录。' },
};
