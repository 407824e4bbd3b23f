import type { ImportItem, ImportKind } from '#core/interchange/compare-import';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { KindChoice, useKindChoice } from '../../ui/kind-choice.tsx';
import type { ImportReading } from '../../workers/interchange/import-messages.ts';
import { ImportRow, importItemName } from './import-row.tsx';
import { namesOf } from './other-documents.ts';
import { RefusedEntries } from './refused-entries.tsx';

const words = messages.interchange;
const kinds = ['new', 'changed', 'conflict', 'older', 'deleted'] as const satisfies readonly ImportKind[];
type Group = ImportKind | 'refused';
/** What is taken over unless the reader says otherwise; the other kinds would bring back or repeat what the reader has left behind. */
const usuallyChosen = ['new', 'changed', 'conflict'] as const satisfies readonly ImportKind[];
/** Quote, text and facts, each on a line, in CSS pixels; where there are two sides the text takes two lines. */
const rowHeights = { one: 92, two: 112 };

/** What the file would change, by kinds, each entry of which can be taken or left. */
export function ImportChoice({ reading }: { reading: ImportReading }) {
  const { items, refused } = reading;
  const apply = useApp((state) => state.applyImport);
  const close = useApp((state) => state.closeImport);
  const rest = { kind: 'refused' as const, count: refused.length };
  const choice = useKindChoice({ items, kinds, kindOf, keyOf, chosenAtFirst: usuallyChosen, rest, wordsOf });
  const { current } = choice;
  const { chosen, onChoose } = choice.props;
  return (
    <KindChoice
      {...choice.props}
      label={words.kindsLabel}
      remarks={<Remarks reading={reading} />}
      cancel={words.cancel}
      onCancel={close}
      accept={words.import(chosen.size)}
      onAccept={() => void apply(choice.chosenItems())}
    >
      {current === 'refused' ? (
        <RefusedEntries entries={refused} />
      ) : (
        <ChoiceList
          key={current}
          name={words.kinds[current].name}
          items={choice.currentItems}
          keyOf={keyOf}
          nameOf={importItemName}
          rowHeight={current === 'new' ? rowHeights.one : rowHeights.two}
          chosen={chosen}
          onChange={(ids) => onChoose(current, ids)}
        >
          {(item) => <ImportRow item={item} />}
        </ChoiceList>
      )}
    </KindChoice>
  );
}

function wordsOf(group: Group, count: number) {
  const { name, hint } = words.kinds[group];
  return { name, hint, count: words.items(count), chooseAll: words.chooseKind(name) };
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

function kindOf({ kind }: ImportItem): ImportKind {
  return kind;
}

function keyOf({ incoming }: ImportItem): string {
  return incoming.id;
}
