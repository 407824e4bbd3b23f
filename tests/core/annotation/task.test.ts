import { describe, expect, test } from 'vitest';
import type { AnnotationChange } from '#core/annotation/annotation';
import { applyChange } from '#core/annotation/apply-change';
import { mergeChange } from '#core/annotation/merge-change';
import { parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { newTask, type Task, type TaskChange, taskSchema } from '#core/annotation/task';
import { sampleAnnotation, sampleFile } from './sample-annotation.ts';

const { task: _, ...bare } = sampleAnnotation;
const stamp = { modified: '2026-11-26T09:00:00+08:00', device: 'PC-B' };
const task: Task = {
  status: 'active',
  measure: '公办民办同步招生，全程公开',
  leader: '李校长',
  department: '教务处',
  owner: '王老师',
  partners: ['德育处', '办公室'],
  start: '2026-09-01',
  due: '2027-06-30',
  completion: 40,
  criterion: '零投诉',
  progress: [{ date: '2026-11-20', text: '已发布 招生简章' }],
  evidence: ['招生简章.pdf'],
  remark: '与区教育局会商',
};
const headerWith = (...lines: string[]) =>
  sampleFile.replace(/task-status[\s\S]*?(?=---\n\n)/, `${lines.join('\n')}\n`);
const read = (text: string) => {
  const parsed = parseNoteFile(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const write = (...parameters: Parameters<typeof serialiseNoteFile>) => {
  const text = serialiseNoteFile(...parameters);
  if (!text.ok) throw new Error(text.error);
  return text.value;
};

describe('a task in a note file', () => {
  test('is written in flat keys and Chinese words, without what is empty, and read again', () => {
    const text = write({ annotation: { ...sampleAnnotation, task }, extra: [] });
    expect(text).toContain('\ntask-status: "进行中"\ntask-measure: "公办民办同步招生，全程公开"\n');
    expect(text).toContain('\ntask-progress:\n  - "2026-11-20 已发布 招生简章"\n');
    expect(read(text).annotation.task).toEqual(task);
    const short = write({ annotation: { ...sampleAnnotation, task: newTask }, extra: [] });
    expect(short.match(/^task-.*$/gmu)).toEqual(['task-status: "未启动"']);
    expect(read(short).annotation.task).toEqual(newTask);
  });

  test.each<{ name: string; lines: string[]; expected: Partial<Task>; kept?: string[] }>([
    { name: 'any of its keys makes one', lines: ['task-owner: 王老师'], expected: { owner: '王老师' } },
    { name: 'an unknown status is kept', lines: ['task-status: "办理中"'], expected: { status: '办理中' } },
    {
      name: 'what is no date stays as it was written',
      lines: ['task-status: "进行中"', 'task-due: "明年"'],
      expected: { status: 'active', due: '' },
      kept: ['task-due: "明年"'],
    },
    {
      name: 'progress without a day, or with one in another form, is an entry like any other',
      lines: ['task-progress:', '  - 开过会', '  - 2026/11/03 部署', '  - 2026-11-04 检查'],
      expected: {
        progress: [
          { date: '', text: '开过会' },
          { date: '', text: '2026/11/03 部署' },
          { date: '2026-11-04', text: '检查' },
        ],
      },
    },
    { name: 'a list of one', lines: ['task-partners: 德育处'], expected: { partners: ['德育处'] } },
    { name: 'a percentage', lines: ['task-completion: 62.5'], expected: { completion: 62.5 } },
    {
      name: 'too much of it',
      lines: ['task-status: "已完成"', 'task-completion: 120'],
      expected: { status: 'done', completion: 0 },
      kept: ['task-completion: 120'],
    },
  ])('$name', ({ lines, expected, kept = [] }) => {
    const file = read(headerWith(...lines));
    expect(file.annotation.task).toMatchObject(expected);
    expect(file.extra.map(({ source }) => source)).toEqual(kept);
    expect(read(write(file))).toEqual(file);
  });

  test('what could not be read gives way to what is filled in', () => {
    const file = read(headerWith('task-status: "进行中"', 'task-due: "明年"'));
    const annotation = applyChange(file.annotation, { task: { due: '2027-01-01' } }, stamp);
    expect(write({ ...file, annotation }).match(/^task-due.*$/gmu)).toEqual(['task-due: "2027-01-01"']);
  });

  test('as long as it can be typed it fits into a note beside the longest quotation', () => {
    const long = (length: number) => '\n'.repeat(length);
    const longest: Task = {
      ...task,
      ...{ measure: long(2000), criterion: long(2000), remark: long(2000) },
      partners: Array.from({ length: 20 }, () => '甲'.repeat(60)),
      evidence: Array.from({ length: 20 }, () => '甲'.repeat(500)),
    };
    expect(taskSchema.safeParse(longest).success).toBe(true);
    const target = { ...sampleAnnotation.target, exact: long(20_000) };
    expect(serialiseNoteFile({ annotation: { ...sampleAnnotation, target, task: longest }, extra: [] }).ok).toBe(true);
  });
});

describe('changing a task', () => {
  test.each<{ name: string; before?: Task; change: AnnotationChange; after: Task | undefined }>([
    { name: 'a note becomes one', change: { task: { owner: '王' } }, after: { ...newTask, owner: '王' } },
    { name: 'a field', before: task, change: { task: { status: 'done' } }, after: { ...task, status: 'done' } },
    { name: 'it is none any more', before: task, change: { task: null }, after: undefined },
    { name: 'another field of the note', before: task, change: { body: '新' }, after: task },
  ])('$name', ({ before, change, after }) => {
    const annotation = { ...bare, ...(before && { task: before }) };
    const changed = applyChange(annotation, change, stamp);
    expect(changed.task).toEqual(after);
    expect(changed.rev).toBe(annotation.rev + 1);
  });

  test('that changes nothing leaves the note as it is', () => {
    const annotation = { ...sampleAnnotation, task };
    expect(applyChange(annotation, { task: { owner: '王老师' } }, stamp)).toBe(annotation);
    expect(applyChange(bare, { task: null }, stamp)).toBe(bare);
  });

  test('what others added to its lists meanwhile stays', () => {
    const added = { date: '2026-11-25', text: '他人所记' };
    const own = { date: '2026-11-26', text: '本人所记' };
    const current = { ...sampleAnnotation, task: { ...task, progress: [...task.progress, added], owner: '赵' } };
    const change = { task: { progress: [...task.progress, own] } };
    expect(mergeChange(change, { task: { progress: task.progress } }, current).task).toEqual({
      progress: [...task.progress, added, own],
    });
    const undo = { task: { progress: task.progress } };
    expect(
      mergeChange(undo, change, { ...current, task: { ...task, progress: [...task.progress, own, added] } }).task,
    ).toEqual({ progress: [...task.progress, added] });
  });

  const others: Task = { ...task, owner: '赵', progress: [...task.progress, { date: '2026-11-25', text: '他人所记' }] };
  test.each<{
    name: string;
    current: Task | undefined;
    change: TaskChange | null;
    base: TaskChange | null;
    after: Task | undefined;
  }>([
    { name: 'taking it back', current: task, change: null, base: task, after: undefined },
    { name: 'not what others have written to', current: others, change: null, base: task, after: others },
    { name: 'making one that others have made meanwhile', current: others, change: newTask, base: null, after: others },
    {
      name: 'changing one that others have taken back',
      current: undefined,
      change: { status: 'done' },
      base: task,
      after: { ...task, status: 'done' },
    },
  ])('two at once: $name', ({ current, change, base, after }) => {
    const annotation = { ...bare, ...(current && { task: current }) };
    const merged = mergeChange({ task: change }, { task: base }, annotation);
    expect(applyChange(annotation, merged, stamp).task).toEqual(after);
  });
});
