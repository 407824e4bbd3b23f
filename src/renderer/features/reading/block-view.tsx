import { memo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanBlock, PlanSection } from '#core/plan/plan';
import { codePointLength } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import styles from './block-view.module.css';
import { MarginMarks } from './margin-marks.tsx';
import { MarkedText, useHasMarks } from './marked-text.tsx';
import { BlockSummary } from './section-notes.tsx';

const words = messages.reading;
export const noMarks: readonly PlacedAnnotation[] = [];

interface BlockViewProps {
  index: number;
  block: PlanBlock | undefined;
  marks: readonly PlacedAnnotation[];
  heading?: { tag: 'h2' | 'h3' | 'h4'; section: PlanSection };
  /** Of a row of a table. */
  columns?: string | undefined;
}

/**
 * One block of text with what stands beside it. The element with `data-b` holds the block's text and nothing else; notes
 * about missing text, buttons and marks are its siblings.
 */
export const BlockView = memo(function BlockView({ index, block, marks, heading, columns }: BlockViewProps) {
  const hasMarks = useHasMarks(index);
  if (block === undefined) return null;
  const Tag = heading?.tag ?? 'p';
  const summary = `notes-of-block-${index}`;
  return (
    <>
      {block.gapBefore ? (
        <p className={styles.gap}>
          <span>{words.gap}</span>
        </p>
      ) : null}
      <div className={styles.row} data-row={index}>
        <button
          type="button"
          className={styles.annotate}
          data-annotate-block={index}
          tabIndex={-1}
          title={words.annotateBlock}
          aria-label={words.annotateBlock}
        />
        <Tag
          className={heading === undefined ? styles.paragraph : styles.heading}
          data-kind={block.kind === 'paragraph' || heading !== undefined ? undefined : block.kind}
          aria-describedby={marks.length > 0 ? summary : undefined}
          {...(heading === undefined
            ? {}
            : { 'data-section': heading.section.id, 'data-level': heading.section.level })}
        >
          <span data-b={index}>
            {heading !== undefined ? (
              <HeadingText block={index} text={block.text} section={heading.section} />
            ) : columns !== undefined ? (
              <RowText block={index} text={block.text} columns={columns} />
            ) : hasMarks ? (
              <MarkedText block={index} text={block.text} from={0} />
            ) : (
              block.text
            )}
          </span>
          {block.cutOff ? <span className={styles.cutOff}>{words.cutOff}</span> : null}
        </Tag>
        {marks.length > 0 ? <MarginMarks marks={marks} /> : null}
        {marks.length > 0 ? <BlockSummary id={summary} marks={marks} /> : null}
      </div>
    </>
  );
}, areEqual);

/** The words of a heading stand out; its ordinal and closing 。 belong to the text but step back. */
function HeadingText({ block, text, section }: { block: number; text: string; section: PlanSection }) {
  const start = text.indexOf(section.heading ?? '');
  const part = (from: number, to: number) => (
    <MarkedText block={block} text={text.slice(from, to)} from={codePointLength(text.slice(0, from))} />
  );
  if (start < 0 || section.heading === undefined) return part(0, text.length);
  const end = start + section.heading.length;
  return (
    <>
      {start > 0 ? <span>{part(0, start)}</span> : null}
      {part(start, end)}
      {end < text.length ? <span className={styles.stop}>{part(end, text.length)}</span> : null}
    </>
  );
}

/** The cells of a row; the tab that ends a cell is part of the text. */
function RowText({ block, text, columns }: { block: number; text: string; columns: string }) {
  let start = 0;
  const cells = text.split(/(?<=\t)/).map((cell) => {
    const from = start;
    start += cell.length;
    return { cell, from };
  });
  return (
    <span className={styles.cells} style={{ gridTemplateColumns: columns }}>
      {cells.map(({ cell, from }) => (
        <span key={from}>
          <MarkedText block={block} text={cell} from={codePointLength(text.slice(0, from))} />
        </span>
      ))}
    </span>
  );
}

function areEqual(before: BlockViewProps, after: BlockViewProps): boolean {
  return (
    before.index === after.index &&
    before.block === after.block &&
    before.columns === after.columns &&
    before.marks.length === after.marks.length &&
    before.marks.every((mark, position) => mark.annotation === after.marks[position]?.annotation)
  );
}
