import { Fragment } from 'react';
import { codePointLength, sliceByCodePoints, type TextRange } from '#core/text/code-points';

/** A text with the matched parts marked; `marks` in code points, in order and apart from each other. */
export function MarkedName({ text, marks }: { text: string; marks: readonly TextRange[] }) {
  const length = codePointLength(text);
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {marks.map((mark, index) => (
        <Fragment key={mark.start}>
          {sliceByCodePoints(text, { start: ends[index] ?? 0, end: mark.start })}
          <mark>{sliceByCodePoints(text, mark)}</mark>
        </Fragment>
      ))}
      {sliceByCodePoints(text, { start: ends.at(-1) ?? 0, end: length })}
    </>
  );
}
