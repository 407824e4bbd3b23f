import { Fragment } from 'react';
import { type MarkedRange, segmentsOf } from '#core/anchoring/segments';
import { paintedAs } from '#core/annotation/label';
import type { Slide } from '#core/overview/slides';
import { blockRanges } from '#core/plan/canonical-text';
import { isCutOff, type PlanDocument } from '#core/plan/plan';
import { isBranch } from '#core/plan/section-tree';
import { codePointLength, sliceByCodePoints } from '#core/text/code-points';
import { linePieces } from '#core/text/line-pieces';
import { messages } from '#messages/zh-CN';
import styles from './clause-text.module.css';

const { reading } = messages;

interface ClauseProps {
  plan: PlanDocument;
  slide: Slide;
}

function marksOf({ notes }: Slide): MarkedRange[] {
  return notes.flatMap(({ mark: { annotation, anchoring } }) =>
    anchoring.range === undefined ? [] : { id: annotation.id, label: annotation.label, range: anchoring.range },
  );
}

/** A heading whose lines end between words; the passages that the notes are about are marked. */
export function ClauseHeading({ plan, slide, title }: ClauseProps & { title: string }) {
  const number = title.startsWith(slide.number) ? slide.number : '';
  const rest = title.slice(number.length);
  const heading = rest.trimStart();
  const block = slide.section?.headingBlock ?? -1;
  const text = plan.blocks[block]?.text ?? '';
  const from = heading === '' ? -1 : text.lastIndexOf(heading);
  const start = (blockRanges(plan)[block]?.start ?? 0) + codePointLength(text.slice(0, Math.max(0, from)));
  let next = start;
  return (
    <>
      {number === '' ? null : <span className={styles.number}>{number}</span>}
      {rest.slice(0, rest.length - heading.length)}
      {linePieces(heading).map((piece) => {
        const at = next;
        next += codePointLength(piece);
        return (
          <Fragment key={at}>
            {at === start ? null : <wbr />}
            <Marked text={piece} start={at} marks={from < 0 ? [] : marksOf(slide)} />
          </Fragment>
        );
      })}
    </>
  );
}

/** The section's own paragraphs as the source has them, with what it lacks. */
export function ClauseText({ plan, slide }: ClauseProps) {
  const { section } = slide;
  if (section === undefined) return null;
  const blocks = section.bodyBlocks.flatMap((index) => plan.blocks[index] ?? []);
  const heading = plan.blocks[section.headingBlock ?? -1];
  const isHeadingOnly = isCutOff(plan) && heading !== undefined && blocks.length === 0 && !isBranch(plan, section.id);
  const starts = blockRanges(plan);
  const marks = marksOf(slide);
  return (
    <>
      {section.bodyBlocks.map((index) => {
        const block = plan.blocks[index];
        return block === undefined ? null : (
          <div key={index}>
            {block.gapBefore ? <p className={styles.missing}>{reading.gap}</p> : null}
            <p className={styles.text}>
              <Marked text={block.text} start={starts[index]?.start ?? 0} marks={marks} />
              {block.cutOff ? <span className={styles.missing}>{reading.cutOff}</span> : null}
            </p>
          </div>
        );
      })}
      {isHeadingOnly ? <p className={styles.missing}>{reading.headingOnly}</p> : null}
    </>
  );
}

interface MarkedProps {
  text: string;
  /** Code points of the plan's text before it. */
  start: number;
  marks: readonly MarkedRange[];
}

function Marked({ text, start, marks }: MarkedProps) {
  return segmentsOf({ start, end: start + codePointLength(text) }, marks).map((segment) => {
    const words = sliceByCodePoints(text, { start: segment.start - start, end: segment.end - start });
    const [top] = segment.marks;
    if (top === undefined) return words;
    return (
      <mark key={segment.start} className={styles.mark} data-label={paintedAs(top.label)}>
        {words}
      </mark>
    );
  });
}
