import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationSchema } from '#core/annotation/annotation-schema';
import { fromJsonLd, mostEntries } from '#core/interchange/from-jsonld';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';
import { bundledPlan } from '../search/bundled-plan.ts';
import { comment, exported, type LooseItem, now, ownId, quote, read, readOne, web } from './reading.ts';

const long = 'x'.repeat(1_000_000);
const bad: [name: string, entry: unknown, problem: string, detail?: string][] = [
  ['a number', 7, 'not-annotation'],
  ['null', null, 'not-annotation'],
  ['nothing that it is about', { id: ownId }, 'not-annotation'],
  ['a page note', { id: 'a', target: [{ source: 'https://example.cn' }], text: '整页' }, 'no-quote'],
  ['a reply', { id: 'a', target: ['urn:b'], body: comment }, 'no-quote'],
  ['an empty quote', { id: 'a', target: { ...web, selector: { ...quote, exact: '' } } }, 'no-quote'],
  ['a quote that is a list', { id: 'a', target: { ...web, selector: { ...quote, exact: ['a'] } } }, 'no-quote'],
  ['a body of a megabyte', { id: 'a', target: web, body: long }, 'too-long', 'body'],
  ['a tag of a megabyte', { id: 'a', target: web, tags: [long] }, 'too-long', 'tags.0'],
  [
    'too many tags',
    { id: 'a', target: web, tags: Array.from({ length: 101 }, (_, tag) => `${tag}`) },
    'too-long',
    'tags',
  ],
  ['a name of a megabyte', { id: 'a', target: web, creator: long }, 'too-long', 'author'],
];

function spoilt(change: (item: LooseItem) => unknown): LooseItem {
  const [item] = exported([sampleAnnotation]).first.items;
  change(item);
  return item;
}

const spoiltOwn: [name: string, entry: unknown, problem: string, detail?: string][] = [
  ['a revision of 2^53 - 1', spoilt((item) => Object.assign(item, { 'plan:rev': 2 ** 53 - 1 })), 'bad-field', 'rev'],
  ['a revision of 1.5', spoilt((item) => Object.assign(item, { 'plan:rev': 1.5 })), 'bad-field', 'rev'],
  [
    'a passage that ends before it begins',
    spoilt((item) => Object.assign(item.target.selector[1], { end: 1 })),
    'bad-field',
    'target',
  ],
  [
    'a path for a hash',
    spoilt((item) => Object.assign(item.target, { state: 'urn:plan-reader:text:../x' })),
    'bad-field',
    'target.textHash',
  ],
  [
    'a quote longer than a note file takes',
    spoilt((item) => Object.assign(item.target.selector[0], { exact: '长'.repeat(70_000) })),
    'too-long',
    'header-too-long',
  ],
];

