import { memo, type ReactNode } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { BlockView, noMarks } from './block-view.tsx';
import type { Portion } from './page-portions.ts';
import styles from './reading-pane.module.css';
import type { Marks } from './section-marks.ts';
import { tableColumns } from './table-columns.ts';

/** Of most blocks, in CSS pixels. */
const usualHeight = 48;

interface PortionBoxProps {
  /** A section of usual length needs no box around its blocks. */
  isAlone: boolean;
  blocks: Portion['blocks'];
  children: ReactNode;
}

/** Some blocks of a long section: off the screen they are not laid out. */
export function PortionBox({ isAlone, blocks, children }: PortionBoxProps) {
  if (isAlone) return children;
  return (
    <div
      className={styles.portion}
      data-part
      data-portion
      style={{ containIntrinsicSize: `auto ${blocks.length * usualHeight}px` }}
    >
      {children}
    </div>
  );
}

interface TextPortionProps {
  plan: PlanDocument;
  blocks: Portion['blocks'];
  marks: Marks;
  isAlone: boolean;
}

/** The paragraphs of a section, or of a long one some of them. */
export const TextPortion = memo(function TextPortion({ plan, blocks, marks, isAlone }: TextPortionProps) {
  return (
    <PortionBox isAlone={isAlone} blocks={blocks}>
      {blocks.map((index) => (
        <BlockView
          key={index}
          index={index}
          block={plan.blocks[index]}
          marks={marks.get(index) ?? noMarks}
          columns={tableColumns(plan).get(index)}
        />
      ))}
    </PortionBox>
  );
});
