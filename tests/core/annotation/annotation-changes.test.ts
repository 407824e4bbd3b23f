import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, nextRevision } from '#core/annotation/apply-change';
import { compareCopies, isDeletedBy } from '#core/annotation/compare-copies';
import { formatTimestamp, timestampFromId } from '#core/annotation/timestamp';
import { sampleAnnotation } from './sample-annotation.ts';

const stamp = { modified: '2026-11-24T10:00:00+08:00', device: 'PC-B' };

describe('applyChange', () => {
  it('changes what is asked, raises the revision and signs with time and device', () => {
    expect(applyChange(sampleAnnotation, { body: 'new', tags: ['a'] }, stamp)).toEqual({
      ...sampleAnnotation,
      ...stamp,
      body: 'new',
      tags: ['a'],
      rev: 3,
    });
  });

  it('answers the same object when nothing is different', () => {
    expect(
      applyChange(sampleAnnotation, { body: sampleAnnotation.body, tags: ['招生'], label: 'important' }, stamp),
    ).toBe(sampleAnnotation);
    expect(applyChange(sampleAnnotation, {}, stamp)).toBe(sampleAnnotation);
  });

  describe('of the placement', () => {
    const placement = { ...sampleAnnotation.target, start: 7, end: 21, textHash: 'sha256-1111111111111111' };
    const placed = { ...sampleAnnotation, placement };
    const shuffled = Object.fromEntries(Object.entries(placement).reverse()) as typeof placement;
    it.each([
      ['decided', sampleAnnotation, placement, { ...placed, ...stamp, rev: 3 }],
      [
        'decided anew',
        placed,
        { ...placement, start: 8, end: 22 },
        { ...placed, placement: { ...placement, start: 8, end: 22 }, ...stamp, rev: 3 },
      ],
      ['taken back', placed, null, { ...sampleAnnotation, ...stamp, rev: 3 }],
    ])('%s', (_name, before, wanted, expected) => {
      expect(applyChange(before, { placement: wanted }, stamp)).toStrictEqual(expected);
    });
    it.each([
      ['the same again', placed, shuffled],
      ['taken back where there is none', sampleAnnotation, null],
    ])('that changes nothing: %s', (_name, before, wanted) => {
      expect(applyChange(before, { placement: wanted }, stamp)).toBe(before);
    });
    it('stays through other changes', () => {
      expect(applyChange(placed, { body: 'new' }, stamp).placement).toBe(placement);
    });
  });

  it('keeps the passage as it was first described', () => {
    expect(applyChange(sampleAnnotation, { body: 'new' }, stamp).target).toBe(sampleAnnotation.target);
  });

  it.each([
    ['a highlight that gets a note', 'highlighting', 'x', 'commenting'],
    ['a note that is emptied', 'commenting', '', 'highlighting'],
    ['a bookmark that gets a note', 'bookmarking', 'x', 'bookmarking'],
  ] as const)('names the motivation: %s', (_name, motivation, body, expected) => {
    const annotation = { ...sampleAnnotation, motivation, body: body === '' ? 'old' : '' };
    expect(applyChange(annotation, { body }, stamp).motivation).toBe(expected);
  });

  it('moves to the next revision without other changes', () => {
    expect(nextRevision(sampleAnnotation, stamp)).toEqual({ ...sampleAnnotation, ...stamp, rev: 3 });
  });
});

describe('copies of one note', () => {
  const copy = (rev: number, modified: string, hash: string) => ({ annotation: { rev, modified }, hash });
  it.each([
    [
      'the higher revision counts, though it is older',
      copy(3, '2026-01-01T00:00:00+08:00', 'a'),
      copy(2, '2026-02-01T00:00:00+08:00', 'b'),
    ],
    ['then the later change', copy(2, '2026-02-01T00:00:00+08:00', 'a'), copy(2, '2026-01-01T00:00:00+08:00', 'b')],
    [
      'later means the moment, not the letters',
      copy(2, '2026-01-01T00:00:00+00:00', 'a'),
      copy(2, '2026-01-01T07:00:00+08:00', 'b'),
    ],
    ['then the larger hash', copy(2, '2026-01-01T00:00:00+08:00', 'b'), copy(2, '2026-01-01T00:00:00+08:00', 'a')],
  ])('%s', (_name, winner, loser) => {
    expect(compareCopies(winner, loser)).toBeGreaterThan(0);
    expect(compareCopies(loser, winner)).toBeLessThan(0);
  });

  it('have one winner, whatever the order in which they are met', () => {
    const copies = fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('2026-01-01T00:00:00+08:00', '2026-01-01T00:00:01+00:00'),
        fc.constantFrom('a', 'b', 'c'),
      )
      .map(([rev, modified, hash]) => copy(rev, modified, hash));
    const best = (all: ReturnType<typeof copy>[]) =>
      all.reduce((left, right) => (compareCopies(right, left) > 0 ? right : left));
    fc.assert(
      fc.property(fc.array(copies, { minLength: 1, maxLength: 5 }), (all) => {
        expect(best([...all].reverse())).toEqual(best(all));
      }),
    );
  });

  it.each([
    ['deleted after the last change', 4, '2026-01-02T00:00:00Z', true],
    ['deleted after the last change by a clock that is behind', 4, '2025-12-31T00:00:00Z', true],
    ['changed elsewhere before it was deleted without knowing that', 3, '2026-01-02T00:00:00Z', false],
    ['changed elsewhere after it was deleted', 3, '2025-12-31T00:00:00Z', false],
    ['changed again since', 2, '2026-01-02T00:00:00Z', false],
  ])('%s', (_name, rev, modified, expected) => {
    expect(isDeletedBy(copy(rev, modified, 'a'), copy(3, '2026-01-01T00:00:00Z', 'b'))).toBe(expected);
  });
});

describe('timestamps', () => {
  it.each([
    ['east', 480, '2026-11-23T09:20:00+08:00'],
    ['Greenwich', 0, '2026-11-23T01:20:00+00:00'],
    ['west with half an hour', -210, '2026-11-22T21:50:00-03:30'],
  ])('are local, to the second: %s', (_name, offset, expected) => {
    expect(formatTimestamp(new Date('2026-11-23T01:20:00.900Z'), offset)).toBe(expected);
  });

  it('can be read from an id, even from one that no clock made', () => {
    expect(timestampFromId('01M84B9PR0644CCAMGF5S6AR97')).toBe('2026-11-23T14:00:00+00:00');
    expect(timestampFromId('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('9999-12-31T00:00:00+00:00');
    expect(timestampFromId('00000000000000000000000000')).toBe('1970-01-01T00:00:00+00:00');
  });
});
