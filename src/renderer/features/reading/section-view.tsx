import { memo, useDeferredValue } from 'react';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import { isHeadingOnly } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { BlockView, noMarks } from './block-view.tsx';
import type { Portion } from './page-portions.ts';
import type { Marks, MarksSelector } from './section-marks.ts';
import { SectionNotes } from './section-notes.tsx';
import styles from './section-view.module.css';
import { TextPortion } from './text-portions.tsx';

const words = messages.reading;

interface SectionViewProps {
  plan: PlanDocument;
  section: PlanSection;
  select: MarksSelector;
  /** What of its blocks is in the page. */
  portions: readonly Portion[];
  /** Its heading is in the page. */
  isBegun: boolean;
  /** It has no other portion. */
  isAlone: boolean;
}

interface SectionPartProps {
  plan: PlanDocument;
  section: PlanSection;
  marks: Marks;
}

/** A section's annotations as soon as there is time: hundreds may be found at once, and that is not to hold up a key or a scroll. */
export function useSectionMarks(select: MarksSelector, section: string): Marks {
  return useDeferredValue(useApp((state) => select(state, section)));
}

/** One section: its heading and its own paragraphs, or the honest statement that the source lacks them. */
export function SectionView({ plan, section, select, portions, isBegun, isAlone }: SectionViewProps) {
  const marks = useSectionMarks(select, section.id);
  const isChapter = section.level === 1;
  return (
    <>
      {isBegun ? <SectionHeading plan={plan} section={section} marks={marks} /> : null}
      {isMissing(section) && !isChapter
        ? null
        : portions.map(({ blocks }) => (
            <TextPortion key={blocks[0] ?? 0} plan={plan} blocks={blocks} marks={marks} isAlone={isAlone} />
          ))}
      <SectionNotes marks={marks} />
      {isHeadingOnly(plan, section) ? <p className={styles.missing}>{words.headingOnly}</p> : null}
    </>
  );
}

const SectionHeading = memo(function SectionHeading({ plan, section, marks }: SectionPartProps) {
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
