import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasConflict, readBodyParts, writeBodyParts } from '#core/annotation/conflict-parts';
import { conflictHeading, conflictMark } from '#core/annotation/label';
import { bodies } from './any-body.ts';

const earlier = '2026-11-23T09:00:00+08:00';

describe('a conflict', () => {
  test.each([
    ['', false],
    ['甲', false],
    [`甲 ${conflictMark}`, false],
    [`甲\n\n${conflictHeading('PC-B', earlier)}\n\n乙`, true],
    [`甲\n\n${conflictHeading('PC-B', earlier)}\r\n\n乙`, true],
    [conflictHeading('', ''), true],
  ])('%j: %s', (body, expected) => {
    expect(hasConflict({ body })).toBe(expected);
  });

  it('keeps its heading on one line, whatever the computer is called', () => {
    expect(hasConflict({ body: `x\n\n${conflictHeading('a\nb', earlier)}\n\ny` })).toBe(true);
  });
});

describe('a body', () => {
  it('takes a body apart and puts it together without a change', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { own, parts: found } = readBodyParts(body);
        const written = writeBodyParts({ own, parts: found });
        expect(readBodyParts(written)).toEqual({ own, parts: found });
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick with a long run of empty lines', () => {
    expect(readBodyParts(`${'\n'.repeat(200_000)}x${'\n'.repeat(199_000)}`).own).toHaveLength(200_001);
  });
});
