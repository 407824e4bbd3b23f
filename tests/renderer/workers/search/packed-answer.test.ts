import { expect, test } from 'vitest';
import { createSearcher } from '#core/search/index';
import { rangesOf } from '#core/search/place-list';
import { packAnswer, transferred, unpackAnswer } from '../../../../src/renderer/workers/search/packed-answer.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';

const searcher = createSearcher([bundledPlan]);

test.each(['教育', '督导 机构', '没有的词', ''])('“%s” comes out as it went in', (query) => {
  const answer = searcher.answer(query, { places: bundledPlan.id });
  const expected = { ...structuredClone(answer), places: rangesOf(answer.places) };
  const packed = packAnswer(answer);
  const arrived = structuredClone(packed, { transfer: transferred(packed) });
  expect(packed.places.length).toBe(0);
  expect(unpackAnswer(arrived)).toEqual(expected);
});
