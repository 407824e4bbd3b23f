import { type FormEvent, type RefObject, useId } from 'react';
import { taskStatusIds } from '#core/annotation/task-status';
import type { TaskColumn } from '#core/ledger/ledger-rows';
import { messages } from '#messages/zh-CN';
import { statusName } from '../../store/task-words.ts';
import { isLongColumn } from './use-editor-box.ts';

const words = messages.ledger;

/** What was typed into tasks before. */
export interface KnownNames {
  departments: readonly string[];
  people: readonly string[];
}

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface CellFieldProps {
  column: TaskColumn;
  typed: string;
  names: KnownNames;
  field: RefObject<Field | null>;
  /** It waits for the first character; then the same element is what is written in, or a composition would break off. */
  isResting: boolean;
  /** What is typed takes the place of what is there, in words: a calendar or a list of choices takes no composition. */
  isAnew: boolean;
  /** The cell that the field is in while it waits, which says what it holds. */
  cell: string;
  isEmpty: boolean;
  isWrong: boolean;
  onType: (text: string) => void;
}

export function CellField(props: CellFieldProps) {
  const { column, typed, names, field, isResting, isAnew, cell, isEmpty, isWrong, onType } = props;
  const list = useId();
  const common = {
    ...(isResting ? { 'aria-labelledby': cell } : { 'aria-label': words.columns[column], 'aria-invalid': isWrong }),
    'data-field': true,
    'data-resting': isResting || undefined,
    value: typed,
    onChange: ({ currentTarget }: FormEvent<Field>) => onType(currentTarget.value),
    ref: (element: Field | null) => {
      field.current = element;
    },
  };
  const text = { ...common, tabIndex: 0, placeholder: isResting && isEmpty ? words.editor.typeHere : undefined };
  if (isLongColumn(column)) return <textarea rows={1} {...text} />;
  switch (column) {
    case 'status':
      return isAnew ? <input type="text" {...text} /> : <StatusChoice status={typed} common={common} />;
    case 'start':
    case 'due':
      return isAnew ? <input type="text" {...text} /> : <input type="date" max="2100-12-31" {...common} />;
    case 'completion':
      return isAnew ? (
        <input type="text" inputMode="decimal" {...text} />
      ) : (
        <input type="number" min={0} max={100} step={5} {...common} />
      );
    default: {
      const known = column === 'department' ? names.departments : column === 'partners' ? [] : names.people;
      return (
        <>
          <input type="text" list={list} {...text} />
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

function StatusChoice({ status: chosen, common }: { status: string; common: object }) {
  return (
    <select {...common}>
      {[...new Set<string>([...taskStatusIds, chosen])].map((status) => (
        <option key={status} value={status}>
          {statusName(status)}
        </option>
      ))}
    </select>
  );
}
