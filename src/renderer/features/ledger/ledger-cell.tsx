import { Link2Off } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { LedgerColumn, LedgerRow } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { deadlineWords } from '../../store/task-words.ts';
import styles from './ledger-grid.module.css';
import { cellId, cellText, columnStyle, isLost, isTaskColumn } from './ledger-lines.ts';

const words = messages.ledger;

interface LedgerCellProps {
  row: LedgerRow;
  column: LedgerColumn;
  isCurrent: boolean;
  /** The field of the current cell: out of sight until something is typed, then in the place of what the cell says. */
  editor: ReactNode;
  isOpen: boolean;
}

export const LedgerCell = memo(function LedgerCell({ row, column, isCurrent, editor, isOpen }: LedgerCellProps) {
  const text = cellText(row, column);
  return (
    <div
      id={cellId(row.annotation.id, column)}
      role="gridcell"
      aria-readonly={!isTaskColumn(column)}
      aria-label={words.cellName(words.columns[column], spoken(row, column, text))}
      className={styles.cell}
      style={columnStyle(column)}
      data-column={column}
      data-current={isCurrent || undefined}
    >
      {isOpen ? null : <CellContent row={row} column={column} text={text} />}
      {editor}
    </div>
  );
});

/** What a screen reader is told beyond the text of a cell. */
function spoken(row: LedgerRow, column: LedgerColumn, text: string): string {
  if (column === 'due') return [text, deadlineWords(row.deadline)].filter(Boolean).join('，');
  if (column === 'clause' && isLost(row)) return `${text}，${words.lost}`;
  return text;
}

function CellContent({ row, column, text }: { row: LedgerRow; column: LedgerColumn; text: string }) {
  if (column === 'status') {
    return (
      <span className={styles.status} data-status={row.annotation.task.status}>
        {text}
      </span>
    );
  }
  if (column === 'due') {
    const remark = deadlineWords(row.deadline);
    return (
      <span className={styles.due} data-level={row.deadline.level}>
        {text}
        {remark === '' ? null : <small>{remark}</small>}
      </span>
    );
  }
  if (column === 'completion') {
    return (
      <span className={styles.completion}>
        <i style={{ width: `${row.annotation.task.completion}%` }} />
        <span className={styles.percent}>{text}</span>
      </span>
    );
  }
  if (column === 'clause' && isLost(row)) {
    return (
      <span className={styles.lost} data-level="lost" title={words.lostHint}>
        {text}
        <small>
          <Link2Off size={12} aria-hidden />
          {words.lost}
        </small>
      </span>
    );
  }
  return (
    <span className={styles.text} title={text}>
      {text}
    </span>
  );
}
