import { useMemo, useState } from 'react';
import type { ImportItem, ImportKind } from '#core/interchange/compare-import';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { type ChoiceKind, KindChoice } from '../../ui/kind-choice.tsx';
import type { ImportReading } from '../../workers/interchange/import-messages.ts';
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
  const shown = useMemo(() => kindsOf(groups, refused.length), [groups, refused]);
  const [group, setGroup] = useState<Group>(shown[0]?.key ?? 'refused');
  const choose = (kind: Group, ids: Iterable<string>) => {
    const own = kind === 'refused' ? [] : (groups.get(kind) ?? []);
    const others = [...chosen].filter((id) => !own.some((item) => item.incoming.id === id));
    setChosen(new Set([...others, ...ids]));
  };
  return (
    <KindChoice
      label={words.kindsLabel}
      kinds={shown}
      current={group}
      onShow={setGroup}
      chosen={chosen}
      onChoose={choose}
      remarks={<Remarks reading={reading} />}
      cancel={words.cancel}
      onCancel={close}
      accept={words.import(chosen.size)}
      onAccept={() => void apply(items.filter((item) => chosen.has(idOf(item))))}
    >
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
    </KindChoice>
  );
}

/** The kinds that the file has something of. */
function kindsOf(groups: ReadonlyMap<ImportKind, ImportItem[]>, refused: number): ChoiceKind<Group>[] {
  const kindOf = (key: Group, count: number): ChoiceKind<Group> => ({
    key,
    ...words.kinds[key],
    count: words.items(count),
    chooseAll: words.chooseKind(words.kinds[key].name),
  });
  return [
    ...kinds.flatMap((kind) => {
      const keys = (groups.get(kind) ?? []).map(idOf);
      return keys.length === 0 ? [] : [{ ...kindOf(kind, keys.length), keys }];
    }),
    ...(refused === 0 ? [] : [kindOf('refused', refused)]),
  ];
}

/** What else the file holds. */
function Remarks({ reading: { unchanged, others } }: { reading: ImportReading }) {
  const count = others.reduce((sum, other) => sum + other.count, 0);
  return (
    <>
      {unchanged === 0 ? null : words.unchanged(unchanged)}
      {count === 0 ? null : words.others(namesOf(others), count)}
    </>
  );
}

function idOf({ incoming }: ImportItem): string {
  return incoming.id;
}
