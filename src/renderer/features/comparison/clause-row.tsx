import { ArrowDownUp, Equal, PanelLeft, PanelRight, PencilLine } from 'lucide-react';
import type { Ref } from 'react';
import { beginning } from '#core/comparison/clauses';
import type { PairKind } from '#core/comparison/compare-plans';
import { type DifferencePart, linesOf } from '#core/comparison/text-differences';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { type ClauseView, type ComparisonRow, clauseName } from './clause-view.ts';
import styles from './comparison.module.css';

const words = messages.comparison;
const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

const kindIcons: Record<PairKind, typeof Equal> = {
  same: Equal,
  changed: PencilLine,
  'only-left': PanelLeft,
  'only-right': PanelRight,
};

interface ClauseRowProps {
  row: ComparisonRow;
  index: number;
  total: number;
  /** Where it stands in the list, CSS pixels. */
  top: number;
  isCurrent: boolean;
  isOpen: { left: boolean; right: boolean };
  ref: Ref<HTMLLIElement>;
}

export function ClauseRow({ row, index, total, top, isCurrent, isOpen, ref }: ClauseRowProps) {
  const { kind, isMoved } = row.pair;
  const Icon = kindIcons[kind];
  return (
    <li
      ref={ref}
      tabIndex={-1}
      data-index={index}
      data-kind={kind}
      aria-current={isCurrent || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className={styles.kind}>
        <span>
          <Icon {...icon} />
          {words.kinds[kind]}
        </span>
        {isMoved ? (
          <span>
            <ArrowDownUp {...icon} />
            {words.moved}
          </span>
        ) : null}
      </div>
      <Side side="left" clause={row.left} isOpen={isOpen.left} />
      <Side side="right" clause={row.right} isOpen={isOpen.right} />
    </li>
  );
}

function Side({ side, clause, isOpen }: { side: 'left' | 'right'; clause: ClauseView | null; isOpen: boolean }) {
  if (clause === null) {
    return (
      <article className={styles.absent} aria-label={words.sides[side]}>
        {words.absent[side]}
      </article>
    );
  }
  return (
    <article className={styles.clause} aria-label={words.sides[side]}>
      <Heading side={side} clause={clause} isOpen={isOpen} />
      {linesOf(clause.body).map((line) => (
        <p key={line[0]?.at}>
          <Parts side={side} parts={line} />
        </p>
      ))}
    </article>
  );
}

function Heading({ side, clause, isOpen }: { side: 'left' | 'right'; clause: ClauseView; isOpen: boolean }) {
  const store = useAppStore();
  const { section, number, heading, lacksHeading } = clause;
  const content =
    section === beginning ? (
      <span className={styles.number}>{number}</span>
    ) : (
      <>
        <span className={styles.number}>{number}</span>
        {lacksHeading ? (
          <span className={styles.noHeading}>{words.noHeading}</span>
        ) : (
          <Parts side={side} parts={linesOf(heading).flat()} />
        )}
      </>
    );
  if (!isOpen) return <h3>{content}</h3>;
  const goTo = () => {
    const { closeComparison, goTo: go } = store.getState();
    closeComparison();
    go({ section });
  };
  return (
    <h3>
      <button type="button" title={words.goTo(clauseName(clause))} onClick={goTo}>
        {content}
      </button>
    </h3>
  );
}

/** What only one side has is struck out on the left and underlined on the right, so that no colour is needed to see it. */
function Parts({ side, parts }: { side: 'left' | 'right'; parts: readonly (DifferencePart & { at: number })[] }) {
  return parts.map(({ kind, text, at }) => {
    if (kind === 'same') return <span key={at}>{text}</span>;
    return side === 'left' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
  });
}
