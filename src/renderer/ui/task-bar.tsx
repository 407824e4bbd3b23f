import { type TaskPart, type TaskParts, taskParts } from '#core/overview/task-parts';
import { messages } from '#messages/zh-CN';
import styles from './task-bar.module.css';

interface TaskBarProps {
  className: string | undefined;
  /** In their order; `key` where several are drawn alike. */
  parts: readonly { part: TaskPart; count: number; key?: string }[];
}

/** Tasks as a bar in parts, as long each as there are of it. The words stand beside it, or are the name of what it is in. */
export function TaskBar({ className, parts }: TaskBarProps) {
  return (
    <span className={`${styles.bar} ${className}`} aria-hidden>
      {parts.map(({ part, count, key = part }) => (
        <i key={key} data-part={part} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}

/** The parts that there are, the most pressing first. */
export function partsIn(parts: TaskParts): { part: TaskPart; count: number }[] {
  return taskParts.flatMap((part) => {
    const count = parts[part] ?? 0;
    return count === 0 ? [] : [{ part, count }];
  });
}

export function partName(part: TaskPart): string {
  return messages.ledger.standings[part];
}
