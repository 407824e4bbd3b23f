import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { deadlinePresets } from '#core/ledger/deadline';
import { canonicalText } from '#core/plan/canonical-text';
import { buildReport, type ReportOptions } from '#core/report/build-report';
import type { Report, ReportEntry, ReportSection } from '#core/report/report';
import { bundledPlan as plan } from '../search/bundled-plan.ts';
import { annotate, annotateRange, idOf, orphaned } from './annotate.ts';

const now = '2026-11-23T12:00:00+08:00';

function reportOf(annotations: Annotation[], options: Partial<ReportOptions> = {}, unreadable = 0): Report {
  return buildReport({
    plan,
    annotations,
    unreadable,
    options: { includeHighlights: true, ...options },
    rule: deadlinePresets.days,
    now,
  });
}

function entriesOf({ entries, sections }: ReportSection): ReportEntry[] {
  return [...entries, ...sections.flatMap(entriesOf)];
}

function allEntries({ front, chapters, orphans }: Report): ReportEntry[] {
  return [...front, ...chapters.flatMap(entriesOf), ...orphans];
}

describe('buildReport', () => {
  test('puts each entry under its section as the plan names it, in document order', () => {
    const report = reportOf([
      annotate(plan, '深化体育教育改革', { id: idOf(1) }),
      annotate(plan, '发展基础', { id: idOf(2) }),
      annotate(plan, '加大力度配齐配好', { id: idOf(3) }),
      annotate(plan, '落实立德树人根本任务', { id: idOf(4) }),
    ]);
    expect(report.chapters.map(({ number, heading }) => [number, heading])).toEqual([
      ['一', '把握新发展阶段，全面开启吉林市特色教育现代化新征程'],
      ['二', '落实立德树人根本任务，为新时代培养有用人才'],
    ]);
    const [, second] = report.chapters;
    expect(second?.entries.map(({ annotation }) => annotation)).toEqual([idOf(4)]);
    expect(second?.sections.map(({ number, ordinal, heading }) => [number, ordinal, heading])).toEqual([
      ['二（三）', '（三）', '深化体育教育改革'],
    ]);
    expect(second?.sections[0]?.entries.map(({ annotation }) => annotation)).toEqual([idOf(1), idOf(3)]);
    expect(allEntries(report).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('keeps the title apart from the chapters', () => {
    const report = reportOf([annotate(plan, '教育发展规划')]);
    expect(report.front).toHaveLength(1);
    expect(report.chapters).toEqual([]);
  });

  test('says which entries are not for sure, and where an orphan was', () => {
    const sure = annotate(plan, '深化体育教育改革', { id: idOf(1) });
    const moved = annotate(plan, '强化美育育人功能', { id: idOf(2) });
    const report = reportOf([
      orphaned({ ...sure, id: idOf(3) }),
      { ...moved, target: { ...moved.target, textHash: 'sha256-0000000000000000', exact: '强化美育的育人功能' } },
      sure,
    ]);
    expect(report.counts).toMatchObject({ entries: 3, review: 1, orphans: 1 });
    expect(allEntries(report).map(({ annotation, state }) => [annotation, state])).toEqual([
      [idOf(1), 'anchored'],
      [idOf(2), 'review'],
      [idOf(3), 'orphaned'],
    ]);
    expect(report.orphans[0]).toMatchObject({
      reason: 'not-found',
      lastKnownPlace: { path: '二/（三）', heading: '深化体育教育改革' },
      quote: [{ text: '规划里没有这句话' }],
    });
  });

  test('marks gaps inside a quote and an end where the source breaks off', () => {
    const [first, gap] = [9, 10].map((index) => plan.blocks[index]?.text ?? '');
    const report = reportOf([annotate(plan, `${first}\n${gap}`)]);
    expect(allEntries(report)[0]?.quote).toEqual([
      { text: first, cutOff: true },
      { text: gap, gapBefore: true, cutOff: true },
    ]);
    const inner = reportOf([annotate(plan, (first ?? '').slice(2, 12))]);
    expect(allEntries(inner)[0]?.quote).toEqual([{ text: (first ?? '').slice(2, 12) }]);
  });

  test.each<[name: string, words: string, expected: Report['missing']]>([
    ['nothing, where the source is whole', '发展基础', []],
    [
      'the chapter without a heading, its missing section, and inferred places',
      '构建产业人才培养培训新体系',
      [
        { kind: 'heading', sections: ['三'] },
        { kind: 'section', sections: ['三（一）'] },
        { kind: 'inferred', sections: ['三（二）'] },
        { kind: 'cutOff', sections: ['三（二）'] },
      ],
    ],
    [
      'a gap and a cut-off end',
      '构建一体化的思想政治工作体系',
      [
        { kind: 'gap', sections: ['二（一）'] },
        { kind: 'cutOff', sections: ['二（一）'] },
      ],
    ],
  ])('lists what the source lacks in annotated sections: %s', (_name, words, expected) => {
    expect(reportOf([annotate(plan, words)]).missing).toEqual(expected);
  });

  test('leaves out mere highlights when asked, and says how many', () => {
    const report = reportOf(
      [annotate(plan, '发展基础', { body: ' \n' }), annotate(plan, '发展形势', { id: idOf(2) })],
      { includeHighlights: false },
      3,
    );
    expect(allEntries(report).map(({ annotation }) => annotation)).toEqual([idOf(2)]);
    expect(report.counts).toEqual({
      entries: 1,
      notes: 1,
      tasks: 0,
      done: 0,
      overdue: 0,
      review: 0,
      orphans: 0,
      leftOut: { highlights: 1, elsewhere: 0, unreadable: 3 },
    });
  });

  test('a chapter has its own entries and the orphans last known there', () => {
    const here = annotate(plan, '深化体育教育改革', { id: idOf(1) });
    const there = annotate(plan, '发展基础', { id: idOf(2) });
    const report = reportOf([here, there, orphaned({ ...here, id: idOf(3) }), orphaned({ ...there, id: idOf(4) })], {
      section: '2',
    });
    expect(report.scope).toEqual({ number: '二', heading: '落实立德树人根本任务，为新时代培养有用人才' });
    expect(allEntries(report).map(({ annotation }) => annotation)).toEqual([idOf(1), idOf(3)]);
    expect(report.counts.leftOut.elsewhere).toBe(2);
  });

  test('the chapter without a heading can be reported on', () => {
    const report = reportOf([annotate(plan, '构建产业人才培养培训新体系')], { section: '3' });
    expect(report.scope).toEqual({ number: '三' });
    expect(report.chapters[0]).toMatchObject({ number: '三', ordinal: '三、' });
    expect(report.chapters[0]).not.toHaveProperty('heading');
  });

  test('a section that does not exist leaves everything out', () => {
    const report = reportOf([annotate(plan, '发展基础'), orphaned(annotate(plan, '发展形势'))], { section: '99' });
    expect(report.counts).toMatchObject({ entries: 0, leftOut: { elsewhere: 2 } });
  });

  test('keys of sections are unique and fit for ids and destinations', () => {
    const everywhere = plan.blocks.map((block, index) => annotate(plan, block.text, { id: idOf(index) }));
    const keysOf = (section: ReportSection): string[] => [section.key, ...section.sections.flatMap(keysOf)];
    const keys = reportOf(everywhere).chapters.flatMap(keysOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[a-z0-9-]+$/.test(key))).toBe(true);
  });
});

const length = [...canonicalText(plan)].length;
const arbitraryAnnotation = fc
  .record({
    start: fc.integer({ min: 0, max: length - 1 }),
    span: fc.integer({ min: 1, max: 200 }),
    body: fc.constantFrom('', ' ', '批注', '**要点**'),
    fate: fc.constantFrom('kept', 'kept', 'orphaned'),
  })
  .map(({ start, span, body, fate }) => {
    const made = annotateRange(plan, { start, end: Math.min(start + span, length) }, { body });
    return fate === 'orphaned' ? orphaned(made) : made;
  });

describe('any annotations', () => {
  test('are each listed exactly once or counted as left out, numbered from 1, quoted in full', () => {
    const sections = fc.constantFrom(undefined, ...plan.sections.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.array(arbitraryAnnotation, { maxLength: 12 }),
        sections,
        fc.boolean(),
        (made, section, includeHighlights) => {
          const annotations = made.map((annotation, index) => ({ ...annotation, id: idOf(index) }));
          const report = reportOf(annotations, { includeHighlights, ...(section === undefined ? {} : { section }) });
          const entries = allEntries(report);
          const listed = entries.map(({ annotation }) => annotation);
          expect(new Set(listed).size).toBe(listed.length);
          const { leftOut } = report.counts;
          expect(listed.length + leftOut.highlights + leftOut.elsewhere).toBe(annotations.length);
          if (section === undefined && includeHighlights) expect(listed).toHaveLength(annotations.length);
          expect(entries.map(({ number }) => number)).toEqual(entries.map((_entry, index) => index + 1));
          const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
          for (const { annotation, quote } of entries) {
            const lines = byId
              .get(annotation)
              ?.target.exact.split('\n')
              .filter((line) => line !== '');
            expect(quote.map(({ text }) => text)).toEqual(lines);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
