import type { Annotation } from '#core/annotation/annotation';
import { newTask, type Task } from '#core/annotation/task';
import { deadlinePresets } from '#core/ledger/deadline';
import { ledgerColumns } from '#core/ledger/ledger-rows';
import type { ReportContent, ReportLayout } from '#core/report/report-kinds';
import type { FileWork } from '../../../src/main/export/make-file.ts';
import { createNoteMarkup } from '../../../src/main/export/note-markup.ts';
import { reportPage } from '../../../src/main/export/report-page.ts';
import type { ReportPage, ReportSource } from '../../../src/main/export/report-pages.ts';
import { reportWords } from '../../../src/main/export/report-words.ts';
import { annotate, idOf, orphaned } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';

const task = (change: Partial<Task>): Task => ({ ...newTask, ...change });

/** What a note may be made of. */
const richNote = [
  '**先**办*三件*事，~~其余~~缓办：',
  '',
  '1. 课表',
  '2. 场地',
  '   - 操场',
  '   - 器材室',
  '',
  '- [x] 已报备',
  '- [ ] 待采购',
  '',
  '> 上级来文要求',
  '',
  '| 部门 | 事项 |',
  '|:-:|--|',
  '| 教务处 | 排课 |',
  '',
  '见[办法](https://example.cn/a?b=1&c=2)和[坏链接](javascript:alert(1))',
  '',
  '```',
  'a < b',
  '```',
].join('\n');

/** Notes of every kind: rich, short, a highlight, a task, one to be looked over, one whose clause is lost. */
export const sampleNotes: Annotation[] = [
  annotate(plan, '发展基础', { id: idOf(1), body: '现状摸底：学校、班级、教师数。' }),
  annotate(plan, '深化体育教育改革', { id: idOf(2), body: richNote, tags: ['体育', '\u202e师资'] }),
  annotate(plan, '强化美育育人功能', {
    id: idOf(3),
    label: 'todo',
    body: '',
    task: task({
      status: 'active',
      measure: '每周开足美育课程',
      leader: '李副校长',
      department: '教务处',
      owner: '王老师',
      partners: ['德育处', '总务处'],
      due: '2026-11-20',
      completion: 40,
      progress: [
        { date: '2026-10-08', text: '美术教室启用' },
        { date: '2026-11-02', text: '合唱团成立' },
      ],
      remark: '=待议',
    }),
  }),
  annotate(plan, '构建产业人才培养培训新体系', { id: idOf(4), label: 'question', body: '与市职教中心对接。' }),
  annotate(plan, '发展形势', { id: idOf(5), label: 'other', motivation: 'highlighting', body: '' }),
  orphaned(annotate(plan, '深化体育教育改革', { id: idOf(6), body: '新文本里没有这一条了。' })),
];

export function workOf(): FileWork {
  return {
    words: reportWords({}),
    author: '王老师',
    created: new Date('2026-11-26T04:00:00Z'),
    styles: '.official{color:black}',
    onProgress: () => undefined,
  };
}

/** The report that the handlers would keep. */
export async function pageOf(
  annotations: Annotation[],
  {
    content,
    layout,
    title,
    hasContents = true,
  }: { content?: ReportContent; layout?: ReportLayout; title?: string; hasContents?: boolean } = {},
): Promise<ReportPage & { source: ReportSource }> {
  const made = await reportPage(
    {
      plan: title === undefined ? plan : { ...plan, title },
      annotations,
      unreadable: 0,
      options: { includeHighlights: true },
      rule: deadlinePresets.days,
      now: '2026-11-26T12:00:00+08:00',
      content: content ?? 'notes',
      writing: {
        table: { columns: [...ledgerColumns] },
        signature: true,
        layout: layout ?? 'official',
        hasContents,
        labelNames: {},
        styleSheet: 'app://reader/assets/report.css',
      },
      noteMarkup: createNoteMarkup(),
    },
    new AbortController().signal,
  );
  if (made?.page.source === undefined) throw new Error('no report');
  return { ...made.page, source: made.page.source, id: 'sample' };
}
