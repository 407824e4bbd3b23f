import { Check, Minus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { ImportItem, ImportKind } from '#core/interchange/compare-import';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import type { ImportReading } from '../../workers/interchange/import-messages.ts';
import styles from './import-choice.module.css';
import { ImportRow, importItemName } from './import-row.tsx';
import { namesOf } from './other-documents.ts';
import { RefusedEntries } from './refused-entries.tsx';

const words = messages.interchange;
const kinds = ['new', 'changed', 'conflict', 'older', 'deleted'] as const satisfies readonly ImportKind[];
type Group = ImportKind | 'refused';
/** What is taken over unless the reader says otherwise; the other kinds would bring back or repeat what the reader has left behind. */
const usuallyChosen: readonly ImportKind[] = ['new', 'changed', 'conflict'];
/** Quote, text and facts, each on a line, in CSS pixels; where there are two sides the text takes two lines. */
const rowHeights = { one: 92, two: 112 };

/** What the file would change, by kinds, each entry of which can be taken or left. */
export function ImportChoice({ reading }: { reading: ImportReading }) {
  const { items, refused } = reading;
  const apply = useApp((state) => state.applyImport);
  const close = useApp((state) => state.closeImport);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(items.filter(({ kind }) => usuallyChosen.includes(kind)).map(idOf)),
  );
  const groups = useMemo(
    () => new Map(kinds.map((kind) => [kind, items.filter((item) => item.kind === kind)])),
    [items],
  );
  const shown = kinds.filter((kind) => (groups.get(kind)?.length ?? 0) > 0);
  const [group, setGroup] = useState<Group>(shown[0] ?? 'refused');
  const choose = (kind: ImportKind, ids: Iterable<string>) => {
    const others = [...chosen].filter((id) => !groups.get(kind)?.some((item) => item.incoming.id === id));
    setChosen(new Set([...others, ...ids]));
  };
  return (
    <div className={styles.choice}>
      <div className={styles.columns}>
        <ul className={styles.kinds} aria-label={words.kindsLabel}>
          {shown.map((kind) => (
            <KindRow
              key={kind}
              kind={kind}
              ids={groups.get(kind)?.map(idOf) ?? []}
              chosen={chosen}
              isCurrent={kind === group}
              onShow={() => setGroup(kind)}
              onChoose={(ids) => choose(kind, ids)}
            />
          ))}
          {refused.length === 0 ? null : (
            <KindButton
              kind="refused"
              count={refused.length}
              isCurrent={group === 'refused'}
              onShow={() => setGroup('refused')}
            />
          )}
        </ul>
        <section className={styles.entries} aria-label={words.kinds[group].name}>
          <p className={styles.hint}>{words.kinds[group].hint}</p>
          <div className={styles.list}>
            {group === 'refused' ? (
              <RefusedEntries entries={refused} />
            ) : (
              <ChoiceList
                key={group}
                name={words.kinds[group].name}
                items={groups.get(group) ?? []}
                keyOf={idOf}
                nameOf={importItemName}
                rowHeight={group === 'new' ? rowHeights.one : rowHeights.two}
                chosen={chosen}
                onChange={(ids) => choose(group, ids)}
              >
                {(item) => <ImportRow item={item} />}
              </ChoiceList>
            )}
          </div>
        </section>
      </div>
      <footer className={styles.actions}>
        <Remarks reading={reading} />
        <Button variant="outlined" onPress={close}>
          {words.cancel}
        </Button>
        <Button
          variant="primary"
          isDisabled={chosen.size === 0}
          onPress={() => void apply(items.filter((item) => chosen.has(idOf(item))))}
        >
          {words.import(chosen.size)}
        </Button>
      </footer>
    </div>
  );
}

interface KindRowProps {
  kind: ImportKind;
  ids: readonly string[];
  chosen: ReadonlySet<string>;
  isCurrent: boolean;
  onShow: () => void;
  onChoose: (ids: readonly string[]) => void;
}

/** A kind with its count; its box takes or leaves all of it. */
function KindRow({ kind, ids, chosen, isCurrent, onShow, onChoose }: KindRowProps) {
  const taken = ids.filter((id) => chosen.has(id)).length;
  const isAll = taken === ids.length;
  return (
    <KindButton kind={kind} count={ids.length} isCurrent={isCurrent} onShow={onShow}>
      <Checkbox
        className={styles.checkbox ?? ''}
        aria-label={words.chooseKind(words.kinds[kind].name)}
        isSelected={isAll}
        isIndeterminate={taken > 0 && !isAll}
        onChange={() => onChoose(isAll ? [] : ids)}
      >
        {isAll ? <Check size={12} strokeWidth={2.5} /> : taken > 0 ? <Minus size={12} strokeWidth={2.5} /> : null}
      </Checkbox>
    </KindButton>
  );
}

interface KindButtonProps {
  kind: Group;
  count: number;
  isCurrent: boolean;
  onShow: () => void;
  children?: ReactNode;
}

function KindButton({ kind, count, isCurrent, onShow, children }: KindButtonProps) {
  return (
    <li className={styles.kind} data-current={isCurrent || undefined}>
      {children ?? <span className={styles.noBox} />}
      <button type="button" aria-current={isCurrent} onClick={onShow}>
        <span>{words.kinds[kind].name}</span>
        <span className={styles.count}>{words.items(count)}</span>
      </button>
    </li>
  );
}

/** What else the file holds. */
function Remarks({ reading: { unchanged, others } }: { reading: ImportReading }) {
  const count = others.reduce((sum, other) => sum + other.count, 0);
  return (
    <p className={styles.remarks} role="status">
      {unchanged === 0 ? null : words.unchanged(unchanged)}
      {count === 0 ? null : words.others(namesOf(others), count)}
    </p>
  );
}

function idOf({ incoming }: ImportItem): string {
  return incoming.id;
}
