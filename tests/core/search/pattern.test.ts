import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { type PatternFindings, type PatternOptions, searchPattern } from '#core/search/pattern';
import { sliceByCodePoints } from '#core/text/code-points';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

const plan = planOf('plan', ['1、𠮷林', '到2025年，A𠮷b和a𠮷B', '2030年'], ['2、附则', '（一）', '空 白']);

function found(plans: readonly PlanDocument[], expression: string, options?: PatternOptions): PatternFindings {
  const result = searchPattern(plans, expression, options);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function quotes(expression: string, options?: PatternOptions): string[] {
  const { hits } = found([plan], expression, options);
  return hits.flatMap(({ ranges }) => ranges.map((range) => sliceByCodePoints(canonicalText(plan), range)));
}

test.each([
  ['digits', '\\d{4}年', ['2025年', '2030年']],
  ['after a character of two units', '林', ['林']],
  ['a character of two units is one', 'A.B', ['A𠮷b', 'a𠮷B']],
  ['properties of characters', '\\p{Ps}.', ['（一']],
  ['the ends are those of a block', '^\\d+年$', ['2030年']],
  ['no match crosses blocks', '年[\\s\\S]+2030', []],
  ['empty matches are no places', '白*', ['白']],
  ['look-behind', '(?<=到)\\d+', ['2025']],
  ['nothing but empty matches', '', []],
  ['full width stays full width', '\\(', []],
])('%s: %s', (_, expression, expected) => {
  expect(quotes(expression)).toEqual(expected);
});

test('capitals can be told from small letters', () => {
  expect(quotes('a.b', { matchCase: true })).toEqual([]);
  expect(quotes('a.B', { matchCase: true })).toEqual(['a𠮷B']);
});

test('hits are those of sections, in reading order', () => {
  expect(found([bundledPlan], '第.').hits.every(({ tier }) => tier === 'pattern')).toBe(true);
  const { hits, complete } = found([plan], '、|一|年');
  expect(complete).toBe(true);
  expect(hits.map(({ document, section, number, count }) => [document, section, number, count])).toEqual([
    ['plan', '1', '1', 3],
    ['plan', '2', '2', 2],
  ]);
});

test('text before the first heading has no section', () => {
  const [hit] = found([bundledPlan], '^吉林市').hits;
  expect(hit).toMatchObject({ number: '', count: 1 });
  expect(hit).not.toHaveProperty('section');
});

test('one document of several', () => {
  const other = planOf('other', ['1、其他', '2026年']);
  expect(found([plan, other], '\\d年').hits.map(({ document }) => document)).toEqual(['plan', 'other']);
  expect(found([plan, other], '\\d年', { document: 'other' }).hits).toHaveLength(1);
});

test('the number of places is bounded, and it says so', () => {
  const some = found([plan], '.', { most: 5 });
  expect(some.complete).toBe(false);
  expect(some.hits.reduce((sum, { ranges }) => sum + ranges.length, 0)).toBe(5);
  expect(found([plan], '年', { most: 2 })).toMatchObject({ complete: true });
  const { hits, complete } = found([planOf('long', ['1、长', '教'.repeat(30_000)])], '教');
  expect([hits[0]?.count, complete]).toEqual([10_000, false]);
});

describe('what is no expression comes back as a code', () => {
  test.each(['(', '[', '*', '\\', 'a{2,1}', '\\p{Hanzi}', '(?<年>.)(?<年>.)', '\\1(?'])('%s', (expression) => {
    expect(searchPattern([plan], expression)).toEqual({ ok: false, error: 'invalid' });
  });

  test('too large', () => {
    expect(searchPattern([plan], '(?:教育){2,99}'.repeat(70_000))).toEqual({ ok: false, error: 'too-large' });
  });

  test('whatever else', () => {
    const part = fc.constantFrom(
      '教',
      '.',
      '*',
      '+',
      '?',
      '(',
      ')',
      '[',
      ']',
      '{2}',
      '|',
      '^',
      '$',
      '\\',
      'p{L}',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const result = searchPattern([plan], parts.join(''));
        for (const { ranges } of result.ok ? result.value.hits : []) {
          for (const { start, end } of ranges) expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});

test('the places are those that the engine finds in each block', () => {
  const text = canonicalText(bundledPlan);
  const expressions = ['教育[^。，]{2,6}', '[“《][^”》]+[”》]', '\\p{Script=Han}+学校', '（[一二三四五六七八九十]+）'];
  for (const expression of expressions) {
    const ours = found([bundledPlan], expression).hits.flatMap(({ ranges }) => ranges);
    const theirs = bundledPlan.blocks.flatMap((block) => block.text.match(new RegExp(expression, 'giu')) ?? []);
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours.map((range) => sliceByCodePoints(text, range))).toEqual(theirs);
  }
});
