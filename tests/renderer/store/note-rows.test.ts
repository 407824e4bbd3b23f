import { expect, test } from 'vitest';
import type { NoteOrder } from '#core/settings/settings';
import { noteRows, orderNotes } from '../../../src/renderer/store/note-rows.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { annotationOn, lostAnnotation, placedMarks } from './placed-mark.ts';

const at = (time: string) => ({ modified: `2026-11-2${time}:00+08:00` });
const placed = placedMarks(
  annotationOn('title', '教育发展规划', { label: 'other', ...at('5T09:00') }),
  annotationOn('sport', '深化体育教育改革', { label: 'data', ...at('3T09:00') }),
  annotationOn('art', '强化美育育人功能', { label: 'important', ...at('4T09:00') }),
  annotationOn('school', '健全公办民办同步招生入学机制', { label: 'important', ...at('4T09:00') }),
  lostAnnotation('lost', { label: '别的', ...at('2T09:00') }),
);

test.each<{ order: NoteOrder; expected: string[] }>([
  { order: 'document', expected: ['title', 'sport', 'art', 'school', 'lost'] },
  { order: 'newest', expected: ['title', 'art', 'school', 'sport', 'lost'] },
  { order: 'oldest', expected: ['lost', 'sport', 'art', 'school', 'title'] },
  { order: 'label', expected: ['art', 'school', 'sport', 'title', 'lost'] },
])('order: $order', ({ order, expected }) => {
  expect(orderNotes(placed, order).map(({ annotation }) => annotation.id)).toEqual(expected);
});

test('a note keeps its place while it is written', () => {
  const held = { id: 'title', modified: '2026-11-21T09:00:00+08:00' };
  expect(orderNotes(placed, 'newest', held).at(-1)?.annotation.id).toBe('title');
});

test('ungrouped: every note with its number', () => {
  const rows = noteRows(bundledPlan, placed, { isGrouped: false, folded: ['2'] });
  expect(rows.map((row) => (row.kind === 'note' ? row.position : row.group))).toEqual([1, 2, 3, 4, 5]);
});

test('grouped: chapters in the order of the text, notes in theirs; a folded group counts, but shows nothing', () => {
  const shape = (folded: string[]) =>
    noteRows(bundledPlan, orderNotes(placed, 'newest'), { isGrouped: true, folded }).map((row) =>
      row.kind === 'note' ? `${row.position} ${row.mark.annotation.id}` : `${row.group} (${row.count})`,
    );
  expect(shape([])).toEqual([
    'front (1)',
    '1 title',
    '2 (2)',
    '2 art',
    '3 sport',
    '4 (1)',
    '4 school',
    'lost (1)',
    '5 lost',
  ]);
  expect(shape(['2', '9'])).toEqual(['front (1)', '1 title', '2 (2)', '4 (1)', '4 school', 'lost (1)', '5 lost']);
});
