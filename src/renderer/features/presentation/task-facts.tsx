import { type ReactNode, use } from 'react';
import type { ProgressEntry } from '#core/annotation/task';
import type { LedgerRow } from '#core/ledger/ledger-rows';
import { standingOf } from '#core/ledger/task-standing';
import { messages } from '#messages/zh-CN';
import { deadlineWords, statusName } from '../../store/task-words.ts';
import { TaskGlyph } from '../../ui/task-glyph.tsx';
import { ShownReports } from './slide-box.tsx';
import styles from './task-facts.module.css';
import { mostReports } from './use-fitting-text.ts';

const words = messages.presentation;
const { columns } = messages.ledger;

/** The line of the ledger, in the order of its columns; what is not filled in is said. */
export function TaskFacts({ task: { annotation, deadline } }: { task: LedgerRow }) {
  const { task } = annotation;
  const due = deadlineWords(deadline);
  return (
    <div className={styles.task}>
      {task.measure === '' ? null : (
        <p className={styles.measure}>
          <span className={styles.name}>{columns.measure}</span> {task.measure}
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name={columns.department} value={task.department} />
        <Fact name={columns.owner} value={task.owner} />
        <Fact name={columns.due} value={task.due}>
          {due === '' ? null : (
            <span className={styles.deadline} data-level={deadline.level}>
              {due}
            </span>
          )}
        </Fact>
        <Fact
          name={columns.status}
          value={statusName(task.status)}
          glyph={<TaskGlyph standing={standingOf(task, { level: 'none' })} size={20} />}
        />
        <Fact name={columns.completion} value={messages.ledger.percent(task.completion)}>
          <span className={styles.completion} aria-hidden>
            <i style={{ width: `${task.completion}%` }} />
          </span>
        </Fact>
      </dl>
      {task.progress.length === 0 ? null : <Reports progress={task.progress} />}
    </div>
  );
}

/** What was reported last, the latest first; what there is no room for is counted. */
function Reports({ progress }: { progress: readonly ProgressEntry[] }) {
  const shown = use(ShownReports);
  // Entries are only added: its place from the first one on is the name of each.
  const latest = progress
    .map((entry, place) => ({ ...entry, place, age: progress.length - 1 - place }))
    .slice(-mostReports)
    .reverse();
  return (
    <section className={styles.reports} aria-label={words.reports.title}>
      <h3>{words.reports.title}</h3>
      <ol>
        {latest.map(({ date, text, place, age }) => (
          <li key={place} data-age={age} hidden={age >= shown}>
            {date === '' ? null : <time dateTime={date}>{date}</time>}
            <span>{text}</span>
          </li>
        ))}
      </ol>
      <p data-earlier={progress.length} hidden={progress.length <= shown}>
        {words.reports.earlier(progress.length - shown)}
      </p>
    </section>
  );
}

interface FactProps {
  name: string;
  value: string;
  glyph?: ReactNode;
  /** After the value. */
  children?: ReactNode;
}

function Fact({ name, value, glyph, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-blank={value === '' || undefined}>
        {glyph}
        <span>{value || words.notFilled}</span> {children}
      </dd>
    </div>
  );
}
