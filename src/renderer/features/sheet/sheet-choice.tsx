import { useMemo, useState } from 'react';
import type { CellChange, CellChangeKind, SheetReading } from '#core/sheet/sheet-reading';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { type ChoiceKind, KindChoice } from '../../ui/kind-choice.tsx';
import { momentInWords } from '../../ui/moment.ts';
import { CellRow, cellName } from './cell-row.tsx';
import { SheetRemarks } from './sheet-remarks.tsx';

const words = messages.sheet.importing;
const kinds = ['changed', 'conflict', 'cleared'] as const satisfies readonly CellChangeKind[];
type Group = CellChangeKind | 'remarks';
/** Heights of rows in CSS pixels: where the cell is, of which task, and the sides that it has. */
const rowHeights: Record<CellChangeKind, number> = { changed: 106, cleared: 106, conflict: 127 };

/** Every cell that was filled in since the export, each of which can be taken or left, and what was not taken. */
export function SheetChoice({ reading }: { reading: SheetReading }) {
  const { changes, remarks } = reading;
  const apply = useApp((state) => state.applySheet);
  const close = useApp((state) => state.closeSheetImport);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(changes.filter(({ kind }) => kind === 'changed').map(keyOf)),
  );
  const groups = useMemo(
    () => new Map(kinds.map((kind) => [kind, changes.filter((change) => change.kind === kind)])),
    [changes],
  );
  const shown = useMemo(() => kindsOf(groups, remarks.length), [groups, remarks]);
  const [group, setGroup] = useState<Group>(shown[0]?.key ?? 'remarks');
  const choose = (kind: Group, keys: Iterable<string>) => {
    const own = new Set(kind === 'remarks' ? [] : groups.get(kind)?.map(keyOf));
    setChosen(new Set([...[...chosen].filter((key) => !own.has(key)), ...keys]));
  };
  return (
    <KindChoice
      label={words.kindsLabel}
      kinds={shown}
      current={group}
      onShow={setGroup}
      chosen={chosen}
      onChoose={choose}
      remarks={remarkOf(reading)}
      cancel={words.cancel}
      onCancel={close}
      accept={words.accept(chosen.size)}
      onAccept={() => void apply(changes.filter((change) => chosen.has(keyOf(change))))}
    >
      {group === 'remarks' ? (
        <SheetRemarks remarks={remarks} />
      ) : (
        <ChoiceList
          key={group}
          name={words.kinds[group].name}
          items={groups.get(group) ?? []}
          keyOf={keyOf}
          nameOf={cellName}
          rowHeight={rowHeights[group]}
          chosen={chosen}
          onChange={(keys) => choose(group, keys)}
        >
          {(change) => <CellRow change={change} />}
        </ChoiceList>
      )}
    </KindChoice>
  );
}

/** The kinds that the sheet has something of. */
function kindsOf(groups: ReadonlyMap<CellChangeKind, CellChange[]>, remarks: number): ChoiceKind<Group>[] {
  const kindOf = (key: Group) => ({ key, ...words.kinds[key], chooseAll: words.chooseKind(words.kinds[key].name) });
  return [
    ...kinds.flatMap((kind) => {
      const keys = (groups.get(kind) ?? []).map(keyOf);
      return keys.length === 0 ? [] : [{ ...kindOf(kind), count: words.cells(keys.length), keys }];
    }),
    ...(remarks === 0 ? [] : [{ ...kindOf('remarks'), count: words.items(remarks) }]),
  ];
}

function remarkOf({ exported, unchanged, remarks }: SheetReading): string {
  const since = exported === undefined ? '' : words.exportedAt(momentInWords(exported));
  return `${since}${words.unchanged(unchanged)}${remarks.length === 0 ? '' : words.notTaken(remarks.length)}`;
}

function keyOf({ annotation, column }: CellChange): string {
  return `${annotation.id}:${column}`;
}
