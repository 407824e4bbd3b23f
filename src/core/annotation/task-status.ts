/** How far a task is; their Chinese names are vocabulary of the note file. */
export const taskStatusIds = ['pending', 'active', 'done', 'delayed', 'paused'] as const;
export type TaskStatusId = (typeof taskStatusIds)[number];

const fileWords: Record<TaskStatusId, string> = {
  pending: '未启动',
  active: '进行中',
  done: '已完成',
  delayed: '滞后',
  paused: '暂停',
};

export function isTaskStatus(status: string): status is TaskStatusId {
  return (taskStatusIds as readonly string[]).includes(status);
}

/** The word written to the note file for a status. */
export function statusToFile(status: string): string {
  return isTaskStatus(status) ? fileWords[status] : status;
}

/** The status for a word read from a note file; an unknown word is kept as it is. */
export function statusFromFile(word: string): string {
  return taskStatusIds.find((id) => fileWords[id] === word) ?? word;
}
