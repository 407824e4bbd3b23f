import { isMissing } from '#core/plan/plan';
import { type SectionNode, sectionTree } from '#core/plan/section-tree';
import { useApp } from '../../store/use-app.ts';
import paneStyles from './outline-pane.module.css';
import { Chevron, OutlineRow } from './outline-row.tsx';
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
        <div className={styles.tree}>
          {shownNodes(sectionTree(plan), folded)
            .slice(0, most)
            .map(({ section, children }) => (
              <div
                key={section.id}
                className={styles.row}
                data-level={section.level}
                data-has-child-items={children.length > 0 || undefined}
                data-expanded={!folded.includes(section.id) || undefined}
                data-missing={isMissing(section) || undefined}
              >
                <OutlineRow
                  plan={plan}
                  section={section}
                  chevron={
                    children.length > 0 ? (
                      <span className={styles.chevron}>
                        <Chevron />
                      </span>
                    ) : null
                  }
                />
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}

function shownNodes(nodes: readonly SectionNode[], folded: readonly string[]): SectionNode[] {
  return nodes.flatMap((node) => [
    node,
    ...(folded.includes(node.section.id) ? [] : shownNodes(node.children, folded)),
  ]);
}
