import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { taskStatusIds } from '#core/annotation/task-status';
import type { LedgerRow, TaskColumn } from '#core/ledger/ledger-rows';
import { type FieldProblem, fieldText, typedChange } from '#core/ledger/task-field';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { localDay } from '../../store/use-ledger.ts';
import styles from './cell-editor.module.css';
import { statusName } from './ledger-lines.ts';
import type { AfterWriting } from './use-grid-cell.ts';

const words = messages.ledger;

/** What was typed into tasks before. */
export interface KnownNames {
  departments: readonly string[];
  people: readonly string[];
}

interface CellEditorProps {
  row: LedgerRow;
  column: TaskColumn;
  names: KnownNames;
  /** To its right there is no room for a wide field. */
  isAtEnd: boolean;
  onDone: (then: AfterWriting) => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Writes in one cell: Enter and Tab keep what was typed, Escape does not; leaving the field keeps it as well. */
export function CellEditor({ row, column, names, isAtEnd, onDone }: CellEditorProps) {
  const store = useAppStore();
  const { id, task } = row.annotation;
  const [typed, setTyped] = useState(() => fieldText(task, column));
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const field = useRef<Field>(null);
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    if (field.current instanceof HTMLInputElement && field.current.type !== 'date') field.current.select();
  }, []);

  const keep = (then: AfterWriting, text = typed) => {
    if (isOver.current) return;
    const outcome = typedChange(task, column, text, localDay());
    if (!outcome.ok) return setProblem(outcome.error);
    isOver.current = true;
    if (outcome.value !== null) void store.getState().changeTask(id, outcome.value);
    onDone(then);
  };
  const drop = () => {
    isOver.current = true;
    onDone('stay');
  };
  const isLong =
    column === 'measure' ||
    column === 'criterion' ||
    column === 'remark' ||
    column === 'evidence' ||
    column === 'progress';
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
    if (!event.currentTarget.contains(event.relatedTarget)) keep('stay');
  };
  return (
    <fieldset
      className={styles.editor}
      aria-label={words.columns[column]}
      data-long={isLong || undefined}
      data-at-end={isAtEnd || undefined}
      data-editor
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {column === 'progress' ? <Entries row={row} /> : null}
      <FieldOf
        column={column}
        typed={typed}
        names={names}
        field={field}
        isWrong={problem !== null}
        onType={(text) => {
          setProblem(null);
          setTyped(text);
          if (column === 'status') keep('stay', text);
        }}
      />
      <Remark column={column} problem={problem} />
    </fieldset>
  );
}

interface FieldOfProps {
  column: TaskColumn;
  typed: string;
  names: KnownNames;
  field: RefObject<Field | null>;
  isWrong: boolean;
  onType: (text: string) => void;
}

function FieldOf({ column, typed, names, field, isWrong, onType }: FieldOfProps) {
  const list = useId();
  const common = {
    'aria-label': words.columns[column],
    'aria-invalid': isWrong,
    value: typed,
    onChange: ({ currentTarget }: { currentTarget: Field }) => onType(currentTarget.value),
  };
  const put = (element: Field | null) => {
    field.current = element;
  };
  switch (column) {
    case 'status':
      return (
        <select ref={put} {...common}>
          {[...new Set<string>([...taskStatusIds, typed])].map((status) => (
            <option key={status} value={status}>
              {statusName(status)}
            </option>
          ))}
        </select>
      );
    case 'start':
    case 'due':
      return <input ref={put} type="date" max="2100-12-31" {...common} />;
    case 'completion':
      return <input ref={put} type="number" min={0} max={100} step={5} {...common} />;
    case 'measure':
    case 'criterion':
    case 'remark':
    case 'evidence':
    case 'progress':
      return <textarea ref={put} rows={3} {...common} />;
    default: {
      const known = column === 'department' ? names.departments : column === 'partners' ? [] : names.people;
      return (
        <>
          <input ref={put} type="text" list={list} {...common} />
          <datalist id={list}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      );
    }
  }
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

function Remark({ column, problem }: { column: TaskColumn; problem: FieldProblem | null }) {
  if (problem !== null) {
    return (
      <p role="alert" className={styles.problem}>
        {words.editor.problems[problem]}
      </p>
    );
  }
  const hint = {
    partners: words.editor.partnersHint,
    evidence: words.editor.evidenceHint,
    progress: words.editor.progressHint,
  };
  return column in hint ? <p className={styles.hint}>{hint[column as keyof typeof hint]}</p> : null;
}
