import { X } from 'lucide-react';
import { messages } from '#messages/zh-CN';
import styles from './filter-chips.module.css';
import { focusFilterOpener, focusNextChip } from './filter-focus.ts';

const words = messages.filtering;

/** A condition that narrows a list. */
export interface FilterChip {
  key: string;
  name: string;
  /** The label whose colour it bears. */
  label?: string | undefined;
  onDrop: () => void;
}

interface FilterChipsProps {
  chips: readonly FilterChip[];
  /** Takes all of them away at once; absent where the list itself offers that, because nothing is left in it. */
  onClear?: (() => void) | undefined;
}

/** What a list is narrowed by at the moment; each condition can be taken away. Two lines at most: the list needs the room. */
export function FilterChips({ chips, onClear }: FilterChipsProps) {
  if (chips.length === 0 && onClear === undefined) return null;
  return (
    <div className={styles.active}>
      <ul className={styles.chips} aria-label={words.active}>
        {chips.map((chip, position) => (
          <li key={chip.key}>
            <Chip {...chip} position={position} />
          </li>
        ))}
      </ul>
      {onClear === undefined ? null : (
        <button
          type="button"
          className={styles.clear}
          onClick={({ currentTarget }) => {
            focusFilterOpener(currentTarget);
            onClear();
          }}
        >
          {words.clearAll}
        </button>
      )}
    </div>
  );
}

function Chip({ name, label, onDrop, position }: Omit<FilterChip, 'key'> & { position: number }) {
  const drop = (chip: Element) => {
    onDrop();
    focusNextChip(chip, position);
  };
  return (
    <button
      type="button"
      className={styles.chip}
      data-label={label}
      aria-label={words.drop(name)}
      aria-keyshortcuts="Delete"
      title={name}
      data-chip
      onClick={({ currentTarget }) => drop(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        event.preventDefault();
        drop(event.currentTarget);
      }}
    >
      {label === undefined ? null : <i />}
      <span>{name}</span>
      <X size={12} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
