import type { Ref } from 'react';
import { type Slide, totalsOf } from '#core/overview/slides';
import { partOfStatus } from '#core/overview/task-parts';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import { useToday } from '../../store/use-ledger.ts';
import { TaskBar } from '../../ui/task-bar.tsx';
import { SlideBox } from './slide-box.tsx';
import styles from './totals-view.module.css';

const words = messages.presentation.totals;

interface TotalsViewProps {
  plan: PlanDocument;
  slides: readonly Slide[];
  isTasksOnly: boolean;
  ref: Ref<HTMLElement | null>;
}

/** The first page: what is presented, of which day, and how much it is. */
export function TotalsView({ plan, slides, isTasksOnly, ref }: TotalsViewProps) {
  const { clauses, notes, lost, tasks, overdue, statuses } = totalsOf(slides);
  const today = useToday();
  const figures: [name: string, amount: [count: number, unit: string], isOverdue?: boolean][] = [
    [words.clauses, words.items(clauses)],
    ...(isTasksOnly ? [] : [[words.notes, words.pieces(notes)] as [string, [number, string]]]),
    [words.tasks, words.items(tasks)],
    [words.overdue, words.items(overdue), overdue > 0],
  ];
  return (
    <SlideBox ref={ref}>
      <article className={styles.totals} data-field>
        <header>
          <h2>{plan.title}</h2>
          <p className={styles.day}>
            {words.title}
            <time dateTime={today}>{today}</time>
          </p>
        </header>
        <dl className={styles.figures}>
          {figures.map(([name, [count, unit], isOverdue]) => (
            <div key={name} data-overdue={isOverdue || undefined}>
              <dt>{name}</dt>
              <dd>
                <b>{count}</b> {unit}
              </dd>
            </div>
          ))}
        </dl>
        {tasks === 0 ? null : <Statuses statuses={statuses} />}
        {lost === 0 ? null : <p className={styles.lost}>{words.lost(lost)}</p>}
      </article>
    </SlideBox>
  );
}

/** A bar in parts by status, and what they are. */
function Statuses({ statuses }: { statuses: readonly [status: string, count: number][] }) {
  const parts = statuses.map(([status, count]) => ({ key: status, part: partOfStatus(status), count }));
  return (
    <section className={styles.statuses} aria-label={words.byStatus}>
      <TaskBar className={styles.bar} parts={parts} />
      <ul>
        {parts.map((part) => (
          <li key={part.key}>
            <TaskBar className={styles.swatch} parts={[part]} />
            {words.status(statusName(part.key), part.count)}
          </li>
        ))}
      </ul>
    </section>
  );
}
