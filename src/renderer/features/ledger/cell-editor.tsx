import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Task } from '#core/annotation/task';
import { taskStatusIds } from '#core/annotation/task-status';
import type { LedgerRow, TaskColumn } from '#core/ledger/ledger-rows';
import { type FieldProblem, fieldText, typedChange } from '#core/ledger/task-field';
import { messages } from '#messages/zh-CN';
import { cellWritingOf } from '../../store/cell-writing.ts';
import { statusName } from '../../store/task-words.ts';
import { useAppStore } from '../../store/use-app.ts';
import { localDay } from '../../store/use-ledger.ts';
import styles from './cell-editor.module.css';
import { isLongColumn, useEditorBox } from './use-editor-box.ts';
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
  /** What is typed takes the place of what is there. */
  isAnew: boolean;
  onDone: (then: AfterWriting) => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Writes in one cell: Enter and Tab keep what was typed, Escape does not; leaving the field keeps it as well. */
export function CellEditor({ row, column, names, isAnew, onDone }: CellEditorProps) {
  const { typed, setTyped, problem, instead, field, keep, drop } = useCellWriting({ row, column, isAnew, onDone });
  const isLong = isLongColumn(column);
  const box = useEditorBox(typed, column);
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
  return (
    <fieldset
      ref={box}
      className={styles.editor}
      aria-label={words.columns[column]}
      data-editor
      onKeyDown={onKeyDown}
      onMouseDown={keepFocus}
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
          setTyped(text);
          if (column === 'status') keep('stay', text);
        }}
      />
      <Remark column={column} problem={problem} instead={instead} />
    </fieldset>
  );
}

/** What is beside the field in its cell belongs to it. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('input, textarea, select, ol') === null)
    event.preventDefault();
}

/**
 * What is typed into a cell, from its opening until it is saved. It is saved when the field goes, whatever makes it go; what
 * could not be saved is there again when the cell is opened, and holds the closing of the window.
 */
function useCellWriting({ row, column, isAnew, onDone }: Omit<CellEditorProps, 'names'>) {
  const store = useAppStore();
  const [writing] = useState(() => cellWritingOf(store, row.annotation, column));
  const { seen, save, hold } = writing;
  const [typed, type] = useState(writing.unsaved ?? (isAnew ? anew(seen, column) : fieldText(seen, column)));
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const field = useRef<Field>(null);
  const latest = useRef(typed);
  const isOver = useRef(false);
  useLayoutEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    if (current instanceof HTMLInputElement && current.type !== 'date') current.select();
    if (current instanceof HTMLTextAreaElement) current.setSelectionRange(current.value.length, current.value.length);
    hold(latest.current);
    return () => {
      if (!isOver.current) void save(latest.current);
    };
  }, [hold, save]);
  return {
    typed,
    problem,
    instead: writing.instead,
    field,
    setTyped: (text: string) => {
      setProblem(null);
      type(text);
      latest.current = text;
      writing.type(text);
    },
    keep: (then: AfterWriting, text = latest.current) => {
      if (isOver.current) return;
      const outcome = typedChange(seen, column, text, localDay());
      if (!outcome.ok) return setProblem(outcome.error);
      isOver.current = true;
      void save(text, then !== 'leave');
      onDone(then);
    },
    drop: () => {
      isOver.current = true;
      writing.drop();
      onDone('stay');
    },
  };
}

/** What a field begins with when it is typed into at once; those with keys of their own begin with what is there. */
function anew(seen: Task, column: TaskColumn): string {
  return column === 'status' || column === 'start' || column === 'due' ? fieldText(seen, column) : '';
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
      return <textarea ref={put} rows={1} {...common} />;
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

interface RemarkProps {
  column: TaskColumn;
  problem: FieldProblem | null;
  instead: string | undefined;
}

function Remark({ column, problem, instead }: RemarkProps) {
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
  const hint = {
    partners: words.editor.partnersHint,
    evidence: words.editor.evidenceHint,
    progress: words.editor.progressHint,
  };
  return column in hint ? <p className={styles.hint}>{hint[column as keyof typeof hint]}</p> : null;
}
