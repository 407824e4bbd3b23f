import { Charset, Index } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import registerStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import registerChinese from 'lunr-languages/lunr.zh.js';
import MiniSearch from 'minisearch';
import type { PlanDocument } from '#core/plan/plan';
import { createSearcher, type SearchTier } from '#core/search/index';

/** A section that an engine names as an answer. */
export interface Answer {
  section: string;
  tier?: SearchTier;
}

/**
 * A way of searching. `build` makes a plan ready; what it returns answers a query. Which sections that are is asked outside of
 * the time that is measured.
 */
export interface Engine {
  name: string;
  build: (plan: PlanDocument) => (query: string) => () => Answer[];
  /** Takes so long for a query that of a large text only every tenth is asked. */
  isSlow?: true;
  /** Each query counts by the fastest of several rounds; the others take too long for more than one. */
  isRepeated?: true;
}

interface Section {
  section: string;
  title: string;
  body: string;
}

/** Results that are listed, and therefore located: as many as the program asks for. */
const listed = 200;

const ours: Engine = {
  name: 'ours',
  isRepeated: true,
  build: (plan) => {
    const searcher = createSearcher([plan]);
    return (query) => {
      searcher.answer(query, { locate: listed, places: plan.id });
      return () => searcher.search(query, { locate: 0 }).map(({ section = '', tier }) => ({ section, tier }));
    };
  },
};

/** The whole text as it stands, every place of the query, without any folding. */
const plainScan: Engine = {
  name: 'plain indexOf scan',
  isRepeated: true,
  build: (plan) => {
    const sections = sectionsOf(plan);
    const text = sections.map(({ title, body }) => `${title}\n${body}\n`).join('');
    const starts: number[] = [];
    let length = 0;
    for (const { title, body } of sections) {
      starts.push(length);
      length += title.length + body.length + 2;
    }
    return (query) => {
      const answers: Answer[] = [];
      let section = 0;
      let last = -1;
      for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
        while ((starts[section + 1] ?? Number.POSITIVE_INFINITY) <= at) section += 1;
        if (section !== last) answers.push({ section: sections[section]?.section ?? '' });
        last = section;
      }
      return () => answers;
    };
  },
};

/** As the documentation of lunr-languages shows it. What its query language refuses finds nothing. */
const lunrLanguages: Engine = {
  name: 'lunr + lunr-languages',
  build: (plan) => {
    if (!hasChinese(lunr)) {
      registerStemmerSupport(lunr);
      registerChinese(lunr);
    }
    const builder = new lunr.Builder();
    if (hasChinese(lunr)) builder.use(lunr.zh);
    builder.ref('section');
    builder.field('title');
    builder.field('body');
    for (const section of sectionsOf(plan)) builder.add(section);
    const index = builder.build();
    return (query) => {
      const answers = withoutRefusals(() => index.search(query).map(({ ref }) => ({ section: ref })));
      return () => answers;
    };
  },
};

/** The words of `Intl.Segmenter`, all of which must be there. */
const miniSearch: Engine = {
  name: 'minisearch, words',
  build: (plan) => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    const tokenize = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
    const index = new MiniSearch({
      idField: 'section',
      fields: ['title', 'body'],
      tokenize,
      searchOptions: { combineWith: 'AND', tokenize },
    });
    index.addAll(sectionsOf(plan));
    return (query) => {
      const found = index.search(query);
      return () => found.map(({ id }) => ({ section: String(id) }));
    };
  },
};

const flexSearch: Engine = {
  name: 'flexsearch, CJK',
  build: (plan) => {
    const index = new Index({ encoder: Charset.CJK });
    const sections = sectionsOf(plan);
    for (const [at, { title, body }] of sections.entries()) index.add(at, `${title}\n${body}`);
    return (query) => {
      const found = index.search(query, { limit: sections.length });
      return () => found.map((at) => ({ section: sections[Number(at)]?.section ?? '' }));
    };
  },
};

const fuse: Engine = {
  name: 'fuse.js, exact',
  isSlow: true,
  build: (plan) => {
    const index = new Fuse(sectionsOf(plan), { keys: ['title', 'body'], threshold: 0, ignoreLocation: true });
    return (query) => {
      const found = index.search(query);
      return () => found.map(({ item }) => ({ section: item.section }));
    };
  },
};

/** Ours first; the plain scan is what its times are held against. */
export const engines: readonly Engine[] = [ours, plainScan, lunrLanguages, miniSearch, flexSearch, fuse];

function sectionsOf({ blocks, sections }: PlanDocument): Section[] {
  const text = (index: number) => blocks[index]?.text ?? '';
  const first = blocks.filter(({ section }) => section === undefined).map((block) => block.text);
  return [
    { section: '', title: '', body: first.join('\n') },
    ...sections.map(({ id, headingBlock, bodyBlocks }) => ({
      section: id,
      title: headingBlock === undefined ? '' : text(headingBlock),
      body: bodyBlocks.map(text).join('\n'),
    })),
  ];
}

function withoutRefusals(search: () => Answer[]): Answer[] {
  try {
    return search();
  } catch {
    return [];
  }
}

function hasChinese(value: object): value is { zh: lunr.Builder.Plugin } {
  return 'zh' in value;
}
