import { Check, Minus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './kind-choice.module.css';

/** A group of what a file would change. */
export interface ChoiceKind<Key extends string> {
  key: Key;
  name: string;
  hint: string;
  /** How many are in it, in words. */
  count: string;
  /** What can be chosen of it; absent for what can only be read. */
  keys?: readonly string[];
  /** Name of the box that takes or leaves all of it. */
  chooseAll: string;
}

interface KindChoiceOptions<Item, Kind extends string, Rest extends string> {
  items: readonly Item[];
  /** In the order in which they are shown; like the functions, the same at each render. */
  kinds: readonly Kind[];
  kindOf: (item: Item) => Kind;
  keyOf: (item: Item) => string;
  chosenAtFirst: readonly Kind[];
  /** What can only be read comes last. */
  rest: { kind: Rest; count: number };
  wordsOf: (kind: Kind | Rest, count: number) => Pick<ChoiceKind<string>, 'name' | 'hint' | 'count' | 'chooseAll'>;
}

/** What there is of each kind, what of it is chosen, and which kind is shown: the first that there is something of. */
export function useKindChoice<Item, Kind extends string, Rest extends string>(
  options: KindChoiceOptions<Item, Kind, Rest>,
) {
  const { items, kinds: order, kindOf, keyOf, chosenAtFirst, rest, wordsOf } = options;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(items.filter((item) => chosenAtFirst.includes(kindOf(item))).map(keyOf)),
  );
  const groups = useMemo(() => {
    const found = new Map<Kind | Rest, Item[]>(order.map((kind) => [kind, []]));
    for (const item of items) found.get(kindOf(item))?.push(item);
    return found;
  }, [items, order, kindOf]);
  const kinds = useMemo(() => {
    const shown: ChoiceKind<Kind | Rest>[] = order.flatMap((key) => {
      const keys = (groups.get(key) ?? []).map(keyOf);
      return keys.length === 0 ? [] : [{ key, keys, ...wordsOf(key, keys.length) }];
    });
    return rest.count === 0 ? shown : [...shown, { key: rest.kind, ...wordsOf(rest.kind, rest.count) }];
  }, [groups, order, keyOf, rest.kind, rest.count, wordsOf]);
  const [current, onShow] = useState<Kind | Rest>(kinds[0]?.key ?? rest.kind);
  /** `keys` is what is chosen of a kind from now on. */
  const onChoose = (kind: Kind | Rest, keys: Iterable<string>) => {
    const next = new Set(chosen);
    for (const item of groups.get(kind) ?? []) next.delete(keyOf(item));
    for (const key of keys) next.add(key);
    setChosen(next);
  };
  return {
    current,
    currentItems: groups.get(current) ?? [],
    chosenItems: () => items.filter((item) => chosen.has(keyOf(item))),
    /** For `KindChoice`. */
    props: { kinds, current, onShow, chosen, onChoose },
  };
}

interface KindChoiceProps<Key extends string> {
  /** Name of the list of groups. */
  label: string;
  kinds: readonly ChoiceKind<Key>[];
  current: Key;
  onShow: (kind: Key) => void;
  chosen: ReadonlySet<string>;
  onChoose: (kind: Key, keys: readonly string[]) => void;
  remarks: ReactNode;
  cancel: string;
  onCancel: () => void;
  accept: string;
  onAccept: () => void;
  /** What is in the current group. */
  children: ReactNode;
}

/** What a file would change, by groups, each entry of which can be taken or left. */
export function KindChoice<Key extends string>(props: KindChoiceProps<Key>) {
  const { label, kinds, current, onShow, chosen, onChoose, remarks, cancel, onCancel, accept, onAccept } = props;
  const shown = kinds.find(({ key }) => key === current);
  return (
    <div className={styles.choice}>
      <div className={styles.columns}>
        <ul className={styles.kinds} aria-label={label}>
          {kinds.map((kind) => (
            <li key={kind.key} className={styles.kind} data-current={kind.key === current || undefined}>
              <KindBox kind={kind} chosen={chosen} onChoose={(keys) => onChoose(kind.key, keys)} />
              <button type="button" aria-current={kind.key === current} onClick={() => onShow(kind.key)}>
                <span>{kind.name}</span>
                <span className={styles.count}>{kind.count}</span>
              </button>
            </li>
          ))}
        </ul>
        <section className={styles.entries} aria-label={shown?.name}>
          <p className={styles.hint}>{shown?.hint}</p>
          <div className={styles.list}>{props.children}</div>
        </section>
      </div>
      <footer className={styles.actions}>
        <p className={styles.remarks} role="status">
          {remarks}
        </p>
        <Button variant="outlined" onPress={onCancel}>
          {cancel}
        </Button>
        <Button variant="primary" isDisabled={chosen.size === 0} onPress={onAccept}>
          {accept}
        </Button>
      </footer>
    </div>
  );
}

interface KindBoxProps {
  kind: ChoiceKind<string>;
  chosen: ReadonlySet<string>;
  onChoose: (keys: readonly string[]) => void;
}

/** The box of a group, which takes or leaves all of it. */
function KindBox({ kind: { keys, chooseAll }, chosen, onChoose }: KindBoxProps) {
  if (keys === undefined) return <span className={styles.noBox} />;
  const taken = keys.filter((key) => chosen.has(key)).length;
  const isAll = taken === keys.length;
  return (
    <Checkbox
      className={styles.checkbox ?? ''}
      aria-label={chooseAll}
      isSelected={isAll}
      isIndeterminate={taken > 0 && !isAll}
      onChange={() => onChoose(isAll ? [] : keys)}
    >
      {isAll ? <Check size={12} strokeWidth={2.5} /> : taken > 0 ? <Minus size={12} strokeWidth={2.5} /> : null}
    </Checkbox>
  );
}
