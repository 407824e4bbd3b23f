import { memo, useMemo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { isBookmark } from '#core/annotation/bookmark';
import type { PlanDocument } from '#core/plan/plan';
import { type SectionNode, sectionTree } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { BlockView } from './block-view.tsx';
import { MarkedText, MarksContext, markedPlan } from './marked-text.tsx';
import styles from './reading-pane.module.css';
import { SectionView } from './section-view.tsx';

/** Above this many blocks, chapters that are off the screen are not laid out. */
const longPlan = 400;
const noMarks: PlacedAnnotation[] = [];

interface PlanPageProps {
  plan: PlanDocument;
  placed: PlacedAnnotation[];
  /** False for the first frame, which shows only what is near the last position. */
  isWhole: boolean;
}

/** The text as one page. */
export const PlanPage = memo(function PlanPage({ plan, placed, isWhole }: PlanPageProps) {
  const marks = useMemo(() => marksByBlock(placed), [placed]);
  const isMarked = useApp((state) => state.settings.markMode ?? false);
  const marked = useMemo(
    () =>
      isMarked
        ? markedPlan(
            plan,
            placed.filter(({ annotation }) => !isBookmark(annotation)),
          )
        : null,
    [isMarked, plan, placed],
  );
  const all = useMemo(() => sectionTree(plan), [plan]);
  const position = useAppStore().getState().view.position;
  const chapters = isWhole ? all : chaptersNear(all, position?.document === plan.id ? position.section : undefined);
  const isExcerpt = plan.diagnostics.some(({ code }) => code === 'missing-chapter' || code === 'cut-off');
  const lead = plan.blocks.flatMap((block, index) => (block.section === undefined ? [{ block, index }] : []));
  return (
    <MarksContext value={marked}>
      <article className={styles.page} data-long={plan.blocks.length > longPlan || undefined}>
        <header className={styles.title}>
          {lead.map(({ block, index }) =>
            block.kind === 'title' ? (
              <h1 key={index}>
                <span data-b={index}>
                  <MarkedText block={index} text={block.text} from={0} />
                </span>
              </h1>
            ) : (
              <BlockView key={index} index={index} block={block} marks={marks.get(index) ?? noMarks} />
            ),
          )}
          {isExcerpt ? <p className={styles.excerpt}>{messages.reading.excerptNotice}</p> : null}
        </header>
        {chapters.map((node) => (
          <section key={node.section.id} className={styles.chapter}>
            <Nested plan={plan} node={node} marks={marks} />
          </section>
        ))}
      </article>
    </MarksContext>
  );
});

/** The chapter with a section, and the next one: enough to fill the window. */
function chaptersNear(chapters: readonly SectionNode[], section: string | undefined): readonly SectionNode[] {
  const holds = (node: SectionNode): boolean => node.section.id === section || node.children.some(holds);
  const first = Math.max(0, chapters.findIndex(holds));
  return chapters.slice(first, first + 2);
}

interface NestedProps {
  plan: PlanDocument;
  node: SectionNode;
  marks: ReadonlyMap<number, PlacedAnnotation[]>;
}

function Nested({ plan, node, marks }: NestedProps) {
  return (
    <>
      <SectionView plan={plan} section={node.section} marks={marks} />
      {node.children.map((child) => (
        <div key={child.section.id} className={styles.part}>
          <Nested plan={plan} node={child} marks={marks} />
        </div>
      ))}
    </>
  );
}

function marksByBlock(placed: readonly PlacedAnnotation[]): Map<number, PlacedAnnotation[]> {
  const marks = new Map<number, PlacedAnnotation[]>();
  for (const mark of placed) {
    if (mark.block === undefined) continue;
    const others = marks.get(mark.block);
    if (others === undefined) marks.set(mark.block, [mark]);
    else others.push(mark);
  }
  return marks;
}
