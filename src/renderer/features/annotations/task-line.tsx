import { ClipboardList } from 'lucide-react';
import type { Annotation } from '#core/annotation/annotation';
import { keptTaskOf } from '#core/annotation/kept-task';
import type { Task } from '#core/annotation/task';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import { useAppStore } from '../../store/use-app.ts';
import styles from './annotation-item.module.css';

const words = messages.ledger;

/** What a card says of its task, or that the annotation keeps what one held. */
export function TaskOfNote({ annotation }: { annotation: Annotation }) {
  if (annotation.task !== undefined) return <TaskLine id={annotation.id} task={annotation.task} />;
  if (keptTaskOf(annotation) === undefined) return null;
  return (
    <p className={styles.kept} title={words.keptHint}>
      {words.kept}
    </p>
  );
}

/** That the annotation is a task, how far it is, whose and until when; a click shows it in the ledger. */
function TaskLine({ id, task }: { id: string; task: Task }) {
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
