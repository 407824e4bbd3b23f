import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflictHeading } from '#core/annotation/label';
import { mergeChange } from '#core/annotation/merge-change';
import { sampleAnnotation } from './sample-annotation.ts';

const file = { ...sampleAnnotation, device: 'PC-B', modified: '2026-11-23T10:00:00+08:00' };
const heading = conflictHeading(file.device, file.modified);

describe('bodies', () => {
  test.each([
    { name: 'nobody else wrote', base: '甲', current: '甲', wanted: '甲乙', expected: '甲乙' },
    { name: 'the other wrote the same', base: '甲', current: '甲乙', wanted: '甲乙', expected: '甲乙' },
    { name: 'the other wrote less of the same', base: '', current: '甲', wanted: '甲乙', expected: '甲乙' },
    { name: 'both wrote', base: '甲', current: '甲丙', wanted: '甲乙', expected: `甲乙\n\n${heading}\n\n甲丙` },
    { name: 'emptied here, written there', base: '甲', current: '丙', wanted: '', expected: `\n\n${heading}\n\n丙` },
  ])('$name', ({ base, current, wanted, expected }) => {
    expect(mergeChange({ body: wanted }, { body: base }, { ...file, body: current }).body).toBe(expected);
  });

  test('neither text is ever lost, and the same change once more changes nothing', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '\n', ' '), maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (base, current, wanted) => {
        const merged = mergeChange({ body: wanted }, { body: base }, { ...file, body: current }).body ?? '';
        expect(merged.startsWith(wanted)).toBe(true);
        if (current !== base) expect(merged).toContain(current);
        const again = mergeChange({ body: wanted }, { body: base }, { ...file, body: merged }).body;
        expect(again).toBe(merged);
      }),
    );
  });
});

describe('tags', () => {
  test.each([
    { name: 'added here', base: ['甲'], current: ['甲'], wanted: ['甲', '乙'], expected: ['甲', '乙'] },
    { name: 'two added one after the other', base: [], current: ['甲'], wanted: ['乙'], expected: ['甲', '乙'] },
    {
      name: 'removed here, added there',
      base: ['甲', '乙'],
      current: ['甲', '乙', '丙'],
      wanted: ['乙'],
      expected: ['乙', '丙'],
    },
    { name: 'removed on both sides', base: ['甲', '乙'], current: ['乙'], wanted: ['甲'], expected: [] },
  ])('$name', ({ base, current, wanted, expected }) => {
    expect(mergeChange({ tags: wanted }, { tags: base }, { ...file, tags: current }).tags).toEqual(expected);
  });
});

test('a label is what the reader chose last', () => {
  expect(mergeChange({ label: 'todo' }, { label: 'data' }, { ...file, label: 'question' })).toEqual({ label: 'todo' });
});

test('a placement is what the reader decided last, also when it is taken back', () => {
  const placement = { ...sampleAnnotation.target, start: 7, end: 21 };
  const there = { ...file, placement: { ...placement, start: 8 } };
  expect(mergeChange({ placement }, { placement: null }, there)).toEqual({ placement });
  expect(mergeChange({ placement: null }, { placement }, there)).toEqual({ placement: null });
});
