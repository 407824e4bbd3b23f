import { memo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import { isBranch } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { BlockView } from './block-view.tsx';
import { SectionNotes } from './section-notes.tsx';
import styles from './section-view.module.css';

const words = messages.reading;
const noMarks: PlacedAnnotation[] = [];

interface SectionViewProps {
  plan: PlanDocument;
  section: PlanSection;
  /** Annotations by the block where they begin. */
  marks: ReadonlyMap<number, PlacedAnnotation[]>;
}

/** One section: its heading and its own paragraphs, or the honest statement that the source lacks them. */
export function SectionView({ plan, section, marks }: SectionViewProps) {
  const isChapter = section.level === 1;
  const isHeadingOnly = !isMissing(section) && section.bodyBlocks.length === 0 && !isBranch(plan, section.id);
  return (
    <>
      <SectionHeading plan={plan} section={section} marks={marks} />
      {isMissing(section) && !isChapter
        ? null
        : section.bodyBlocks.map((index) => (
            <BlockView key={index} index={index} block={plan.blocks[index]} marks={marks.get(index) ?? noMarks} />
          ))}
      <SectionNotes marks={ownMarks(section, marks)} />
      {isHeadingOnly ? <p className={styles.missing}>{words.headingOnly}</p> : null}
    </>
  );
}

/** The annotations that begin in a section's own blocks. */
function ownMarks(section: PlanSection, marks: SectionViewProps['marks']): readonly PlacedAnnotation[] {
  const { headingBlock, bodyBlocks } = section;
  const own = (headingBlock === undefined ? bodyBlocks : [headingBlock, ...bodyBlocks]).flatMap(
    (block) => marks.get(block) ?? [],
  );
  return own.length === 0 ? noMarks : own;
}

const SectionHeading = memo(function SectionHeading({ plan, section, marks }: SectionViewProps) {
  const Tag = section.level === 1 ? 'h2' : section.level === 2 ? 'h3' : 'h4';
  if (section.headingBlock === undefined) {
    const chapter = section.level === 1;
    return (
      <Tag className={styles.missingHeading} data-section={section.id} data-level={section.level}>
        <span className={styles.missingOrdinal}>{section.ordinal}</span>
        {chapter ? words.missingChapter : words.missingSection}
        {chapter ? <small className={styles.inferred}>{words.inferredChapter}</small> : null}
      </Tag>
    );
  }
  return (
    <BlockView
      index={section.headingBlock}
      block={plan.blocks[section.headingBlock]}
      marks={marks.get(section.headingBlock) ?? noMarks}
      heading={{ tag: Tag, section }}
    />
  );
});
