import { describe, expect, test } from 'vitest';
import { noteRows } from '../../../src/renderer/store/note-rows.ts';
import { rowsOfSection, wayTo } from '../../../src/renderer/store/section-rows.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { annotationOn, lostAnnotation, placedMarks } from './placed-mark.ts';

const marks = placedMarks(
  annotationOn('a', '发展基础'),
  annotationOn('b', '深化体育教育改革'),
  annotationOn('c', '深化体育教育改革'),
  annotationOn('d', '强化美育育人功能'),
  lostAnnotation('e'),
);
const rows = noteRows(bundledPlan, marks, { isGrouped: false, folded: [] });

describe('the annotations of the section that is being read', () => {
  test.each([
    ['are found in the order of the text', '2.3', { first: 1, last: 2, count: 2 }],
    ['are none where the section has none', '2.5', null],
    ['are none where no section is read', null, null],
  ])('%s', (_name, section, expected) => {
    expect(rowsOfSection(rows, section)).toEqual(expected);
  });

  test('are those that are unfolded, and of this document', () => {
    const grouped = noteRows(bundledPlan, marks, { isGrouped: true, folded: [] });
    expect(rowsOfSection(grouped, '2.3')).toEqual({ first: 3, last: 4, count: 2 });
    expect(rowsOfSection(noteRows(bundledPlan, marks, { isGrouped: true, folded: ['2'] }), '2.3')).toBeNull();
    const elsewhere = { document: 'other', title: '另一份', notes: [], unreadable: 0 };
    const foreign = rows.map((row) => ({ ...row, elsewhere }));
    expect(rowsOfSection(foreign as never, '2.3')).toBeNull();
  });

  test.each([
    [{ startIndex: 0, endIndex: 0 }, 'down'],
    [{ startIndex: 0, endIndex: 1 }, null],
    [{ startIndex: 2, endIndex: 4 }, null],
    [{ startIndex: 3, endIndex: 4 }, 'up'],
  ])('with %j in sight are %s', (sight, way) => {
    expect(wayTo({ first: 1, last: 2, count: 2 }, sight)).toBe(way);
  });
});
