import { type Coverage, coverageCells } from '#core/overview/coverage';
import { sumOfParts } from '#core/overview/task-parts';
import { messages } from '#messages/zh-CN';
import overdue from '../../ui/overdue-corner.module.css';
import { partName, partsIn, TaskBar } from '../../ui/task-bar.tsx';
import styles from './task-legend.module.css';

/** What the patterns of the tasks mean, and how many there are of each on the map. */
export function TaskLegend({ coverage }: { coverage: Coverage }) {
  const parts = partsIn(sumOfParts(coverageCells(coverage).map((cell) => cell.parts)));
  if (parts.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label={messages.overview.legend}>
      {parts.map(({ part, count }) => (
        <li key={part}>
          <span className={`${styles.sample} ${overdue.corner}`} data-overdue={part === 'overdue' || undefined}>
            <TaskBar className={styles.bar} parts={[{ part, count }]} />
          </span>
          {messages.overview.part(partName(part), count)}
        </li>
      ))}
    </ul>
  );
}
