import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { branchIds, sectionTree } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { doubtfulSection } from '../../store/doubtful-section.ts';
import { useApp } from '../../store/use-app.ts';
import { useToday } from '../../store/use-ledger.ts';
import { usePinyin } from '../../store/use-pinyin.ts';
import { IconButton } from '../../ui/button.tsx';
import { FilterField } from '../../ui/field.tsx';
import pane from '../../ui/list-pane.module.css';
import { createHitCountSelector } from './count-hits.ts';
import { createCountSelector } from './count-notes.ts';
import { createTallySelector } from './count-tasks.ts';
import { filterOutline } from './filter-outline.ts';
import styles from './outline-pane.module.css';
import { type CountSelectors, OutlineCounts } from './outline-row.tsx';
import { OutlineTree } from './outline-tree.tsx';

const words = messages.outline;

/** The left pane: the plan's outline with its filter. */
export function OutlinePane() {
  const plan = useApp((state) => state.plan);
  const folded = useApp((state) => state.view.folded);
  const changeView = useApp((state) => state.changeView);
  const [filter, setFilter] = useState('');
  const isSpelled = usePinyin(filter !== '');
  const tree = useMemo(() => (plan === null ? [] : sectionTree(plan)), [plan]);
  const counts = useCountSelectors();
  const visible = useMemo(() => filterOutline(tree, filter, isSpelled), [tree, filter, isSpelled]);
  if (plan === null) return null;

  const foldAll = () => changeView({ folded: branchIds(plan) });
  return (
    <div className={pane.pane}>
      <div className={styles.head}>
        <div className={styles.filter}>
          <FilterField label={words.filter} value={filter} onChange={setFilter} />
        </div>
        <IconButton
          name={words.expandAll}
          icon={<ChevronsUpDown size={16} strokeWidth={1.5} />}
          onPress={() => changeView({ folded: [] })}
        />
        <IconButton name={words.collapseAll} icon={<ChevronsDownUp size={16} strokeWidth={1.5} />} onPress={foldAll} />
      </div>
      {visible.length === 0 ? (
        <p className={styles.nothing}>{words.nothingMatches}</p>
      ) : (
        <OutlineCounts value={counts}>
          <OutlineTree
            plan={plan}
            nodes={visible}
            isNarrowed={filter.trim() !== ''}
            folded={filter === '' ? folded : []}
            onFold={(next) => {
              if (filter === '') changeView({ folded: next });
            }}
            onFoldAll={foldAll}
          />
        </OutlineCounts>
      )}
    </div>
  );
}

function useCountSelectors(): CountSelectors {
  const today = useToday();
  const [selectors] = useState(() => ({
    selectCounts: createCountSelector(),
    selectDoubts: createCountSelector(doubtfulSection),
    selectHits: createHitCountSelector(),
    selectTallies: createTallySelector(),
  }));
  return useMemo(
    () => ({ ...selectors, selectTallies: (state) => selectors.selectTallies(state, today) }),
    [selectors, today],
  );
}