describe('a bad entry', () => {
  it.each([...bad, ...spoiltOwn])(
    'is listed with its reason, and the rest is imported: %s',
    (_name, entry, problem, detail) => {
      const { imported, refused } = read([{ id: 'urn:good', target: web }, entry, { id: 'urn:better', target: web }]);
      expect(imported).toHaveLength(2);
      expect(refused).toEqual([
        { problem, number: 2, hint: expect.any(String), ...(detail === undefined ? {} : { detail }) },
      ]);
      expect(refused[0]?.hint.length).toBeLessThanOrEqual(80);
    },
  );

  it('is the second of two with one address that say different things', () => {
    const entry = { id: 'urn:a', target: web, body: '一', created: now };
    const { imported, refused } = read([entry, entry, { ...entry, body: '二' }]);
    expect(imported.map(({ annotation }) => annotation.body)).toEqual(['一']);
    expect(refused).toEqual([{ problem: 'duplicate', number: 3, hint: quote.exact }]);
  });

  it('in an own address never becomes a name of a file', () => {
    for (const id of ['../x', 'CON', '__proto__', '01M84B9PR0644CCAMGF5S6AR97/..', '8'.repeat(26), '']) {
      expect(readOne({ id: `urn:ulid:${id}`, target: web }).id).toMatch(/^0{10}[0-9A-HJKMNP-TV-Z]{16}$/);
    }
  });

  it('cannot reach the prototype of objects', () => {
    const file = JSON.parse(
      `[{"id":"urn:a","target":${JSON.stringify(web)},"__proto__":{"polluted":true,"body":"毒"},"constructor":{"prototype":{"polluted":true}}}]`,
    );
    expect(read(file).imported[0]?.annotation.body).toBe('');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('may be nested ten thousand levels deep', () => {
    const depth = 10_000;
    const deep = (name: string) => JSON.parse(`${`{"${name}":`.repeat(depth)}1${'}'.repeat(depth)}`);
    const lists = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    const { imported, refused } = read([
      { id: 'a', target: { ...web, selector: deep('refinedBy') } },
      { id: 'b', target: deep('target') },
      { id: 'c', target: { ...web, selector: lists }, body: lists },
      { id: 'd', target: web, body: deep('items'), creator: deep('name') },
    ]);
    expect(imported.map(({ annotation }) => annotation.body)).toEqual(['']);
    expect(refused.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

const filesWithoutAnnotations: [name: string, file: unknown, problem: string][] = [
  ['a number', 1, 'not-annotations'],
  ['null', null, 'not-annotations'],
  ['other JSON', { name: 'plan-reader', version: '0.1.0' }, 'not-annotations'],
  ['a list of other things', [1, 'a', {}], 'not-annotations'],
  ['an empty list', [], 'no-annotations'],
  ['an empty collection', { type: 'AnnotationCollection', total: 0 }, 'no-annotations'],
  [
    'a collection whose pages are elsewhere',
    { type: 'AnnotationCollection', first: 'https://x.cn/1' },
    'no-annotations',
  ],
  ['too many', Array(mostEntries + 1).fill({ target: 'a' }), 'too-many'],
];

describe('a file as a whole', () => {
  it.each(filesWithoutAnnotations)('without annotations says so: %s', (_name, file, problem) => {
    expect(fromJsonLd(file, { plan: bundledPlan, now })).toEqual({ ok: false, error: problem });
  });

  it('tells how far it has been read', () => {
    const seen: number[] = [];
    const file = Array.from({ length: 120 }, (_, index) => ({ id: `urn:${index}`, target: web }));
    fromJsonLd(file, { plan: bundledPlan, now, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([0, 50, 100]);
  });

  it('never throws, whatever it holds, and lets nothing through that the schema does not allow', () => {
    const names = fc.constantFrom(
      ...[
        'id',
        'type',
        'target',
        'source',
        'selector',
        'refinedBy',
        'exact',
        'start',
        'end',
        'body',
        'purpose',
        'value',
      ],
      ...[
        'items',
        'first',
        'next',
        'rows',
        '@graph',
        'creator',
        'name',
        'created',
        'plan:rev',
        'plan:placement',
        'state',
      ],
      '__proto__',
    );
    const words = fc.constantFrom(
      ...[
        'Annotation',
        'TextQuoteSelector',
        'TextPositionSelector',
        'tagging',
        'Choice',
        ownId,
        quote.exact,
        '',
        '\ud800',
      ],
      ...['urn:plan-reader:document:jilin-145-education', 'urn:plan-reader:text:sha256-8bf7b261fd5c0741', now],
    );
    const { file } = fc.letrec((tie) => ({
      file: fc.oneof(
        { depthSize: 'large', withCrossShrink: true },
        words,
        fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.string()),
        fc.array(tie('file'), { maxLength: 4 }),
        fc.dictionary(names, tie('file'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(
        fc.oneof(
          file,
          fc.array(file),
          fc.json().map((text) => JSON.parse(text)),
        ),
        (value) => {
          const result = fromJsonLd(value, { plan: bundledPlan, now });
          if (!result.ok) return;
          for (const { annotation } of result.value.imported)
            expect(annotationSchema.parse(annotation)).toEqual(annotation);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
