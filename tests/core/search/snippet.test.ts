import { expect, test } from 'vitest';
import { findInText } from '#core/search/find-in-text';
import { snippetOf } from '#core/search/snippet';
import { bundledPlan } from './bundled-plan.ts';
import { planOf } from './plan-of.ts';

const written = (query: string, plan = bundledPlan) =>
  snippetOf(plan, findInText(plan, query))
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('');

const long = planOf('long', ['1、题', `${'甲'.repeat(100)}教育𠮷${'乙'.repeat(100)}`]);

test.each([
  [
    'in a heading, the body after it',
    bundledPlan,
    '劳动教育',
    '（五）加强新时代[劳动教育]。 贯彻落实《中共中央 国务院关于全面加强新时代大中小学[劳动教育]的意见》，充…',
  ],
  ['in a body', bundledPlan, '宣传周', '…宣传推广力度，办好推广普通话[宣传周]'],
  [
    'from the heading into the body',
    bundledPlan,
    '改革。加大',
    '（三）深化体育教育[改革。 加大]力度配齐配好中小学体育教师、场地器材，严格按照国家课程方案和课程标准，开',
  ],
  [
    'several in one',
    bundledPlan,
    '热爱',
    '元素，开展[热爱]自然、[热爱]家乡、[热爱]吉林教育。加强党史、新中国史、改革开放史、社会主义发展史教育…',
  ],
  [
    'before a gap',
    bundledPlan,
    '进头脑',
    '…社会主义思想进教材、进课堂、[进头脑]，…元素，开展热爱自然、热爱家乡、热爱吉林教育。加强党史、新中国史、改革开放史…',
  ],
  ['in a long paragraph', long, '教育𠮷', `…${'甲'.repeat(14)}[教育𠮷]${'乙'.repeat(39)}…`],
  ['a hit longer than a snippet', long, '甲'.repeat(60), `[${'甲'.repeat(42)}]…`],
  ['nothing', bundledPlan, '没有的话', ''],
])('%s', (_, plan, query, snippet) => {
  expect(written(query, plan)).toBe(snippet);
});
