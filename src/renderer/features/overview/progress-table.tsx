import { type LedgerFilter, type LedgerRow, noLedgerFilter } from '#core/ledger/ledger-rows';
import { type Progress, progressBy } from '#core/overview/progress';
import { partOfStatus } from '#core/overview/task-parts';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import { useApp } from '../../store/use-app.ts';
import { TaskBar } from '../../ui/task-bar.tsx';
import styles from './progress-table.module.css';

const words = messages.overview;

interface ProgressTableProps {
  rows: readonly LedgerRow[];
  by: 'department' | 'status';
}

/** How far the tasks are, as a table whose bars are drawn; a row leads to its tasks in the ledger. */
export function ProgressTable({ rows, by }: ProgressTableProps) {
  const setLedgerFilter = useApp((state) => state.setLedgerFilter);
  const showLedger = useApp((state) => state.showLedger);
  const progress = progressBy(rows, by);
  const most = Math.max(1, ...progress.map(({ count }) => count));
  const show = (key: string) => {
    const narrowed: Partial<LedgerFilter> = by === 'status' ? { statuses: [key] } : { departments: [key] };
    setLedgerFilter({ ...noLedgerFilter, ...narrowed });
    showLedger();
  };
  const { columns } = words;
  return (
    <table className={styles.table}>
      <caption>{by === 'status' ? words.byStatus : words.byDepartment}</caption>
      <thead>
        <tr>
          <th scope="col">{columns[by]}</th>
          <th scope="col">{by === 'status' ? columns.share : columns.bar}</th>
          <th scope="col">{columns.count}</th>
          {by === 'department' ? <th scope="col">{columns.done}</th> : null}
          <th scope="col">{columns.overdue}</th>
          <th scope="col">{columns.completion}</th>
        </tr>
      </thead>
      <tbody>
        {progress.map((each) => {
          const name = by === 'status' ? statusName(each.key) : each.key || messages.ledger.noDepartment;
          return (
            <tr key={each.key}>
              <th scope="row">
                <button type="button" title={words.showInLedger(name)} onClick={() => show(each.key)}>
                  {name}
                </button>
              </th>
              <td>
                {by === 'status' ? (
                  <Share status={each.key} share={each.count / rows.length} />
                ) : (
                  <Bar progress={each} most={most} />
                )}
              </td>
              <td>{each.count}</td>
              {by === 'department' ? <td>{each.done}</td> : null}
              <td data-overdue={each.overdue > 0 || undefined}>{each.overdue}</td>
              <td>{messages.ledger.percent(each.completion)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How much of all tasks have a status: of a field as long as all of them. */
function Share({ status, share }: { status: string; share: number }) {
  return (
    <div className={styles.share}>
      <div className={styles.all}>
        <div style={{ width: `${100 * share}%` }}>
          <TaskBar className={styles.bar} parts={[{ part: partOfStatus(status), count: 1 }]} />
        </div>
      </div>
      {messages.ledger.percent(Math.round(100 * share))}
    </div>
  );
}

/** As long as there are tasks, in parts by status, each with its own pattern; the words are for who does not see it. */
function Bar({ progress: { statuses, count }, most }: { progress: Progress; most: number }) {
  const order = ['done', 'active', 'pending', 'delayed', 'paused'];
  const rank = (status: string) => (order.includes(status) ? order.indexOf(status) : order.length);
  const parts = [...statuses].sort(([left], [right]) => rank(left) - rank(right));
  const sentence = parts.map(([status, amount]) => words.part(statusName(status), amount)).join('、');
  return (
    <>
      <span className="visually-hidden">{sentence}</span>
      <div style={{ width: `${(100 * count) / most}%` }} title={sentence}>
        <TaskBar
          className={styles.bar}
          parts={parts.map(([key, amount]) => ({ key, part: partOfStatus(key), count: amount }))}
        />
      </div>
    </>
  );
}
