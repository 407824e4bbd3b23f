import { createRequire } from 'node:module';
import lunr from 'lunr';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fold } from '#core/search/fold';
import { createSearcher } from '#core/search/index';
import { buildLunrOrder, type OrderedText } from '#core/search/lunr-order';
import { bundledPlan } from './bundled-plan.ts';

const texts = [
  { title: '深化教育评价改革', body: '以教育评价为牵引' },
  { title: '财务', body: '教育经费' },
];

afterEach(() => vi.restoreAllMocks());

function tryToBuild(wanted: readonly OrderedText[]) {
  const steps = buildLunrOrder(wanted);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function build(wanted: readonly OrderedText[] = texts) {
  const order = tryToBuild(wanted);
  if (order === undefined) throw new Error('no order');
  return order;
}

test('says nothing about segmenters that must not be there', () => {
  const info = vi.spyOn(console, 'info').mockReturnValue();
  build();
  expect(info).not.toHaveBeenCalled();
});

test('control: a fresh lunr-languages does say it', () => {
  const info = vi.spyOn(console, 'info').mockReturnValue();
  const fresh = freshLunr();
  expect(fresh('\u6559\u80b2')).not.toEqual([]);
  expect(info).toHaveBeenCalledOnce();
});

test('a title weighs more than a body, rare bigrams more than common ones', () => {
  const order = build();
  const weigh = order.weigher(['教育', '育评']);
  expect(weigh(0)).toBeGreaterThan(weigh(1));
  expect(order.weigher(['经费'])(1)).toBeGreaterThan(order.weigher(['教育'])(1));
  expect(order.weigher(['没有'])(0)).toBe(0);
});

test('related sections share bigrams', () => {
  expect(build().related(['评价', '没有'], 5)).toMatchObject([{ section: 0 }]);
  expect(build().related(['没有'], 5)).toEqual([]);
  expect(build().related([], 5)).toEqual([]);
});

describe('the same scores as those of the index that lunr builds', () => {
  const many = bundledPlan.sections.map(({ headingBlock = -1, bodyBlocks }) => ({
    title: fold(bundledPlan.blocks[headingBlock]?.text ?? ''),
    body: bodyBlocks.map((block) => fold(bundledPlan.blocks[block]?.text ?? '')).join(''),
  }));
  const order = build(many);
  const index = lunr(function () {
    build([]);
    this.use(Reflect.get(lunr, 'zh'));
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.ref('section');
    this.field('title', { boost: 5 });
    this.field('body');
    for (const [section, text] of many.entries()) this.add({ section, ...text });
  });

  test.each([[['教育']], [['劳动', '动教', '教育']], [['减轻', '轻学', '学生', '作业', '没有']]])('%j', (bigrams) => {
    const results = index.query((query) => {
      for (const term of bigrams) query.term(term, { usePipeline: false });
    });
    const ours = order.related(bigrams, many.length);
    expect(ours).toHaveLength(results.length);
    for (const { ref, score } of results) {
      expect(ours.find(({ section }) => section === Number(ref))?.score).toBeCloseTo(score, 4);
    }
  });
});

test('a tokenizer without bigrams gives no order, and nothing is thrown', () => {
  build();
  const zh: unknown = Reflect.get(lunr, 'zh');
  if (typeof zh !== 'function') throw new Error('lunr.zh is not registered');
  const usual: unknown = Reflect.get(zh, 'tokenizer');
  Reflect.set(zh, 'tokenizer', (text: string) => [
    new lunr.Token(text.slice(0, 2), {}),
    new lunr.Token(text.slice(2), {}),
  ]);
  try {
    expect(tryToBuild(texts)).toBeUndefined();
    const searcher = createSearcher([bundledPlan]);
    expect(searcher.isOrdered()).toBe(false);
    expect(searcher.search('劳动教育')[0]).toMatchObject({ number: '二（五）', tier: 'literal' });
  } finally {
    Reflect.set(zh, 'tokenizer', usual);
  }
  expect(tryToBuild(texts)).toBeDefined();
});

test('another form of the index gives no order either', () => {
  const { prototype } = lunr.Builder;
  const usual: unknown = Reflect.get(prototype, 'createFieldVectors');
  Reflect.deleteProperty(prototype, 'createFieldVectors');
  try {
    expect(tryToBuild(texts)).toBeUndefined();
  } finally {
    Reflect.set(prototype, 'createFieldVectors', usual);
  }
  expect(tryToBuild(texts)).toBeDefined();
});

/** The Chinese tokenizer of another copy of the packages. */
function freshLunr(): (text: string) => unknown[] {
  const require = createRequire(import.meta.url);
  const load = (name: string) => {
    delete require.cache[require.resolve(name)];
    return require(name);
  };
  const copy = load('lunr');
  load('lunr-languages/lunr.stemmer.support.js')(copy);
  load('lunr-languages/lunr.zh.js')(copy);
  return copy.zh.tokenizer;
}
