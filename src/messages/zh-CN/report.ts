import { ledger } from './ledger.ts';
import { midterm } from './midterm.ts';
import { reading } from './reading.ts';

/** Words of exported reports; the names of labels and statuses are added by who builds one. */
export const report = {
  title: (document: string) => `《${document}》批注汇编`,
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  scope: (number: string, heading: string) => `范围：${number}　${heading || '〔原文此处缺章标题〕'}`,
  counts: ({ entries, review, orphans }: { entries: number; review: number; orphans: number }) => {
    const parts = [...(review > 0 ? [`待确认 ${review} 条`] : []), ...(orphans > 0 ? [`失联 ${orphans} 条`] : [])];
    return `共 ${entries} 条${parts.length > 0 ? `，其中${parts.join('、')}` : ''}`;
  },
  leftOut: ({ highlights, elsewhere, unreadable }: { highlights: number; elsewhere: number; unreadable: number }) => {
    const parts = [
      ...(highlights > 0 ? [`无批注的高亮 ${highlights} 条`] : []),
      ...(elsewhere > 0 ? [`本范围以外 ${elsewhere} 条`] : []),
      ...(unreadable > 0 ? [`无法读取的批注文件 ${unreadable} 个`] : []),
    ];
    return parts.length > 0 ? `未列入：${parts.join('、')}。` : '';
  },
  empty: '没有可列出的批注。',
  front: '文首',
  missingChapterHeading: '〔原文此处缺章标题〕',
  missingSectionHeading: '〔原文此处缺节标题〕',
  inferred: '〔归属推定〕',
  gap: '〔此处原文有缺〕',
  cutOff: '……（节选至此）',
  review: '待确认',
  tags: '标签：',
  separator: '、',
  dates: (created: string, modified: string) => (created === modified ? created : `${created}，改于 ${modified}`),
  address: (address: string) => `（${address}）`,
  orphans: {
    heading: '失联批注',
    explanation: '以下批注所依据的文字在现文本中未能确定位置，内容照录，原位置仅供查找。',
    lastKnownPlace: (path: string, heading: string) =>
      path === '' ? '原位置：未记录' : `原位置：${path.replaceAll('/', '')}　${heading}`,
  },
  orphanReasons: {
    'not-found': '现文本中没有这段文字',
    ambiguous: '现文本中有多处相同文字',
    duplicate: '现文本中有多处几乎相同的文字',
    weak: '现文本中有相近的文字，但前后文不同',
    'not-adjacent': '现文本中有相同的文字，但前后文不同',
  },
  missing: {
    heading: '原文缺漏说明',
    parts: {
      heading: '原文缺标题：',
      section: '原文缺全节：',
      inferred: '所属章据编号推定：',
      gap: '正文中间有缺：',
      cutOff: '正文仅为节选：',
    },
    end: '。',
  },
  states: { anchored: '已定位', review: '待确认', orphaned: '失联' },
  columns: {
    ...ledger.columns,
    position: '序号',
    chapter: '章节',
    label: '类别',
    note: '批注',
    tags: '标签',
    state: '位置',
    created: '创建日期',
    modified: '修改日期',
    group: '分类',
    accomplished: '完成情况',
    problems: '存在问题',
    next: '下一步',
  },
  plan: {
    counts: (entries: number) => `附批注 ${entries} 条`,
    day: (day: string) => `打印日期：${day}`,
    headingOnly: reading.headingOnly,
    excerpt: reading.excerptNotice,
  },
  ledger: {
    title: (document: string) => `《${document}》任务台账`,
    counts: ({ tasks, done, overdue }: { tasks: number; done: number; overdue: number }) => {
      const parts = [...(done > 0 ? [`已完成 ${done} 项`] : []), ...(overdue > 0 ? [`逾期 ${overdue} 项`] : [])];
      return `共 ${tasks} 项${parts.length > 0 ? `，其中${parts.join('、')}` : ''}`;
    },
    empty: '没有可列出的任务。',
    group: (name: string, tasks: number) => `${name}（${tasks} 项）`,
    noDepartment: ledger.noDepartment,
    orphans: { heading: '失联任务', explanation: '以下任务所依据的条款在现文本中未能确定位置，内容照录。' },
    lost: '（失联）',
    task: '任务',
    overdue: ledger.deadline.overdue,
    // A narrow column may break it before the number, never after it.
    mark: (text: string) => `▲${text.replace(/ (?=\S+$)/, '\u00a0')}`,
    percent: ledger.percent,
    progress: (date: string, text: string) => (date === '' ? text : `${date}　${text}`),
  },
  midterm,
  contents: '目　录',
  signature: ['负责人（签字）：', '单位（盖章）：', '年　　月　　日'],
};
