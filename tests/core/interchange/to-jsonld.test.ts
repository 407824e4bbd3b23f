import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRange } from '#core/anchoring/describe';
import type { Annotation } from '#core/annotation/annotation';
import { toJsonLd } from '#core/interchange/to-jsonld';
import { canonicalText } from '#core/plan/canonical-text';
import { codePointLength } from '#core/text/code-points';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';
import { bundledPlan } from '../search/bundled-plan.ts';
import { collectionOf, exported, type LooseCollection, type LooseItem } from './reading.ts';
import { violations } from './w3c-model.ts';

const length = codePointLength(canonicalText(bundledPlan));

const passages = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 200 }))
  .map(([start, size]) => describeRange(bundledPlan, { start, end: Math.min(start + size, length) }));

const realistic: fc.Arbitrary<Annotation> = fc
  .record({
    target: passages,
    placement: fc.option(passages),
    motivation: fc.constantFrom('highlighting' as const, 'commenting' as const, 'bookmarking' as const),
    label: fc.constantFrom('important', 'data', '自定'),
    tags: fc.uniqueArray(fc.constantFrom('招生', '师资', 'a b'), { maxLength: 3 }),
    body: fc.constantFrom('', '正文', '- [ ] 待办\n\n> 引文'),
    author: fc.constantFrom('', '李老师'),
  })
  .map(({ placement, ...fields }) => ({
    ...sampleAnnotation,
    ...fields,
    ...(placement === null ? {} : { placement }),
  }));

describe('the export', () => {
  it('is written as the format says', () => {
    const [item] = exported([sampleAnnotation]).first.items;
    expect(item).toEqual({
      id: 'urn:ulid:01M84B9PR0644CCAMGF5S6AR97',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2026-11-23T01:20:00Z',
      modified: '2026-11-23T01:26:31Z',
      'plan:created': '2026-11-23T09:20:00+08:00',
      'plan:modified': '2026-11-23T09:26:31+08:00',
      creator: { type: 'Person', name: '王老师' },
      generator: { id: 'urn:plan-reader:program', type: 'Software', name: 'plan-reader' },
      'plan:rev': 2,
      'plan:device': 'PC-A',
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'note text in Markdown' },
        { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: '招生' },
        { type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value: '重点' },
      ],
      target: {
        type: 'SpecificResource',
        source: {
          id: 'urn:plan-reader:document:jilin-145-education',
          type: 'Text',
          'dcterms:title': '吉林市“十四五”教育发展规划',
        },
        state: 'urn:plan-reader:text:sha256-8bf7b261fd5c0741',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: '健全公办民办同步招生入学机制',
            prefix: '（二）稳步推进考试招生制度改革。\n完善义务教育免试就近入学制度，',
            suffix: '，规范招生\n（三）支持和规范民办教育健康发展。\n加强民办教育工作',
            'plan:occurrences': 1,
            'plan:decoy': 0,
          },
          { type: 'TextPositionSelector', start: 896, end: 910 },
        ],
        'plan:sectionPath': '四/（二）',
        'plan:sectionHeading': '稳步推进考试招生制度改革',
      },
      'plan:task': { status: '进行中', due: '2027-06-30' },
    });
  });

  it('keeps every MUST of the W3C model', () => {
    expect(violations(exported([]))).toEqual([]);
    fc.assert(
      fc.property(fc.array(realistic, { maxLength: 4 }), (annotations) => {
        expect(violations(exported(annotations))).toEqual([]);
      }),
    );
  });

  it('is the same text for the same annotations in any order', () => {
    const notes = ['97', '98', '99'].map((end) => ({ ...sampleAnnotation, id: `01M84B9PR0644CCAMGF5S6AR${end}` }));
    expect(toJsonLd([...notes].reverse(), collectionOf)).toBe(toJsonLd(notes, collectionOf));
  });
});

const planted: [section: string, spoil: (document: LooseCollection, item: LooseItem) => unknown][] = [
  ['1.2', (_document, item) => Object.assign(item, { rev: 2 })],
  ['1.2', (document) => Object.assign(document, { '@context': 'http://www.w3.org/ns/anno.jsonld' })],
  ['3.1', (_document, item) => Reflect.deleteProperty(item, 'id')],
  ['3.1', (_document, item) => Object.assign(item, { id: 'no address' })],
  ['3.1', (_document, item) => Object.assign(item, { type: 'Note' })],
  ['3.1', (_document, item) => Object.assign(item, { target: [] })],
  ['3.2.1', (_document, item) => Object.assign(item, { target: { type: 'Text' } })],
  ['3.2.4', (_document, item) => Object.assign(item, { body: { type: 'TextualBody' } })],
  ['3.2.4', (_document, item) => Object.assign(item, { body: { type: 'TextualBody', value: ['a', 'b'] } })],
  ['3.2.5', (_document, item) => Object.assign(item, { bodyValue: 'a' })],
  ['3.3.1', (_document, item) => Object.assign(item, { created: '2026-11-23T09:20:00+08:00' })],
  ['3.3.1', (_document, item) => Object.assign(item, { modified: ['2026-11-23T01:20:00Z', '2026-11-23T01:20:00Z'] })],
  ['3.3.2', (_document, item) => Object.assign(item, { creator: { id: ['urn:a:1', 'urn:a:2'] } })],
  ['3.3.5', (_document, item) => Object.assign(item, { motivation: 'shouting' })],
  ['3.3.5', (_document, item) => Object.assign(item.body[0] ?? {}, { purpose: 'shouting' })],
  ['3.3.6', (_document, item) => Object.assign(item, { rights: 'all mine' })],
  ['4', (_document, item) => Reflect.deleteProperty(item.target, 'source')],
  ['4.2', (_document, item) => Object.assign(item.target, { selector: { type: 'plan:SectionSelector' } })],
  ['4.2.4', (_document, item) => Reflect.deleteProperty(item.target.selector[0], 'exact')],
  ['4.2.4', (_document, item) => Object.assign(item.target.selector[0], { prefix: ['a', 'b'] })],
  ['4.2.4', (_document, item) => Object.assign(item.target.selector[1], { end: 911 })],
  ['4.2.5', (_document, item) => Object.assign(item.target.selector[1], { start: '896' })],
  ['4.2.5', (_document, item) => Reflect.deleteProperty(item.target.selector[1], 'end')],
  ['4.3', (_document, item) => Object.assign(item.target, { state: { type: 'TextState' } })],
  ['5.1', (document) => Reflect.deleteProperty(document, 'id')],
  ['5.1', (document) => Object.assign(document, { '@context': [{ plan: 'urn:plan-reader:' }] })],
  ['5.1', (document) => Object.assign(document, { type: 'Collection' })],
  ['5.1', (document) => Object.assign(document, { label: 1 })],
  ['5.1', (document) => Object.assign(document, { total: -1 })],
  ['5.1', (document) => Reflect.deleteProperty(document, 'first')],
  ['5.2', (document) => Reflect.deleteProperty(document.first, 'id')],
  ['5.2', (document) => Object.assign(document.first, { type: 'Page' })],
  ['5.2', (document) => Object.assign(document.first, { items: [] })],
  ['5.2', (document) => Object.assign(document.first, { startIndex: '0' })],
  ['5.2', (document) => Object.assign(document.first, { '@context': 'http://www.w3.org/ns/anno.jsonld' })],
];

describe('the check against the W3C model', () => {
  it.each(planted)('sees what breaks section %s', (section, spoil) => {
    const document = exported([sampleAnnotation]);
    spoil(document, document.first.items[0]);
    expect(violations(document).map((violation) => violation.split(':')[0])).toContain(section);
  });
});
