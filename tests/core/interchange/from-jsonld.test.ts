import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAnnotation } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { annotationIdSchema } from '#core/annotation/annotation-schema';
import { labelFromFile, labelToFile } from '#core/annotation/label';
import { storableBody } from '#core/annotation/note-file';
import { toJsonLd } from '#core/interchange/to-jsonld';
import { annotations } from '../annotation/any-annotation.ts';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';
import { bundledPlan } from '../search/bundled-plan.ts';
import { collectionOf, comment, exported, now, quote, read, readOne, web } from './reading.ts';

/** An annotation as it comes back: of what a note file could not tell apart, one form. */
const keepable = annotations.map((annotation) => ({
  ...annotation,
  document: bundledPlan.id,
  label: labelFromFile(labelToFile(annotation.label)),
  tags: [...new Set(annotation.tags)],
  body: storableBody(annotation.body),
}));

describe('a file of this program', () => {
  it('gives every field of every annotation back', () => {
    fc.assert(
      fc.property(keepable, (annotation) => {
        const { imported, refused, others } = read(exported([annotation]));
        expect({ refused, others }).toEqual({ refused: [], others: [] });
        expect(imported).toEqual([{ annotation, isOwn: true }]);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same text again when it is imported and exported', () => {
    const text = toJsonLd([sampleAnnotation], collectionOf);
    const again = read(JSON.parse(text)).imported.map(({ annotation }) => annotation);
    expect(toJsonLd(again, collectionOf)).toBe(text);
  });

  it('about another document offers nothing, and says which it is about', () => {
    const { imported, refused, others } = read(
      exported([{ ...sampleAnnotation, document: 'changchun', documentTitle: '长春市规划' }]),
    );
    expect({ imported, refused, others }).toEqual({
      imported: [],
      refused: [],
      others: [{ name: '长春市规划', count: 1 }],
    });
  });
});

const foreign: [name: string, file: unknown, expected: Partial<Annotation>][] = [
  ['a list', [{ id: 'urn:a', target: web, body: comment }], { body: '评语', motivation: 'commenting' }],
  ['rows', { total: 1, rows: [{ id: 'a', target: [web], text: '评语' }] }, { body: '评语' }],
  ['the export of a browser extension', { annotations: [{ id: 'a', target: [web], text: '评语' }] }, { body: '评语' }],
  [
    'a page',
    { type: 'AnnotationPage', items: [{ id: 'urn:a', target: web }] },
    { body: '', motivation: 'highlighting' },
  ],
  [
    'a collection of two pages',
    {
      type: 'AnnotationCollection',
      first: { items: [], next: { items: [{ id: 'urn:a', target: web, bodyValue: '值' }] } },
    },
    { body: '值' },
  ],
  [
    'a graph',
    { '@graph': [{ type: 'Person' }, { '@type': 'oa:Annotation', '@id': 'urn:a', target: web }] },
    { body: '' },
  ],
  ['a single annotation', { type: 'Annotation', id: 'urn:a', target: web, body: '文字' }, { body: '文字' }],
  [
    'tags, a class and two comments',
    [
      {
        id: 'urn:a',
        target: web,
        body: [
          { ...comment, purpose: 'tagging', value: '招生' },
          { ...comment, purpose: 'tagging', value: '招生' },
          { ...comment, purpose: ['classifying'], value: '疑问' },
          { ...comment, purpose: 'describing', value: '一' },
          '二',
        ],
      },
    ],
    { tags: ['招生'], label: 'question', body: '一\n\n二' },
  ],
  ['tags beside the bodies', [{ id: 'a', target: [web], tags: ['师资', 1, ''] }], { tags: ['师资'] }],
  ['alternatives', [{ id: 'a', target: web, body: { type: 'Choice', items: [comment, '其他'] } }], { body: '评语' }],
  [
    'a page as a body',
    [{ id: 'a', target: web, body: { id: 'https://example.cn/b' } }],
    { body: 'https://example.cn/b' },
  ],
  [
    'a named creator and times of any precision',
    [
      {
        id: 'a',
        target: web,
        creator: { type: 'Person', name: '李老师' },
        created: '2024-01-05T10:11:12.123456+00:00',
        modified: '2024-01-06',
      },
    ],
    { author: '李老师', created: '2024-01-05T10:11:12.123456+00:00', modified: '2024-01-06T00:00:00+00:00' },
  ],
  [
    'a user of an annotation service',
    [{ id: 'a', target: [web], user: 'acct:li@example.cn', updated: '2024-01-06T00:00:00+00:00', created: 'gestern' }],
    { author: 'acct:li@example.cn', created: now, modified: '2024-01-06T00:00:00+00:00' },
  ],
  ['a bookmark', [{ id: 'a', target: web, motivation: ['bookmarking'] }], { motivation: 'bookmarking' }],
];

describe('a file of another program', () => {
  it.each(foreign)('is understood: %s', (_name, file, expected) => {
    const { imported, refused, others } = read(file);
    expect({ refused, others }).toEqual({ refused: [], others: [] });
    expect(imported).toHaveLength(1);
    expect(imported[0]).toMatchObject({ isOwn: false, annotation: { ...expected, rev: 1, document: bundledPlan.id } });
    expect(imported[0]?.annotation.target).toMatchObject({ exact: quote.exact, start: 896, end: 910 });
  });

  it('gets the same ids each time, and never one that this program makes', () => {
    const ids = [
      'urn:a',
      'https://h.example/a/1',
      '../../etc/passwd',
      '__proto__',
      'CON',
      '\ud800',
      'x'.repeat(1e6),
    ].map((id) => [readOne({ id, target: web }).id, readOne({ id, target: web, body: '改了' }).id]);
    for (const [first, second] of ids) {
      expect(first).toBe(second);
      expect(annotationIdSchema.safeParse(first).success).toBe(true);
      expect(first).toMatch(/^0{10}/);
    }
    expect(new Set(ids.map(([first]) => first)).size).toBe(ids.length);
  });

  it('without ids is the same again when it says the same', () => {
    const entry = { target: web, body: comment };
    expect(readOne(entry)).toEqual(readOne(entry));
    expect(readOne(entry).id).not.toBe(readOne({ ...entry, body: '别的' }).id);
  });

  it('with two passages becomes two annotations', () => {
    const other = { ...web, selector: { ...quote, exact: '深化体育教育改革' } };
    const { imported } = read([{ id: 'urn:a', target: [web, other], body: comment }]);
    expect(imported.map(({ annotation }) => annotation.target.exact)).toEqual([quote.exact, other.selector.exact]);
    expect(new Set(imported.map(({ annotation }) => annotation.id)).size).toBe(2);
  });

  it('finds quotes inside refined selectors, and trusts no offsets but those where the words stand', () => {
    const position = { type: 'TextPositionSelector', start: 5, end: 9 };
    const refined = {
      type: 'FragmentSelector',
      value: 'p1',
      refinedBy: [{ type: 'CssSelector', refinedBy: quote }, position],
    };
    expect(readOne({ id: 'a', target: { ...web, selector: refined } }).target).toMatchObject({ start: 896, end: 910 });
  });

  it('keeps quotes that the text lacks as orphans, if others of their source are in it', () => {
    const lost = { ...web, selector: { ...quote, exact: '这句话不在规划里', prefix: '前'.repeat(100) } };
    const { imported, others } = read([
      { id: 'a', target: web },
      { id: 'b', target: lost },
      { id: 'c', target: { source: 'https://example.cn/other', selector: lost.selector } },
    ]);
    expect(imported.map(({ annotation }) => anchorAnnotation(bundledPlan, annotation).state)).toEqual([
      'anchored',
      'orphaned',
    ]);
    expect(imported[1]?.annotation.target.prefix).toHaveLength(64);
    expect(others).toEqual([{ name: 'https://example.cn/other', count: 1 }]);
  });
});
