import { createRequire } from 'node:module';
import lunr from 'lunr';
import { afterEach, expect, test, vi } from 'vitest';
import { buildLunrOrder } from '#core/search/lunr-order';

const texts = [
  { title: '深化教育评价改革', body: '以教育评价为牵引' },
  { title: '财务', body: '教育经费' },
];

afterEach(() => vi.restoreAllMocks());

function build() {
  const steps = buildLunrOrder(texts);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
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

test('a tokenizer without bigrams is refused', () => {
  build();
  const zh: unknown = Reflect.get(lunr, 'zh');
  if (typeof zh !== 'function') throw new Error('lunr.zh is not registered');
  const usual: unknown = Reflect.get(zh, 'tokenizer');
  Reflect.set(zh, 'tokenizer', (text: string) => [
    new lunr.Token(text.slice(0, 2), {}),
    new lunr.Token(text.slice(2), {}),
  ]);
  try {
    expect(build).toThrow('bigrams');
  } finally {
    Reflect.set(zh, 'tokenizer', usual);
  }
  expect(build).not.toThrow();
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
