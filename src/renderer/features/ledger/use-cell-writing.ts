import { useLayoutEffect, useRef, useState } from 'react';
import type { Task } from '#core/annotation/task';
import type { LedgerRow, TaskColumn } from '#core/ledger/ledger-rows';
import { type FieldProblem, fieldText, typedChange } from '#core/ledger/task-field';
import { cellWritingOf, unsavedText } from '../../store/cell-writing.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { localDay } from '../../store/use-ledger.ts';
import type { Field } from './cell-field.tsx';
import { statusMeant } from './typed-status.ts';
import type { AfterWriting } from './use-grid-cell.ts';

interface WrittenCell {
  row: LedgerRow;
  column: TaskColumn;
  /** It is written in. */
  isOpen: boolean;
  /** The first character came into the field. */
  onBegin: () => void;
  onDone: (then: AfterWriting) => void;
}

/**
 * What is typed into a cell, from the opening of the field, or from the first character in it, until it is saved. It is saved when
 * the field goes, whatever makes it go; what could not be saved is there again when the cell is written in, and holds the
 * closing of the window.
 */
export function useCellWriting({ row: { annotation }, column, isOpen, onBegin, onDone }: WrittenCell) {
  const store = useAppStore();
  const [writing, setWriting] = useState(() => (isOpen ? cellWritingOf(store, annotation, column) : null));
  const [typed, type] = useState(writing === null ? '' : (writing.unsaved ?? fieldText(writing.seen, column)));
  const left = useApp((state) => unsavedText(state.cellWritings.get(`${annotation.id} ${column}`)) ?? '');
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const latest = useRef(typed);
  const isOver = useRef(false);
  const field = useOpenedField(isOpen);
  useLayoutEffect(() => {
    if (writing === null) return undefined;
    writing.hold(latest.current);
    return () => {
      if (!isOver.current) void writing.save(meant(writing.seen, column, latest.current));
    };
  }, [writing, column]);
  const drop = () => {
    isOver.current = true;
    writing?.drop();
    onDone('stay');
  };
  return {
    typed: writing === null ? left : typed,
    problem,
    instead: writing?.instead,
    field,
    setTyped: (text: string) => {
      const begun = writing ?? cellWritingOf(store, annotation, column);
      setProblem(null);
      type(text);
      latest.current = text;
      begun.type(text);
      if (writing !== null) return;
      setWriting(begun);
      onBegin();
    },
    keep: (then: AfterWriting, text = latest.current) => {
      if (isOver.current || writing === null) return;
      const whole = meant(writing.seen, column, text);
      const outcome = typedChange(writing.seen, column, whole, localDay());
      if (!outcome.ok) return setProblem(outcome.error);
      isOver.current = true;
      void writing.save(whole, then !== 'leave');
      onDone(then);
    },
    drop,
    /** An input method was left without a word: then nothing was typed. */
    endComposition: () => {
      if (writing !== null && latest.current === '') drop();
    },
  };
}

/** A field that is opened takes the focus, with what can be typed over at once; one at rest is given it by the grid. */
function useOpenedField(isOpen: boolean) {
  const field = useRef<Field>(null);
  const isOpened = useRef(isOpen);
  useLayoutEffect(() => {
    const { current } = field;
    if (!isOpened.current) return;
    current?.focus({ preventScroll: true });
    if (current instanceof HTMLInputElement && current.type !== 'date') current.select();
    if (current instanceof HTMLTextAreaElement) current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  return field;
}

/** A status is chosen, not made up, and never none. */
function meant(seen: Task, column: TaskColumn, text: string): string {
  if (column !== 'status') return text;
  return text.trim() === '' ? seen.status : statusMeant(text);
}
