import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, clausesOf } from '#core/comparison/clauses';
import { type ClausePair, comparePlans } from '#core/comparison/compare-plans';
import type { DifferencePart } from '#core/comparison/text-differences';
import { planFromText } from '#core/outline/plan-from-text';
import { plainFormOf } from '#core/text/plain-form';
import { examplePlan } from '../plan/example-plan.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const excerpt = planFromText('excerpt', read('resources/plans/jilin-145-education/source.txt'));
const secondVersion = planFromText('second', read('tests/fixtures/plans/jilin-145-second-version.txt'));

const planOf = (...lines: string[]) => planFromText('plan', lines.join('\n'));
const written = (parts: readonly DifferencePart[] = []) =>
  parts.map(({ kind, text }) => (kind === 'changed' ? `[${text}]` : text)).join('');
/** A pair in short: kind, ids, moved. */
const short = ({ left, right, kind, isMoved }: ClausePair) =>
  `${left ?? '–'} ${right ?? '–'} ${kind}${isMoved ? ' moved' : ''}`;

const title = '本校教育发展规划';
const first = ['一、总体要求', '坚持以人民为中心的发展思想，落实立德树人根本任务。'];
const second = ['二、主要任务', '推进义务教育优质均衡发展，扩大普惠性学前教育资源。'];
const third = ['三、保障措施', '健全经费投入机制，加强督导评估，压实主体责任。'];

describe('named cases', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same', [...first, ...second], [...first, ...second], ['1 1 same', '2 2 same']],
    [
      'a sentence changed',
      [...first, ...second],
      [first[0] ?? '', '坚持以人民为中心的发展思想，全面落实立德树人根本任务。', ...second],
      ['1 1 changed', '2 2 same'],
    ],
    [
      'a chapter added in the middle is not a change of those below it',
      [...first, '二、保障措施', third[1] ?? ''],
      [...first, ...second, ...third],
      ['1 1 same', '– 2 only-right', '2 3 same'],
    ],
    [
      'a chapter taken away',
      [...first, ...second, ...third],
      [...first, '二、保障措施', third[1] ?? ''],
      ['1 1 same', '2 – only-left', '3 2 same'],
    ],
    [
      'a heading reworded over the same text',
      [...first, '二、重点工作安排', second[1] ?? ''],
      [...first, ...second],
      ['1 1 same', '2 2 changed'],
    ],
    [
      'the text rewritten under the same heading',
      [...first, '二、主要任务', '深化产教融合，建设高水平职业学校。'],
      [...first, ...second],
      ['1 1 same', '2 2 changed'],
    ],
    [
      'a chapter moved to the end',
      [...first, ...second, ...third],
      ['一、主要任务', second[1] ?? '', '二、保障措施', third[1] ?? '', '三、总体要求', first[1] ?? ''],
      ['1 3 same moved', '2 1 same', '3 2 same'],
    ],
    [
      'a section moved to another chapter',
      [
        '一、教学',
        '（一）课程建设',
        '开齐开足国家课程，建设校本课程。',
        '二、管理',
        '（一）安全工作',
        '落实校园安全责任制度。',
      ],
      [
        '一、教学',
        '二、管理',
        '（一）安全工作',
        '落实校园安全责任制度。',
        '（二）课程建设',
        '开齐开足国家课程，建设校本课程。',
      ],
      ['1 1 same', '1.1 2.2 same moved', '2 2 same', '2.1 2.1 same'],
    ],
    [
      'sections of one name are known by their chapters',
      ['一、学前教育', '（一）任务', '扩大资源。', '二、高中教育', '（一）任务', '特色发展。'],
      ['一、学前教育', '（一）任务', '扩大普惠资源。', '二、高中教育', '（一）任务', '多样发展。'],
      ['1 1 same', '1.1 1.1 changed', '2 2 same', '2.1 2.1 changed'],
    ],
    [
      'a chapter renamed is known by its sections',
      ['一、育人', '（一）德育', '构建德育工作体系，培养时代新人。', '（二）体育', '深化体育改革，保证锻炼时间。'],
      ['一、立德', '（一）德育', '构建德育工作体系，培养时代新人。', '（二）体育', '深化体育改革，保证锻炼时间。'],
      ['1 1 changed', '1.1 1.1 same', '1.2 1.2 same'],
    ],
    ['nothing in common', first, ['一、附则', '本办法自发布之日起施行。'], ['– 1 only-right', '1 – only-left']],
    [
      'only form differs',
      ['一、总体要求', '（一）方针', '坚持“五育”并举，ＡＢ。'],
      ['一、总体要求', '（一）方针', '坚持"五育"并举， AB。'],
      ['1 1 same', '1.1 1.1 same'],
    ],
  ])('%s', (_name, left, right, expected) => {
    const pairs = comparePlans(planOf(title, ...left), planOf(title, ...right));
    expect(
      pairs
        .filter((pair) => (pair.left ?? pair.right) !== beginning)
        .map(short)
        .sort(),
    ).toEqual(expected.sort());
  });

  test('differences are told word by word, in heading and text', () => {
    const pairs = comparePlans(
      planOf('一、加强教师队伍建设', '完善教师培训制度。提高教师待遇。'),
      planOf('一、加强教师队伍管理', '完善教师培训制度。保障教师待遇。'),
    );
    expect(written(pairs[0]?.differences?.heading.left)).toBe('加强教师队伍[建设]');
    expect(written(pairs[0]?.differences?.heading.right)).toBe('加强教师队伍[管理]');
    expect(written(pairs[0]?.differences?.body.left)).toBe('完善教师培训制度。[提高]教师待遇。');
    expect(written(pairs[0]?.differences?.body.right)).toBe('完善教师培训制度。[保障]教师待遇。');
  });

  test('documents without headings are compared as a whole', () => {
    const pairs = comparePlans(planOf('第一行文字。', '第二行文字。'), planOf('第一行文字。', '第二行改文字。'));
    expect(pairs.map(short)).toEqual([`${beginning} ${beginning} changed`]);
  });

  test('an empty document has nothing of the other', () => {
    expect(comparePlans(planFromText('empty', ''), planOf(...first)).map(({ kind }) => kind)).toEqual(['only-right']);
    expect(comparePlans(planFromText('empty', ''), planFromText('empty', ''))).toEqual([]);
  });

  test('the excerpt beside its full text: the missing chapter is found, sentences that break off are changed', () => {
    const pairs = comparePlans(excerpt, secondVersion);
    const of = (right: string) => pairs.find((pair) => pair.right === right);
    expect(of('3')).toMatchObject({ left: '3', kind: 'changed' });
    expect(of('3.1')).toMatchObject({ left: '3.1', kind: 'changed' });
    expect(of('2.1')).toMatchObject({ left: '2.1', kind: 'changed' });
    expect(pairs.filter(({ kind, left }) => kind === 'only-left' && left !== beginning).length).toBeLessThan(4);
  });
});

