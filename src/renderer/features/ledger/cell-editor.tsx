import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { LedgerRow, TaskColumn } from '#core/ledger/ledger-rows';
import type { FieldProblem } from '#core/ledger/task-field';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import styles from './cell-editor.module.css';
import { CellField, type KnownNames } from './cell-field.tsx';
import { cellId, cellText } from './ledger-lines.ts';
import { meantStatuses } from './typed-status.ts';
import { useCellWriting } from './use-cell-writing.ts';
import { isLongColumn, useEditorBox } from './use-editor-box.ts';
import type { AfterWriting } from './use-grid-cell.ts';

const words = messages.ledger;

interface CellEditorProps {
  row: LedgerRow;
  column: TaskColumn;
  names: KnownNames;
  /** It is written in; otherwise its field is there, but not to be seen, and waits for the first character. */
  isOpen: boolean;
  /** What is typed takes the place of what is there: always so in a field that was waiting. */
  isAnew: boolean;
  onBegin: () => void;
  onDone: (then: AfterWriting) => void;
}

/** Writes in one cell: Enter and Tab keep what was typed, Escape does not; leaving the field keeps it as well. */
export function CellEditor({ row, column, names, isOpen, isAnew, onBegin, onDone }: CellEditorProps) {
  const writing = useCellWriting({ row, column, isOpen, onBegin, onDone });
  const { typed, setTyped, problem, instead, field, keep, drop, endComposition } = writing;
  const isLong = isLongColumn(column);
  const box = useEditorBox(typed, column, isOpen);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') drop();
    else if (event.key === 'Enter' && !(isLong && event.shiftKey)) keep('down');
    else if (event.key === 'Tab') keep(event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    // Who only goes to another window comes back to the field.
    if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) keep('leave');
  };
  const open = { 'aria-label': words.columns[column], 'data-editor': true, onKeyDown, onMouseDown: keepFocus, onBlur };
  return (
    <fieldset
      ref={box}
      className={styles.editor}
      onCompositionEnd={endComposition}
      {...(isOpen ? open : { role: 'presentation', 'data-at-rest': true })}
    >
      {isOpen && column === 'progress' ? <Entries row={row} /> : null}
      <CellField
        column={column}
        typed={typed}
        names={names}
        field={field}
        isResting={!isOpen}
        isAnew={isAnew}
        cell={cellId(row.annotation.id, column)}
        isEmpty={cellText(row, column) === ''}
        isWrong={problem !== null}
        onType={(text) => {
          setTyped(text);
          // Of a list, the choice is all.
          if (column === 'status' && !isAnew) keep('stay', text);
        }}
      />
      {isOpen ? <Remark column={column} typed={typed} isAnew={isAnew} problem={problem} instead={instead} /> : null}
    </fieldset>
  );
}

/** What is beside the field in its cell belongs to it. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('input, textarea, select, ol') === null)
    event.preventDefault();
}

/** What was reported before: it is read, never changed. */
function Entries({ row }: { row: LedgerRow }) {
  const { progress } = row.annotation.task;
  if (progress.length === 0) return <p className={styles.hint}>{words.editor.noProgress}</p>;
  return (
    <ol className={styles.entries}>
      {progress.map(({ date, text }) => (
        <li key={`${date} ${text}`}>
          <time>{date}</time> {text}
        </li>
      ))}
    </ol>
  );
}

interface RemarkProps {
  column: TaskColumn;
  typed: string;
  isAnew: boolean;
  problem: FieldProblem | null;
  instead: string | undefined;
}

function Remark({ column, typed, isAnew, problem, instead }: RemarkProps) {
  if (problem !== null) {
    return (
      <p role="alert" className={styles.problem}>
        {words.editor.problems[problem]}
      </p>
    );
  }
  if (instead !== undefined) {
    return (
      <p role="status" className={styles.hint}>
        {words.editor.instead(instead)}
      </p>
    );
  }
  const hint = hintOf(column, typed, isAnew);
  return hint === '' ? null : <p className={styles.hint}>{hint}</p>;
}

function hintOf(column: TaskColumn, typed: string, isAnew: boolean): string {
  switch (column) {
    case 'partners':
      return words.editor.partnersHint;
    case 'evidence':
      return words.editor.evidenceHint;
    case 'progress':
      return words.editor.progressHint;
    case 'start':
    case 'due':
      return isAnew ? words.editor.dateHint : '';
    case 'status': {
      const meant = meantStatuses(typed).map(statusName);
      if (!isAnew) return '';
      return meant.length === 1 ? words.editor.statusFound(meant.join('')) : words.editor.statusHint(meant);
    }
    default:
      return '';
  }
}
