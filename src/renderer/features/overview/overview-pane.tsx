import { LayoutGrid } from 'lucide-react';
import { type CoverageMetric, coverageMetrics } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { useLedger } from '../../store/use-ledger.ts';
import { Segments } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ClauseList } from './clause-list.tsx';
import { CoverageMap } from './coverage-map.tsx';
import { coverageSummary } from './coverage-words.ts';
import styles from './overview-pane.module.css';
import { ProgressTable } from './progress-table.tsx';
import { TaskLegend } from './task-legend.tsx';
import { useCoverage } from './use-coverage.ts';

const words = messages.overview;
const metricOptions = coverageMetrics.map((value) => ({ value, name: words.metrics[value] }));

/** What of the open document has notes and tasks, what not, and how far the tasks are. */
export function OverviewPane() {
  const shown = useCoverage();
  const tasks = useLedger();
  const metric = useApp((state) => state.view.coverageMetric ?? 'notes');
  const changeView = useApp((state) => state.changeView);
  if (shown === null) return null;
  const { plan, coverage } = shown;
  if (plan.sections.length === 0) {
    return <EmptyState picture={<LayoutGrid size={48} strokeWidth={1} aria-hidden />} {...words.noSections} />;
  }
  return (
    <div className={styles.pane}>
      <h2 className="visually-hidden">{words.tab}</h2>
      <section className={styles.part}>
        <h3>{words.map}</h3>
        <Segments<CoverageMetric>
          label={words.metric}
          isLabelHidden
          value={metric}
          options={metricOptions}
          onChange={(coverageMetric) => changeView({ coverageMetric })}
        />
        <CoverageMap plan={plan} coverage={coverage} metric={metric} />
        {metric === 'tasks' ? <TaskLegend coverage={coverage} /> : null}
        <div className={styles.hint} role="status">
          {coverageSummary(coverage, metric).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {metric === 'unread' ? <p className={styles.hint}>{words.unreadHint}</p> : null}
      </section>
      <section className={styles.part}>
        <h3>{words.progress}</h3>
        {tasks.length === 0 ? (
          <p className={styles.hint}>{words.noTasks}</p>
        ) : (
          <>
            <ProgressTable rows={tasks} by="status" />
            <ProgressTable rows={tasks} by="department" />
            <p className={styles.hint}>{words.average}</p>
          </>
        )}
      </section>
      <ClauseList plan={plan} coverage={coverage} />
    </div>
  );
}
