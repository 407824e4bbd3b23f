import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type ClauseGap, clauseGaps } from '#core/overview/clause-gaps';
import type { Coverage } from '#core/overview/coverage';
import type { PlanDocument } from '#core/plan/plan';
import { clauseGapKinds, type ClauseGap as GapKind } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { clauseTitle } from './coverage-words.ts';
import styles from './overview-pane.module.css';

const words = messages.overview.gaps;
/** So many lines at first, and so many more each time. */
const few = 12;
const many = 200;

/** The clauses on which there is nothing, or no task, or that were never read, as the reader chooses. */
export function ClauseList({ plan, coverage }: { plan: PlanDocument; coverage: Coverage }) {
  const gap = useApp((state) => state.view.clauseGap ?? 'notes');
  const changeView = useApp((state) => state.changeView);
  const gaps = useMemo(() => clauseGaps(plan, coverage), [plan, coverage]);
  return (
    <section className={styles.part}>
      <h3>{words.title}</h3>
      <Segments<GapKind>
        label={words.label}
        isLabelHidden
        value={gap}
        options={clauseGapKinds.map((value) => ({
          value,
          name: words.kinds[value].short,
          remark: String(gaps[value].length),
        }))}
        onChange={(clauseGap) => changeView({ clauseGap })}
      />
      {gaps[gap].length === 0 ? (
        <p className={styles.hint}>{words.kinds[gap].none}</p>
      ) : (
        <Lines key={`${plan.id} ${gap}`} plan={plan} clauses={gaps[gap]} name={words.kinds[gap].name} />
      )}
    </section>
  );
}

interface LinesProps {
  plan: PlanDocument;
  clauses: readonly ClauseGap[];
  name: string;
}

/** Each line leads to its clause: one Tab stop, arrows from line to line. Those that are not listed can be. */
function Lines({ plan, clauses, name }: LinesProps) {
  const list = useRef<HTMLUListElement>(null);
  const [count, setCount] = useState(few);
  const [wanted, setWanted] = useState<string | null>(null);
  const listed = clauses.slice(0, count);
  const rest = clauses.length - listed.length;
  const Chevron = rest > 0 ? ChevronDown : ChevronUp;
  const tabStop = listed.find(({ cell }) => cell.section.id === wanted) ?? listed[0];
  const open = () => {
    flushSync(() => setCount(count + many));
    // Who has asked for more goes on there.
    list.current?.querySelectorAll('button')[count]?.focus();
  };
  return (
    <>
      <ul ref={list} className={styles.lines} aria-label={name} onKeyDown={moveFocus}>
        {listed.map((clause) => (
          <li key={clause.cell.section.id}>
            <Line
              plan={plan}
              clause={clause}
              isTabStop={clause === tabStop}
              onFocus={() => setWanted(clause.cell.section.id)}
            />
          </li>
        ))}
      </ul>
      {clauses.length > few ? (
        <div className={styles.more}>
          <Button onPress={() => (rest > 0 ? open() : setCount(few))}>
            {rest > 0 ? words.more(rest) : words.fewer}
            <Chevron size={14} strokeWidth={1.5} aria-hidden />
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface LineProps {
  plan: PlanDocument;
  clause: ClauseGap;
  isTabStop: boolean;
  onFocus: () => void;
}

function Line({ plan, clause: { cell, isHeadingOnly }, isTabStop, onFocus }: LineProps) {
  const goTo = useApp((state) => state.goTo);
  const title = clauseTitle(plan, cell);
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      title={title}
      onFocus={onFocus}
      onClick={() => goTo({ section: cell.section.id })}
    >
      <span>{title}</span>
      {isHeadingOnly ? <small>{words.headingOnly}</small> : null}
    </button>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const lines = Array.from(event.currentTarget.querySelectorAll('button'));
  const at = lines.findIndex((line) => line.matches(':focus'));
  const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
  const goal = lines[goals[event.key] ?? -1];
  if (goal === undefined) return;
  event.preventDefault();
  goal.focus();
}
