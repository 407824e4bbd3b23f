import { type LabelId, labelIds } from './annotation.ts';

/** How the note file names the built-in labels. File-format vocabulary: what the reader sees can be renamed in settings. */
const fileNames: Record<LabelId, string> = {
  important: '重点',
  question: '疑问',
  todo: '待办',
  data: '数据',
  other: '其他',
};

export function isLabelId(label: string): label is LabelId {
  return (labelIds as readonly string[]).includes(label);
}

/** The word written to the note file for a label. */
export function labelToFile(label: string): string {
  return isLabelId(label) ? fileNames[label] : label;
}

/** The label for a word read from a note file; an unknown word is kept as it is. */
export function labelFromFile(word: string): string {
  return labelIds.find((id) => fileNames[id] === word) ?? word;
}

/** The built-in label whose colour and line style paint this label. */
export function paintedAs(label: string): LabelId {
  return isLabelId(label) ? label : 'other';
}

/** Folders inside the data folder. File-format vocabulary too: they never change with the language of the window. */
export const dataFolderNames = { notes: '笔记', recycleBin: '回收站', documents: '文档', snapshots: '快照' } as const;

/** What the names of snapshots say that are not made daily: what they were made before, or that the reader wanted one. */
export const snapshotWords = {
  'before-migration': '迁移前',
  'before-restore': '恢复前',
  'before-purge': '清除前',
  'before-import': '导入前',
  manual: '手动',
} as const;

/** How such a line begins. */
export const conflictMark = '— 冲突副本';

/** The line above a text that someone else wrote into the same note at the same time; part of the note from then on. */
export function conflictHeading(device: string, modified: string): string {
  // One line, whatever another program wrote for the name of its computer.
  return `${conflictMark}（${device.replace(/\s+/gu, ' ')}，${modified}）—`;
}
