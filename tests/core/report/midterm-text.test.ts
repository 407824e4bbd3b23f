import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { newTask, type Task } from '#core/annotation/task';
import { taskStatusIds } from '#core/annotation/task-status';
import { deadlinePresets } from '#core/ledger/deadline';
import { buildReport } from '#core/report/build-report';
import { type MidtermGroup, midtermGroupOf } from '#core/report/midterm-group';
import { midtermTable, midtermText } from '#core/report/midterm-text';
import { entriesOf } from '#core/report/report';
import { messages } from '#messages/zh-CN';
import { bundledPlan as plan } from '../search/bundled-plan.ts';
import { annotate, idOf, orphaned } from './annotate.ts';

const words = {
  ...messages.report,
  label: (label: string) => label,
  status: (status: string) => messages.ledger.statuses[status as keyof typeof messages.ledger.statuses] ?? status,
};

const task = (change: Partial<Task>): Task => ({ ...newTask, ...change });

function reportOf(annotations: Annotation[]) {
  return buildReport({
    plan,
    annotations,
    unreadable: 0,
    options: { includeHighlights: true, tasksOnly: true },
    rule: deadlinePresets.days,
    now: '2026-11-26T12:00:00+08:00',
  });
}

describe('the group of a task', () => {
  test.each<[group: MidtermGroup, heading: string, quote: string]>([
    ['indicator', '主要指标', '学校布局更加合理'],
    ['indicator', '学前教育', '毛入园率达到95％以上'],
    ['indicator', '学前教育', '普惠性幼儿园覆盖率稳定在八成'],
    ['indicator', '高中教育', '提高 3 个百分点'],
    ['indicator', '继续教育', '平均受教育年限达到11.3年'],
    ['indicator', '完善评价', '建立监测指标体系'],
    ['project', '重大工程', '覆盖率达到 95%'],
    ['project', '义务教育', '实施薄弱环节改善与能力提升项目'],
    ['project', '学前教育', '落实学前教育发展提升行动计划'],
    ['project', '信息化', '推进智慧校园项目建设'],
    ['project', '教师队伍', '实施强师工程，培养骨干教师'],
    ['task', '教师队伍', '聘请工程师到校授课，加强工程技术专业建设'],
    ['task', '体育', '每校开展 2 个体育项目'],
    ['task', '总体要求', '到2025年，基本建成体系；达到2025年的要求'],
    ['task', '高中教育', '完善优质高中指标到校办法'],
    ['task', '乡村教师', '完善以“特岗计划”为主的补充机制'],
    ['task', '', ''],
  ])('%s: %s – %s', (group, heading, quote) => {
    expect(midtermGroupOf({ heading, quote: [{ text: quote }] })).toBe(group);
  });

  test('looks at every line of the quote', () => {
    expect(midtermGroupOf({ heading: '', quote: [{ text: '落实' }, { text: '达标率达到 90%' }] })).toBe('indicator');
  });
});

