import lunr from 'lunr';
import registerStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import registerChinese from 'lunr-languages/lunr.zh.js';

/**
 * The only place that knows lunr. It gives an order and related sections, never the set of hits: what a person typed is not
 * passed to lunr's query parser, which throws on `:` and finds nothing in unsegmented Chinese.
 */
export interface LunrOrder {
  /** For each section the summed weight of the rarest of `bigrams`. */
  weigher: (bigrams: readonly string[]) => (section: number) => number;
  /** Sections that share bigrams with the query, best first. */
  related: (bigrams: readonly string[], limit: number) => { section: number; score: number }[];
}

/** One section, folded. Sections are known by their position in the list. */
export interface OrderedText {
  title: string;
  body: string;
}

const titleBoost = 5;
const rarestTaken = 4;
/** Chinese for “deepen education”: the bigram across its two words is there only when every bigram is. */
const probe = '\u6df1\u5316\u6559\u80b2';

interface Posting {
  readonly _index: number;
  readonly title: object;
  readonly body: object;
}

/** Fields of an index that lunr does not document; lunr 2.3.9 is its last release. */
interface Internals {
  readonly invertedIndex: Readonly<Record<string, Posting | undefined>>;
  readonly fieldVectors: Readonly<
    Record<string, { readonly elements: readonly number[]; positionForIndex: (index: number) => number } | undefined>
  >;
}

interface Chinese {
  zh: lunr.Builder.Plugin & { tokenizer: typeof lunr.tokenizer };
}

/** Builds the index section by section and yields between them, so that a worker can answer in the meantime. */
export function* buildLunrOrder(texts: readonly OrderedText[]): Generator<undefined, LunrOrder> {
  const chinese = chineseLunr();
  const builder = new lunr.Builder();
  builder.ref('section');
  builder.field('title', { boost: titleBoost });
  builder.field('body');
  builder.use(chinese.zh);
  // without these lunr drops single characters as stop words and stems English in queries only
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  for (const [section, { title, body }] of texts.entries()) {
    builder.add({ section, title, body });
    yield;
  }
  return orderOf(builder.build());
}

function orderOf(index: lunr.Index): LunrOrder {
  if (!hasInternals(index)) throw new Error('this version of lunr keeps its index in another form');
  const { invertedIndex, fieldVectors } = index;
  const frequencies = new Map<string, number>();
  const frequency = (bigram: string): number => {
    let known = frequencies.get(bigram);
    if (known === undefined) {
      const posting = invertedIndex[bigram];
      known = posting ? Object.keys(posting.title).length + Object.keys(posting.body).length : 0;
      frequencies.set(bigram, known);
    }
    return known;
  };
  const weight = (field: string, term: number): number => {
    const vector = fieldVectors[field];
    if (vector === undefined) return 0;
    const at = vector.positionForIndex(term);
    return vector.elements[at] === term ? (vector.elements[at + 1] ?? 0) : 0;
  };
  return {
    weigher: (bigrams) => {
      const known = bigrams.filter((bigram) => frequency(bigram) > 0);
      const rarest = known.sort((left, right) => frequency(left) - frequency(right)).slice(0, rarestTaken);
      const terms = rarest.flatMap((bigram) => invertedIndex[bigram]?._index ?? []);
      return (section) =>
        terms.reduce((sum, term) => sum + weight(`title/${section}`, term) + weight(`body/${section}`, term), 0);
    },
    related: (bigrams, limit) => {
      const known = bigrams.filter((bigram) => frequency(bigram) > 0);
      if (known.length === 0) return [];
      const results = index.query((query) => {
        for (const term of known) query.term(term, { usePipeline: false });
      });
      return results.slice(0, limit).map(({ ref, score }) => ({ section: Number(ref), score }));
    },
  };
}

/** lunr with its Chinese tokenizer, which must give every bigram whatever else is installed. */
function chineseLunr(): Chinese {
  if (!hasChinese(lunr)) {
    registerStemmerSupport(lunr);
    registerChinese(lunr);
  }
  if (!hasChinese(lunr)) throw new Error('lunr-languages did not register its Chinese tokenizer');
  const { zh } = lunr;
  const tokens = withoutNotice(() => zh.tokenizer(probe));
  if (!tokens.some((token) => token.toString() === probe.slice(1, 3))) {
    throw new Error('lunr-languages gives no bigrams: is @node-rs/jieba installed?');
  }
  return { zh };
}

/** lunr-languages tells the console, once, that a segmenter is missing which must indeed not be there. */
function withoutNotice<Value>(action: () => Value): Value {
  const host: object = globalThis;
  if (!hasConsole(host)) return action();
  const { info } = host.console;
  host.console.info = () => {};
  try {
    return action();
  } finally {
    host.console.info = info;
  }
}

function hasConsole(host: object): host is { console: { info: unknown } } {
  return 'console' in host;
}

function hasChinese(value: object): value is Chinese {
  return 'zh' in value;
}

function hasInternals(index: lunr.Index): index is lunr.Index & Internals {
  return 'invertedIndex' in index && 'fieldVectors' in index;
}
