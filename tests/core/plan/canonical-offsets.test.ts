import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalOffset, canonicalSlice, canonicalText, canonicalUnits } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointOffset, sliceByCodePoints, utf16Offset } from '#core/text/code-points';
import { examplePlan } from './example-plan.ts';

const anyPlan = fc.array(fc.array(fc.constantFrom('教', '𠮷', 'a', '\uD842'), { maxLength: 4 }), { maxLength: 5 }).map(
  (blocks): PlanDocument => ({
    ...examplePlan,
    blocks: blocks.map((characters) => ({ kind: 'paragraph', text: characters.join('') })),
    sections: [],
  }),
);

test('offsets by block are the offsets of a walk from the beginning', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(24), fc.nat(24), (plan, one, other) => {
      const text = canonicalText(plan);
      const range = { start: Math.min(one, other), end: Math.max(one, other) };
      expect(canonicalUnits(plan, one)).toBe(utf16Offset(text, one));
      expect(canonicalOffset(plan, one)).toBe(codePointOffset(text, one));
      expect(canonicalSlice(plan, range)).toBe(sliceByCodePoints(text, range));
    }),
  );
});
