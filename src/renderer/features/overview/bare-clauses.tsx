import { type KeyboardEvent, useState } from 'react';
import type { CoverageCell } from '#core/overview/coverage';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { clauseTitle } from './coverage-words.ts';
import styles from './overview-pane.module.css';

const words = messages.overview;

/** The clauses on which there is nothing, each leading there: one Tab stop, arrows from line to line. */
export function BareClauses({ plan, cells }: { plan: PlanDocument; cells: readonly CoverageCell[] }) {
  const goTo = useApp((state) => state.goTo);
  const [wanted, setWanted] = useState<string | null>(null);
  const tabStop = cells.find(({ section }) => section.id === wanted) ?? cells[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const lines = Array.from(event.currentTarget.querySelectorAll('button'));
    const at = lines.findIndex((line) => line.matches(':focus'));
    const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
    const goal = lines[goals[event.key] ?? -1];
    if (goal === undefined) return;
    event.preventDefault();
    goal.focus();
  };
  return (
    <section className={styles.part}>
      <h3>{words.bare(cells.length)}</h3>
      {cells.length === 0 ? (
        <p className={styles.hint}>{words.noneBare}</p>
      ) : (
        <ul className={styles.bare} aria-label={words.bareList} onKeyDown={onKeyDown}>
          {cells.map((cell) => (
            <li key={cell.section.id}>
              <button
                type="button"
                tabIndex={cell === tabStop ? 0 : -1}
                title={clauseTitle(plan, cell)}
                onFocus={() => setWanted(cell.section.id)}
                onClick={() => goTo({ section: cell.section.id })}
              >
                {clauseTitle(plan, cell)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
