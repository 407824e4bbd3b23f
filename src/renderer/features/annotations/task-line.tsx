import { ClipboardList } from 'lucide-react';
import type { Task } from '#core/annotation/task';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import { useAppStore } from '../../store/use-app.ts';
import styles from './annotation-item.module.css';

const words = messages.ledger;

/** That the annotation is a task, how far it is, whose and until when; a click shows it in the ledger. */
export function TaskLine({ id, task }: { id: string; task: Task }) {
  const store = useAppStore();
  const facts = [statusName(task.status), task.department || task.owner, task.due].filter((fact) => fact !== '');
  return (
    <button
      type="button"
      className={styles.task}
      aria-label={`${words.show}：${facts.join('，')}`}
      title={words.show}
      onClick={() => store.getState().showLedger(id)}
    >
      <ClipboardList size={13} strokeWidth={1.75} aria-hidden />
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </button>
  );
}
