import { changeKey, oneForEachCell } from '#core/sheet/join-readings';
import type { CellChange, CellChangeKind, SheetReading } from '#core/sheet/sheet-reading';
import { messages } from '#messages/zh-CN';
import type { RefusedFile } from '../../store/read-sheets.ts';
import { useApp } from '../../store/use-app.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { KindChoice, useKindChoice } from '../../ui/kind-choice.tsx';
import { momentInWords } from '../../ui/moment.ts';
import { CellRow, cellName } from './cell-row.tsx';
import { SheetRemarks } from './sheet-remarks.tsx';

const words = messages.sheet.importing;
const kinds = ['changed', 'conflict', 'cleared'] as const satisfies readonly CellChangeKind[];
type Group = CellChangeKind | 'remarks';
const chosenAtFirst = ['changed'] as const satisfies readonly CellChangeKind[];
/** Heights of rows in CSS pixels: where the cell is, of which task, and the sides that it has. */
const rowHeights: Record<CellChangeKind, number> = { changed: 106, cleared: 106, conflict: 127 };

/** Every cell that was filled in since the export, each of which can be taken or left, and what was not taken. */
export function SheetChoice({ reading, refused }: { reading: SheetReading; refused: readonly RefusedFile[] }) {
  const { changes, remarks } = reading;
  const apply = useApp((state) => state.applySheet);
  const close = useApp((state) => state.closeSheetImport);
  const rest = { kind: 'remarks' as const, count: remarks.length + refused.length };
  const choice = useKindChoice({ items: changes, kinds, kindOf, keyOf: changeKey, chosenAtFirst, rest, wordsOf });
  const { current } = choice;
  const { chosen } = choice.props;
  const onChoose = (kind: Group, keys: Iterable<string>) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    const before = ofKind.map(changeKey).filter((key) => chosen.has(key));
    const next = oneForEachCell(ofKind, chosen, keys);
    // Choosing all where no more can be chosen takes the choice back.
    choice.props.onChoose(kind, next.length > 0 && next.join() === before.join() ? [] : next);
  };
  return (
    <KindChoice
      {...choice.props}
      onChoose={onChoose}
      label={words.kindsLabel}
      remarks={remarkOf(reading, refused)}
      cancel={words.cancel}
      onCancel={close}
      accept={words.accept(chosen.size)}
      onAccept={() => void apply(choice.chosenItems())}
    >
      {current === 'remarks' ? (
        <SheetRemarks refused={refused} remarks={remarks} />
      ) : (
        <ChoiceList
          key={current}
          name={words.kinds[current].name}
          items={choice.currentItems}
          keyOf={changeKey}
          nameOf={cellName}
          rowHeight={rowHeights[current]}
          chosen={chosen}
          onChange={(keys) => onChoose(current, keys)}
        >
          {(change) => <CellRow change={change} />}
        </ChoiceList>
      )}
    </KindChoice>
  );
}

function wordsOf(group: Group, count: number) {
  const { name, hint } = words.kinds[group];
  const counted = group === 'remarks' ? words.items(count) : words.cells(count);
  return { name, hint, count: counted, chooseAll: words.chooseKind(name) };
}

function remarkOf({ exported, unchanged, remarks }: SheetReading, refused: readonly RefusedFile[]): string {
  const since = exported === undefined ? '' : words.exportedAt(momentInWords(exported));
  const count = remarks.length + refused.length;
  return `${since}${words.unchanged(unchanged.length)}${count === 0 ? '' : words.notTaken(count)}`;
}

function kindOf({ kind }: CellChange): CellChangeKind {
  return kind;
}
