import { taskStatusIds } from '../annotation/task-status.ts';

/** What tasks can be grouped by. */
export const taskGroupings = ['department', 'status'] as const;
export type TaskGrouping = (typeof taskGroupings)[number];

/** The tasks of one department, or of one status. */
export interface TaskGroup<Item> {
  /** The value that they share; empty where they have none. */
  key: string;
  members: Item[];
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Groups by the value of a field: statuses in their usual order, departments by name, those without one last. */
export function groupTasks<Item>(
  items: readonly Item[],
  by: TaskGrouping,
  fieldOf: (item: Item) => string,
): TaskGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = fieldOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups]
    .map(([key, members]) => ({ key, members }))
    .sort((left, right) => {
      if (left.key === '' || right.key === '') return Number(left.key === '') - Number(right.key === '');
      const ranked = by === 'status' ? rankOf(left.key) - rankOf(right.key) : 0;
      return ranked || collator.compare(left.key, right.key);
    });
}

/** A status that another program wrote stands before the built-in ones. */
function rankOf(status: string): number {
  return (taskStatusIds as readonly string[]).indexOf(status);
}
