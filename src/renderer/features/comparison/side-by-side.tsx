import { ChevronDown, ChevronUp, Equal } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { canonicalText } from '#core/plan/canonical-text';
import { messages } from '#messages/zh-CN';
import type { ComparisonOutcome } from '../../store/comparison.ts';
import { useApp } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { isTextField } from '../../ui/key-events.ts';
import { isDifference, isIn, type RowFilter, rowsOf } from './clause-view.ts';
import styles from './comparison.module.css';
import { ComparisonRows, type RowList } from './comparison-rows.tsx';

const words = messages.comparison;
const icon = { size: 18, strokeWidth: 1.5 } as const;
const filters = ['all', 'changed', 'left', 'right'] as const;

/** What two compared texts are. */
export type ComparedTexts = Extract<ComparisonOutcome, { stage: 'compared' }>;

export function SideBySide({ compared, isSameChoice }: { compared: ComparedTexts; isSameChoice: boolean }) {
  const { left, right, pairs } = compared;
  const openPlan = useApp((state) => state.plan);
  const rows = useMemo(() => rowsOf(left, right, pairs), [left, right, pairs]);
  const [filter, setFilter] = useState<RowFilter>('all');
  const shown = useMemo(() => rows.filter((row) => isIn(filter, row)), [rows, filter]);
  const differences = useMemo(() => shown.flatMap((row, index) => (isDifference(row) ? [index] : [])), [shown]);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<RowList>(null);
  const at = shown.findIndex(({ key }) => key === current);
  const step = (by: 1 | -1) => {
    const next = by === 1 ? differences.find((index) => index > at) : differences.filter((index) => index < at).at(-1);
    // round and round, so that neither end is a trap
    const index = next ?? (by === 1 ? differences[0] : differences.at(-1));
    const row = index === undefined ? undefined : shown[index];
    if (index === undefined || row === undefined) return;
    setCurrent(row.key);
    list.current?.goTo(index);
  };
  useStepKeys(step);
  if (rows.every((row) => !isDifference(row))) return <SameText compared={compared} isSameChoice={isSameChoice} />;
  return (
    <div className={styles.sides}>
      <div className={styles.bar}>
        <Segments
          label={words.filter}
          value={filter}
          options={filters.map((value) => ({
            value,
            name: words.counted(words.filters[value], rows.filter((row) => isIn(value, row)).length),
          }))}
          onChange={setFilter}
        />
        <span className={styles.position} role="status">
          {differences.length === 0
            ? words.noDifference
            : words.position(differences.indexOf(at) + 1, differences.length)}
        </span>
        <IconButton
          name={words.previous}
          keys="Shift+F3"
          icon={<ChevronUp {...icon} />}
          isDisabled={differences.length === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          name={words.next}
          keys="F3"
          icon={<ChevronDown {...icon} />}
          isDisabled={differences.length === 0}
          onPress={() => step(1)}
        />
      </div>
      {shown.length === 0 ? (
        <p className={styles.waiting}>{words.nothingInFilter}</p>
      ) : (
        <ComparisonRows
          key={filter}
          ref={list}
          rows={shown}
          current={current}
          isOpen={{ left: left === openPlan, right: right === openPlan }}
        />
      )}
    </div>
  );
}

/** The keys serve wherever the focus is in the dialog. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = stepFor(event);
      if (by === undefined) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

function SameText({ compared: { left, right }, isSameChoice }: { compared: ComparedTexts; isSameChoice: boolean }) {
  const { title, sameForm, otherForm, sameChoice } = words.sameText;
  const isExact = canonicalText(left) === canonicalText(right);
  return (
    <div className={styles.message} role="status">
      <EmptyState
        picture={<Equal size={32} strokeWidth={1.25} aria-hidden />}
        title={title}
        text={isSameChoice ? sameChoice : isExact ? sameForm : otherForm}
      />
    </div>
  );
}

function stepFor({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent): 1 | -1 | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'F3') return shiftKey ? -1 : 1;
  // a list of choices finds by its first letters
  if (isTextField(target) || (target instanceof Element && target.closest('[role=listbox]'))) return undefined;
  if (key === 'n') return 1;
  return key === 'p' ? -1 : undefined;
}
