import { describe, expect, test } from 'vitest';
import type { PlanBlock, PlanDocument, PlanSection } from '#core/plan/plan';
import { planSchema } from '#core/plan/plan-schema';
import { examplePlan } from './example-plan.ts';

const withBlock = (change: Record<string, unknown>) => ({
  ...examplePlan,
  blocks: examplePlan.blocks.map((block: PlanBlock, index) => (index === 3 ? { ...block, ...change } : block)),
});
const withSection = (change: Record<string, unknown>) => ({
  ...examplePlan,
  sections: examplePlan.sections.map((section: PlanSection, index) =>
    index === 1 ? { ...section, ...change } : section,
  ),
});
const withDiagnostic = (diagnostic: Record<string, unknown>) => ({ ...examplePlan, diagnostics: [diagnostic] });
const without = (key: keyof PlanDocument) =>
  Object.fromEntries(Object.entries(examplePlan).filter(([name]) => name !== key));

describe('plan schema', () => {
  test('takes a plan as it is, also from a file', () => {
    expect(planSchema.parse(examplePlan)).toEqual(examplePlan);
    expect(planSchema.parse(JSON.parse(JSON.stringify(examplePlan)))).toEqual(examplePlan);
  });

  test.each<[string, unknown]>([
    ['no object', null],
    ['a list', []],
    ['an empty object', {}],
    ['another version', { ...examplePlan, schema: 'plan/2' }],
    ['no id', { ...examplePlan, id: '' }],
    ['no title', without('title')],
    ['no blocks', without('blocks')],
    ['an unknown key', { ...examplePlan, colour: 'red' }],
    ['an empty block', withBlock({ text: '' })],
    ['an unknown kind of block', withBlock({ kind: 'table' })],
    ['a flag that says no', withBlock({ cutOff: false })],
    ['level 0', withSection({ level: 0 })],
    ['half a number', withSection({ number: 1.5 })],
    ['a negative index', withSection({ headingBlock: -1 })],
    ['an unknown diagnostic', withDiagnostic({ code: 'odd' })],
  ])('refuses %s', (_, value) => {
    expect(planSchema.safeParse(value).success).toBe(false);
  });

  test.each<[string, unknown]>([
    ['block of an unknown section', withBlock({ section: '9' })],
    ['section below an unknown one', withSection({ parent: '9' })],
    ['section below itself', withSection({ parent: '1.1' })],
    ['section below a later one', withSection({ parent: '2' })],
    ['heading block beyond the end', withSection({ headingBlock: examplePlan.blocks.length })],
    ['body block beyond the end', withSection({ bodyBlocks: [examplePlan.blocks.length] })],
    ['diagnostic of an unknown section', withDiagnostic({ code: 'cut-off', section: '9' })],
    ['diagnostic of a block beyond the end', withDiagnostic({ code: 'cut-off', block: examplePlan.blocks.length })],
    ['two sections with one id', withSection({ id: '1' })],
  ])('refuses a dangling reference: %s', (_, value) => {
    const { error } = planSchema.safeParse(value);
    expect(error?.issues.map(({ message }) => message)).toEqual(['dangling reference']);
  });
});
