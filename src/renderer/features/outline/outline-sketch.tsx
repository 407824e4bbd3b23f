import { isMissing } from '#core/plan/plan';
import { sectionTree } from '#core/plan/section-tree';
import { useApp } from '../../store/use-app.ts';
import { outlineLines } from './outline-lines.ts';
import paneStyles from './outline-pane.module.css';
import { branchState, lineHeight, OutlineWords, outlineClass } from './outline-row.tsx';
import styles from './outline-tree.module.css';

/** As many rows as the tallest window shows. */
const most = 60;

/** The outline as it looks, for the first frame. */
export function OutlineSketch() {
  const plan = useApp((state) => state.plan);
  const folded = useApp((state) => state.view.folded);
  if (plan === null) return null;
  return (
    <div className={paneStyles.pane}>
      <div className={paneStyles.head}>
        <div className={paneStyles.filterSketch} />
      </div>
      <div className={styles.scroller}>
        <div className={outlineClass(plan)}>
          {outlineLines(sectionTree(plan), new Set(folded))
            .slice(0, most)
            .map((line) => (
              <div key={line.section.id} className={styles.sketch} style={{ height: lineHeight(line.section) }}>
                <div
                  className={styles.row}
                  style={{ bottom: 0 }}
                  data-branch={branchState(line)}
                  data-level={line.section.level}
                  data-missing={isMissing(line.section) || undefined}
                >
                  <OutlineWords plan={plan} line={line} />
                </div>
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}
