import lunr from 'lunr';
import registerStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import registerChinese from 'lunr-languages/lunr.zh.js';
import { createPostings, type Postings } from './postings.ts';

/**
 * The only place that knows lunr. It gives an order and related sections, never the set of hits: what a person typed is not
 * passed to lunr's query parser, which throws on `:` and finds nothing in unsegmented Chinese. Of lunr's index only the weights
 * of bigrams are kept: a tenth of its memory, and a search that takes a part of its time.
 */
export interface LunrOrder {
  /** For each section the summed weight of the rarest of `bigrams`. */
  weigher: (bigrams: readonly string[]) => (section: number) => number;
  /** Sections that share bigrams with the query, best first, with the scores that lunr gives them. */
  related: (bigrams: readonly string[], limit: number) => { section: number; score: number }[];
}

/** One section, folded. Sections are known by their position in the list. */
export interface OrderedText {
  title: string;
  body: string;
}

const titleBoost = 5;
const rarestTaken = 4;
/** Of a long query the rarest bigrams say what it is about; the others are in most sections. */
const rarestRelated = 40;
/** Chinese for “deepen education”: the bigram across its two words is there only when every bigram is. */
const probe = '\u6df1\u5316\u6559\u80b2';
const bigram = /^[\u3400-\u9fff\uf900-\ufaff]{2}$/u;
/** Sections whose weights are computed in one step. */
const sectionsPerStep = 32;

/** Fields and methods of a builder that lunr does not document; lunr 2.3.9 is its last release. */
interface Internals {
  readonly invertedIndex: Readonly<Record<string, { readonly _index: number } | undefined>>;
  fieldTermFrequencies: Readonly<Record<string, object>>;
  readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] } | undefined>>;
  calculateAverageFieldLengths: () => void;
  createFieldVectors: () => void;
}

interface Chinese {
  zh: lunr.Builder.Plugin & { tokenizer: typeof lunr.tokenizer };
}

/**
 * Builds the index section by section and yields between them, so that a worker can answer in the meantime. Nothing when the
 * packages are not what they were: the order is the poorer for it, and everything is found all the same.
 */
export function* buildLunrOrder(texts: readonly OrderedText[]): Generator<undefined, LunrOrder | undefined> {
  const chinese = chineseLunr();
  const builder = new lunr.Builder();
  if (chinese === undefined || !hasInternals(builder)) return undefined;
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
  return orderOf(yield* weightsOf(builder, texts.length), texts.length);
}

/** lunr's own weights. It computes them all at once, and then a structure for wildcards, in which time nothing is answered. */
function* weightsOf(builder: Internals, sectionCount: number): Generator<undefined, Postings> {
  const frequencies = builder.fieldTermFrequencies;
  const terms: string[] = [];
  for (const [term, posting] of Object.entries(builder.invertedIndex)) {
    if (posting !== undefined && bigram.test(term)) terms[posting._index] = term;
  }
  const postings = createPostings(terms);
  builder.calculateAverageFieldLengths();
  for (let from = 0; from < sectionCount; from += sectionsPerStep) {
    const sections = Array.from({ length: Math.min(sectionsPerStep, sectionCount - from) }, (_, index) => from + index);
    const refs = sections.flatMap((section) => [`title/${section}`, `body/${section}`]);
    builder.fieldTermFrequencies = Object.fromEntries(refs.map((ref) => [ref, frequencies[ref] ?? {}]));
    builder.createFieldVectors();
    for (const section of sections) {
      for (const field of ['title', 'body']) {
        const elements = builder.fieldVectors[`${field}/${section}`]?.elements ?? [];
        for (let at = 0; at < elements.length; at += 2) {
          postings.add(elements[at] ?? 0, section, elements[at + 1] ?? 0);
        }
      }
    }
    yield;
  }
  return postings.finish();
}

function orderOf(postings: Postings, sectionCount: number): LunrOrder {
  const rarest = (bigrams: readonly string[], most: number) =>
    bigrams
      .filter((term) => postings.sectionsWith(term) > 0)
      .sort((left, right) => postings.sectionsWith(left) - postings.sectionsWith(right))
      .slice(0, most);
  const sums = (terms: readonly string[]) => {
    const sum = new Float64Array(sectionCount);
    for (const term of terms) postings.addWeights(term, sum);
    return sum;
  };
  return {
    weigher: (bigrams) => {
      const sum = sums(rarest(bigrams, rarestTaken));
      return (section) => sum[section] ?? 0;
    },
    related: (bigrams, limit) => {
      const terms = rarest(bigrams, rarestRelated);
      // lunr compares with the direction of the query
      const length = Math.sqrt(terms.length);
      return Array.from(sums(terms), (sum, section) => ({ section, score: sum / length }))
        .filter(({ score }) => score > 0)
        .sort((left, right) => right.score - left.score)
        .slice(0, limit);
    },
  };
}

/** lunr with its Chinese tokenizer, which must give every bigram whatever else is installed; nothing when it does not. */
function chineseLunr(): Chinese | undefined {
  if (!hasChinese(lunr)) {
    registerStemmerSupport(lunr);
    registerChinese(lunr);
  }
  if (!hasChinese(lunr)) return undefined;
  const { zh } = lunr;
  const tokens = withoutNotice(() => zh.tokenizer(probe));
  return tokens.some((token) => token.toString() === probe.slice(1, 3)) ? { zh } : undefined;
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

function hasInternals(builder: lunr.Builder): builder is lunr.Builder & Internals {
  const names = ['invertedIndex', 'fieldTermFrequencies', 'calculateAverageFieldLengths', 'createFieldVectors'];
  return names.every((name) => name in builder);
}
