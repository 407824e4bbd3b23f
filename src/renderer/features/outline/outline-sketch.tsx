import { isMissing, type PlanDocument } from '#core/plan/plan';
import type { SectionNode } from '#core/plan/section-tree';
import { Chevron, OutlineRow } from './outline-row.tsx';
import styles from './outline-tree.module.css';

/** As many rows as the tallest window shows. */
const most = 60;

interface OutlineSketchProps {
  plan: PlanDocument;
  nodes: readonly SectionNode[];
  folded: readonly string[];
}

/** The outline as it looks, for the first frame: making the tree that can be used takes several frames. */
export function OutlineSketch({ plan, nodes, folded }: OutlineSketchProps) {
  return (
    <div className={styles.scroller} aria-hidden>
      <div className={styles.tree}>
        {shownNodes(nodes, folded)
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
                count={0}
                chevron={
                  children.length > 0 ? (
                    <span className={styles.chevron}>
                      <Chevron />
                    </span>
                  ) : null
                }
                isCurrent={false}
              />
            </div>
          ))}
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
