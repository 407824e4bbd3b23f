import type { Annotation } from '#core/annotation/annotation';
import { newTask } from '#core/annotation/task';

/** The note that the design shows. */
export const sampleAnnotation: Annotation = {
  id: '01M84B9PR0644CCAMGF5S6AR97',
  document: 'jilin-145-education',
  documentTitle: '吉林市“十四五”教育发展规划',
  created: '2026-11-23T09:20:00+08:00',
  modified: '2026-11-23T09:26:31+08:00',
  author: '王老师',
  device: 'PC-A',
  rev: 2,
  motivation: 'commenting',
  label: 'important',
  tags: ['招生'],
  target: {
    exact: '健全公办民办同步招生入学机制',
    prefix: '（二）稳步推进考试招生制度改革。\n完善义务教育免试就近入学制度，',
    suffix: '，规范招生\n（三）支持和规范民办教育健康发展。\n加强民办教育工作',
    start: 896,
    end: 910,
    sectionPath: '四/（二）',
    sectionHeading: '稳步推进考试招生制度改革',
    textHash: 'sha256-8bf7b261fd5c0741',
    occurrences: 1,
    decoy: 0,
  },
  body: 'note text in Markdown',
  task: { ...newTask, status: 'active', due: '2027-06-30' },
};

export const sampleFile = `---
schema: "plan-note/1"
id: "01M84B9PR0644CCAMGF5S6AR97"
document: "jilin-145-education"
documentTitle: "吉林市“十四五”教育发展规划"
created: "2026-11-23T09:20:00+08:00"
modified: "2026-11-23T09:26:31+08:00"
author: "王老师"
device: "PC-A"
rev: 2
motivation: "commenting"
label: "重点"
tags:
  - "招生"
exact: "健全公办民办同步招生入学机制"
prefix: "（二）稳步推进考试招生制度改革。\\n完善义务教育免试就近入学制度，"
suffix: "，规范招生\\n（三）支持和规范民办教育健康发展。\\n加强民办教育工作"
start: 896
end: 910
sectionPath: "四/（二）"
sectionHeading: "稳步推进考试招生制度改革"
textHash: "sha256-8bf7b261fd5c0741"
occurrences: 1
decoy: 0
task-status: "进行中"
task-due: "2027-06-30"
---

note text in Markdown
`;
