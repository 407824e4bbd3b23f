import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { mergeCopies } from '#core/annotation/merge-copies';
import type { NoteFile } from '#core/annotation/note-file';
import { sampleAnnotation } from './sample-annotation.ts';

const note = (fields: Partial<Annotation>): NoteFile => ({ annotation: { ...sampleAnnotation, ...fields }, extra: [] });
const placeAt = (start: number) => ({
  ...sampleAnnotation.target,
  start,
  end: start + 2,
  textHash: 'sha256-00000000000000aa',
});

describe('a place that was taken over', () => {
  const winner = note({ rev: 4 });
  const [second, third] = [note({ rev: 2, placement: placeAt(2) }), note({ rev: 3, placement: placeAt(3) })];
  const merged = mergeCopies([winner, second]);

  it('says how old the decision is, so that a later one counts, whoever is merged first', () => {
    expect(merged.extra).toEqual([
      { key: 'placedFrom', source: `placedFrom: "2 ${sampleAnnotation.modified} sha256-00000000000000aa 2 4"` },
    ]);
    const all = mergeCopies([winner, second, third]);
    expect(all.annotation.placement).toEqual(placeAt(3));
    expect(mergeCopies([merged, third])).toEqual(all);
  });

  it('says nothing any more once the reader has decided anew', () => {
    const anew = { ...merged, annotation: { ...merged.annotation, rev: 5, placement: placeAt(9) } };
    const again = mergeCopies([anew, third]);
    expect(again.annotation.placement).toEqual(placeAt(9));
    expect(again.extra).toEqual([]);
  });
});
