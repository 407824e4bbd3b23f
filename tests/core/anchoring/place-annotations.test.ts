import { expect, test } from 'vitest';
import { describeRange } from '#core/anchoring/describe';
import { placeAnnotations } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import type { TextRange } from '#core/text/code-points';
import { bundledPlan } from '../search/bundled-plan.ts';

function annotation(id: string, range: TextRange, change: Partial<Annotation['target']> = {}): Annotation {
  return {
    id,
    document: bundledPlan.id,
    documentTitle: bundledPlan.title,
    created: '2026-11-23T09:20:00+08:00',
    modified: '2026-11-23T09:20:00+08:00',
    author: '',
    device: '',
    rev: 1,
    motivation: 'highlighting',
    label: 'important',
    tags: [],
    target: { ...describeRange(bundledPlan, range), ...change },
    body: '',
  };
}

test('document order: earlier first, then the longer, then the older; orphans last and none lost', () => {
  const gone = { exact: '原文没有的话', textHash: 'sha256-0000000000000000' };
  const placed = placeAnnotations(bundledPlan, [
    annotation('05', { start: 10, end: 14 }, gone),
    annotation('04', { start: 896, end: 900 }),
    annotation('03', { start: 896, end: 910 }),
    annotation('02', { start: 300, end: 310 }),
    annotation('01', { start: 896, end: 910 }),
  ]);
  expect(placed.map((mark) => mark.annotation.id)).toEqual(['02', '01', '03', '04', '05']);
  expect(placed[1]).toMatchObject({ section: '4.2', anchoring: { state: 'anchored' } });
  expect(placed[4]).toMatchObject({ anchoring: { state: 'orphaned' } });
  expect(placed[4]?.section).toBeUndefined();
});
