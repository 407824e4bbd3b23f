import { expect, test } from 'vitest';
import { comparePlans } from '#core/comparison/compare-plans';
import { requirementsOf } from '#core/comparison/requirements';
import type { PlanDocument } from '#core/plan/plan';

const words = '教育 发展 教师 学校 质量 课程 改革 资源 机制 建设 推进 完善 提升 加强 优化 深化 健全 保障'.split(' ');
const sentencesOfSection = 15;

/** Always the same numbers. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** About 450,000 characters in sections under chapters; `spoil` changes a sentence. */
function longPlan(seed: number, spoil: (sentence: string, at: number) => string): PlanDocument {
  const next = numbers(seed);
  const sentence = () => `${Array.from({ length: 14 }, () => words[Math.floor(next() * words.length)]).join('')}。`;
  const plan: PlanDocument = {
    schema: 'plan/1',
    id: 'long',
    title: '长规划',
    blocks: [],
    sections: [],
    diagnostics: [],
  };
  for (let at = 0; at < 1050; at += 1) {
    const heading = sentence().slice(0, 10);
    const body = Array.from({ length: sentencesOfSection }, (_, nth) =>
      spoil(sentence(), at * sentencesOfSection + nth),
    ).join('');
    const chapter = Math.floor(at / 20) + 1;
    const id = at % 20 === 0 ? `${chapter}` : `${chapter}.${at % 20}`;
    const ordinal = at % 20 === 0 ? `${chapter}.` : `（${at % 20}）`;
    plan.blocks.push(
      { kind: 'heading', text: ordinal + heading, section: id },
      { kind: 'paragraph', text: body, section: id },
    );
    const [headingBlock, bodyBlock] = [plan.blocks.length - 2, plan.blocks.length - 1];
    const own = {
      id,
      level: at % 20 === 0 ? 1 : 2,
      number: at % 20,
      ordinal,
      heading,
      headingBlock,
      bodyBlocks: [bodyBlock],
    };
    plan.sections.push(at % 20 === 0 ? own : { ...own, parent: `${chapter}` });
  }
  return plan;
}

const asItIs = (sentence: string) => sentence;

test.each<[string, PlanDocument, (kinds: ReadonlyMap<string, number>) => void]>([
  [
    'one sentence in a hundred edited',
    longPlan(1, (sentence, at) => (at % 100 === 0 ? `${sentence.slice(0, 8)}新增${sentence.slice(8)}` : sentence)),
    (kinds) => {
      expect(kinds.get('changed')).toBe(158);
      expect(kinds.get('same')).toBe(892);
    },
  ],
  [
    'every sentence edited',
    longPlan(1, (sentence) => `${sentence.slice(0, 4)}新增${sentence.slice(8)}`),
    (kinds) => expect(kinds.get('changed')).toBe(1050),
  ],
  [
    'another document of the same set phrases',
    longPlan(2, asItIs),
    (kinds) => expect(kinds.get('same')).toBeUndefined(),
  ],
])('450,000 characters beside as many: %s', { timeout: 60_000 }, (_name, right, check) => {
  const left = longPlan(1, asItIs);
  // some seconds on the slowest machine; what grows with the square would take minutes
  const pairs = comparePlans(left, right);
  expect(requirementsOf(left, right, pairs)).toHaveLength(1050);
  const kinds = new Map<string, number>();
  for (const { kind } of pairs) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  check(kinds);
});