describe('for any two plans', () => {
  const word = fc.constantFrom('教育', '发展', '教师', '学校', '质量', '课程', '。', '改革', '资源', '机制');
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
  const line = fc.oneof(
    text,
    fc
      .tuple(
        fc.constantFrom('一、', '二、', '三、', '（一）', '（二）', '1.'),
        fc.array(word, { minLength: 1, maxLength: 3 }),
      )
      .map(([ordinal, words]) => ordinal + words.join('')),
  );
  const plan = fc.array(line, { maxLength: 14 }).map((lines) => planOf(...lines));
  const lines = fc.array(line, { maxLength: 14 });
  /** Two editions: some lines of the second are those of the first. */
  const editions = fc
    .tuple(lines, fc.array(fc.tuple(fc.nat(13), fc.option(line)), { maxLength: 14 }))
    .map(([old, edits]) => {
      const now = edits.flatMap(([at, own]) => own ?? old[at] ?? []);
      return [planOf(...old), planOf(...now)] as const;
    });
  const two = fc.oneof(fc.tuple(plan, plan), editions);

  test('every clause of both sides is there exactly once', () => {
    fc.assert(
      fc.property(two, ([left, right]) => {
        const pairs = comparePlans(left, right);
        const ids = (side: 'left' | 'right') => pairs.flatMap((pair) => pair[side] ?? []).sort();
        expect(ids('left')).toEqual(
          clausesOf(left)
            .map(({ id }) => id)
            .sort(),
        );
        expect(ids('right')).toEqual(
          clausesOf(right)
            .map(({ id }) => id)
            .sort(),
        );
        for (const { left: one, right: other, kind } of pairs) {
          expect(kind === 'only-left').toBe(other === null);
          expect(kind === 'only-right').toBe(one === null);
        }
      }),
    );
  });

  test('clauses hold the whole text', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const bodies = clausesOf(one).map(({ body }) => body);
        const headings = new Set(one.sections.map(({ headingBlock }) => headingBlock));
        const rest = one.blocks.filter((_, index) => !headings.has(index)).map((block) => block.text);
        expect(
          bodies
            .filter((body) => body !== '')
            .flatMap((body) => body.split('\n'))
            .sort(),
        ).toEqual(rest.sort());
      }),
    );
  });

  test('a plan and itself are the same, and nothing has moved', () => {
    fc.assert(
      fc.property(plan, (one) => {
        for (const { left, right, kind, isMoved } of comparePlans(one, structuredClone(one)))
          expect([left, kind, isMoved]).toEqual([right, 'same', false]);
      }),
    );
    for (const one of [examplePlan, excerpt, secondVersion])
      expect(comparePlans(one, structuredClone(one)).filter(({ kind, isMoved }) => kind !== 'same' || isMoved)).toEqual(
        [],
      );
  });

  test('from the other side it is the mirror image', () => {
    const keyOf = ({ left, right }: ClausePair) => `${left ?? '–'} ${right ?? '–'}`;
    const sorted = (pairs: readonly ClausePair[]) =>
      [...pairs].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const mirror = ({ left, right, kind, isMoved, differences }: ClausePair): ClausePair => ({
      left: right,
      right: left,
      kind: kind === 'only-left' ? 'only-right' : kind === 'only-right' ? 'only-left' : kind,
      isMoved,
      differences:
        differences === null
          ? null
          : {
              heading: { left: differences.heading.right, right: differences.heading.left },
              body: { left: differences.body.right, right: differences.body.left },
            },
    });
    fc.assert(
      fc.property(two, ([left, right]) => {
        const there = comparePlans(left, right).map(mirror);
        const back = comparePlans(right, left);
        expect(sorted(back)).toEqual(sorted(there));
      }),
    );
  });

  test('differences hold both texts to the letter, and what is the same is the same in both', () => {
    fc.assert(
      fc.property(two, ([left, right]) => {
        const bodies = (one: typeof left) => new Map(clausesOf(one).map(({ id, body }) => [id, body]));
        for (const { left: one, right: other, differences } of comparePlans(left, right)) {
          if (differences === null) continue;
          const { body } = differences;
          const joined = (parts: readonly DifferencePart[]) => parts.map((part) => part.text).join('');
          expect(joined(body.left)).toBe(bodies(left).get(one ?? ''));
          expect(joined(body.right)).toBe(bodies(right).get(other ?? ''));
          const same = (parts: readonly DifferencePart[]) =>
            plainFormOf(joined(parts.filter(({ kind }) => kind === 'same')));
          expect(same(body.left)).toBe(same(body.right));
        }
      }),
    );
  });
});