describe('the draft of a midterm assessment', () => {
  const sport = annotate(plan, '深化体育教育改革', {
    id: idOf(1),
    task: task({
      status: 'active',
      measure: '每天一小时',
      due: '2026-11-20',
      completion: 40,
      progress: [{ date: '2026-10-08', text: '场地划线' }],
    }),
  });
  const project = annotate(plan, '能力提升项目', {
    id: idOf(2),
    task: task({ status: 'delayed', measure: '改造旱厕' }),
  });
  const done = annotate(plan, '发展基础', {
    id: idOf(3),
    task: task({ status: 'done', measure: '摸底', completion: 100 }),
  });
  const lost = orphaned(annotate(plan, '深化体育教育改革', { id: idOf(4), task: task({}) }));
  const report = reportOf([sport, project, done, lost, annotate(plan, '发展基础', { id: idOf(5) })]);

  test('says of each task what the ledger knows, and leaves the rest blank', () => {
    const { title, blocks, sections, endNote } = midtermText(report, words);
    expect(title).toBe('《吉林市“十四五”教育发展规划》中期评估（初稿）');
    expect(sections.map((section) => section.title)).toEqual(['工程（1 项）', '任务（3 项）']);
    expect(blocks, 'the first page belongs to what is reported').toHaveLength(1);
    expect(endNote).toMatch(/^注：.*分类只依据/);
    expect(blocks[0]).toMatchObject({
      text: '列入台账的 4 项中，工程 1 项、任务 3 项；按状态，未启动 1 项、进行中 1 项、已完成 1 项、滞后 1 项。其中逾期 1 项、推进中尚无进展记录 1 项、条款失联 1 项。',
    });
    expect(midtermTable(report, words)).toMatchObject({
      columns: ['序号', '分类', '条款', '原文', '完成情况', '存在问题', '下一步'].map((name) => ({ title: name })),
      rows: [
        {
          annotation: project.id,
          cells: [
            expect.any(Number),
            '工程',
            expect.any(String),
            '能力提升项目',
            '滞后，完成度 0%',
            '滞后\n尚无进展记录',
            '改造旱厕',
          ],
        },
        { annotation: done.id, cells: [1, '任务', '一（一）', '发展基础', '已完成，完成度 100%', '', ''] },
        {
          annotation: sport.id,
          cells: [
            2,
            '任务',
            '二（三）',
            '深化体育教育改革',
            '进行中，完成度 40%\n2026-10-08　场地划线',
            '逾期 6 天',
            '每天一小时\n完成时限 2026-11-20',
          ],
        },
        {
          annotation: lost.id,
          cells: [4, '任务', '二（三）（失联）', '规划里没有这句话', '未启动，完成度 0%', '条款失联，原文待核对', ''],
        },
      ],
    });
  });

  test('without tasks says so, and nothing else', () => {
    const empty = midtermText(reportOf([]), words);
    expect(empty).toMatchObject({ empty: '没有可列出的任务。', blocks: [], sections: [] });
    expect(empty.endNote).toBeUndefined();
  });

  test('has every task once, and its numbers are those of the data', () => {
    const passages = ['发展基础', '深化体育教育改革', '能力提升项目', '强化美育育人功能', '发展提升行动计划'];
    const someTask = fc.record({
      passage: fc.constantFrom(...passages),
      isLost: fc.boolean(),
      status: fc.constantFrom(...taskStatusIds, '待定', ''),
      due: fc.constantFrom('', '2020-01-01', '2030-01-01'),
      hasProgress: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(someTask, { maxLength: 30 }), (some) => {
        const annotations = some.map(({ passage, isLost, status, due, hasProgress }, index) => {
          const progress = hasProgress ? [{ date: '2026-10-08', text: '开工' }] : [];
          const made = annotate(plan, passage, { id: idOf(index + 1), task: task({ status, due, progress }) });
          return isLost ? orphaned(made) : made;
        });
        const made = reportOf(annotations);
        const text = midtermText(made, words);
        const tables = text.sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
        );
        const expected = annotations.map(({ id }) => id).sort();
        expect(tables.flatMap(({ rows }) => rows.map(({ annotation }) => annotation)).sort()).toEqual(expected);
        expect(
          midtermTable(made, words)
            .rows.map(({ annotation }) => annotation)
            .sort(),
        ).toEqual(expected);
        for (const { columns, rows } of tables)
          for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
        const said = text.blocks[0]?.kind === 'explanation' ? text.blocks[0].text : '';
        const numberOf = (name: string) => Number(new RegExp(`[，、；中]${name} (\\d+) 项`).exec(said)?.[1] ?? 0);
        for (const status of taskStatusIds) {
          expect(numberOf(words.status(status))).toBe(some.filter((one) => one.status === status).length);
        }
        const isOpen = (status: string) => status !== 'done' && status !== 'paused';
        expect(numberOf('逾期')).toBe(some.filter(({ status, due }) => due === '2020-01-01' && isOpen(status)).length);
        expect(numberOf('条款失联')).toBe(entriesOf(made).filter(({ state }) => state === 'orphaned').length);
        const sum = ['指标', '工程', '任务'].map(numberOf).reduce((all, one) => all + one);
        expect(sum).toBe(some.length);
      }),
      { numRuns: 60 },
    );
  });
});
