import { expect, test } from 'vitest';
import { createSearcher } from '#core/search/index';
import { excerptOf, type SnippetPiece } from '#core/search/snippet';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

const written = (pieces: SnippetPiece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const long = planOf('long', ['题', `${'甲'.repeat(100)}教育𠮷${'乙'.repeat(100)}`]);

test.each([
  [
    'in the heading and in the body',
    bundledPlan,
    '劳动教育',
    '加强新时代[劳动教育]',
    '…院关于全面加强新时代大中小学[劳动教育]的意见》，充分',
  ],
  [
    'in a heading only',
    bundledPlan,
    '体育教育改革',
    '深化[体育教育改革]',
    '加大力度配齐配好中小学体育教师、场地器材，严格按照国家课程方案和课程标准，开',
  ],
  ['in a heading without a body', bundledPlan, '指导思想', '[指导思想]', ''],
  [
    'in the ordinal',
    bundledPlan,
    '（八）',
    '构建学校家庭社会协同育人机制',
    '强化家庭、学校、社会协同育人机制，发挥学校开展家庭教育指导服务的',
  ],
  [
    'in a body',
    bundledPlan,
    '宣传周',
    '提升国家通用语言文字教育水平和服务能力',
    '…宣传推广力度，办好推广普通话[宣传周]',
  ],
  [
    'from the heading into the body',
    bundledPlan,
    '改革。加大',
    '深化体育教育[改革]',
    '[加大]力度配齐配好中小学体育教师、场地器材，严格按照国家课程方案和课程标准，开',
  ],
  [
    'several in one',
    bundledPlan,
    '热爱',
    '构建一体化的思想政治工作体系',
    '元素，开展[热爱]自然、[热爱]家乡、[热爱]吉林教育。加强党史、新中国史、改革开放史、社会主义发展史教育…',
  ],
  [
    'before a gap',
    bundledPlan,
    '进头脑',
    '构建一体化的思想政治工作体系',
    '…社会主义思想进教材、进课堂、[进头脑]，…元素，开展热爱自然、热爱家乡、热爱吉林教育。加强党史、新中国史、改革开放史…',
  ],
  ['before the first heading', bundledPlan, '十四五', '', '吉林市“[十四五]”教育发展规划'],
  ['in a long paragraph', long, '教育𠮷', '题', `…${'甲'.repeat(14)}[教育𠮷]${'乙'.repeat(39)}…`],
  ['a hit longer than a snippet', long, '甲'.repeat(60), '题', `[${'甲'.repeat(42)}]…`],
])('%s', (_, plan, query, heading, body) => {
  const [hit] = createSearcher([plan]).search(query);
  const excerpt = excerptOf(plan, hit?.section, hit?.ranges ?? []);
  expect(written(excerpt.heading)).toBe(heading);
  expect(written(excerpt.body)).toBe(body);
});

test('no hits, no section', () => {
  expect(excerptOf(bundledPlan, undefined, [])).toEqual({ heading: [], body: [] });
  expect(excerptOf(bundledPlan, 'none', [])).toEqual({ heading: [], body: [] });
});
