import fc from 'fast-check';
import { conflictHeading } from '#core/annotation/label';

const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '甲乙', '', '  缩进'), { maxLength: 5 });
const parts = fc.array(fc.tuple(fc.constantFrom('PC-A', 'PC-B', 'PC-C'), fc.integer({ min: 0, max: 20 }), lines), {
  maxLength: 2,
});
/** Later with each revision. */
export const timeOf = (rev: number, second: number) => new Date(Date.UTC(2026, 10, 23, rev, 0, second)).toISOString();

/** Bodies with and without the texts of others below. */
export const bodies = fc
  .tuple(lines, parts)
  .map(([own, others]) =>
    [
      own.join('\n'),
      ...others.flatMap(([device, second, text]) => [conflictHeading(device, timeOf(0, second)), text.join('\n')]),
    ].join('\n\n'),
  );
