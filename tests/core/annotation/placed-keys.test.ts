import { describe, expect, it, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { maximumQuoteLength } from '#core/annotation/limits';
import { parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { sampleAnnotation, sampleFile } from './sample-annotation.ts';

const placement = {
  ...sampleAnnotation.target,
  prefix: '完善义务教育就近入学制度，',
  start: 1012,
  end: 1026,
  sectionPath: '五/（二）',
  textHash: 'sha256-1111111111111111',
};
const placedLines = `placedPrefix: "完善义务教育就近入学制度，"
placedSuffix: "，规范招生\\n（三）支持和规范民办教育健康发展。\\n加强民办教育工作"
placedStart: 1012
placedEnd: 1026
placedSectionPath: "五/（二）"
placedSectionHeading: "稳步推进考试招生制度改革"
placedTextHash: "sha256-1111111111111111"
placedOccurrences: 1
placedDecoy: 0
`;
const placedFile = sampleFile.replace('task-status:', `${placedLines}task-status:`);

function rewritten(text: string, change: Partial<Annotation> = {}): string {
  const read = parseNoteFile(text);
  if (!read.ok) throw new Error(read.error);
  const written = serialiseNoteFile({ ...read.value, annotation: { ...read.value.annotation, ...change } });
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

/** Entries that are not understood stand behind those that are. */
const linesOf = (text: string) => text.split('\n').sort();

describe('a placement in the note file', () => {
  it('stands behind the selectors of the target, its passage only where that is another', () => {
    expect(rewritten(sampleFile, { placement })).toBe(placedFile);
    expect(parseNoteFile(placedFile)).toMatchObject({
      ok: true,
      value: { annotation: { ...sampleAnnotation, placement } },
    });
    const other = rewritten(sampleFile, { placement: { ...placement, exact: '健全同步招生机制' } });
    expect(other).toBe(placedFile.replace('placedPrefix', 'placedExact: "健全同步招生机制"\nplacedPrefix'));
    expect(parseNoteFile(other)).toMatchObject({
      ok: true,
      value: { annotation: { placement: { ...placement, exact: '健全同步招生机制' } } },
    });
  });

  it('leaves no trace when the decision is taken back', () => {
    const read = parseNoteFile(placedFile);
    if (!read.ok) throw new Error(read.error);
    const { placement: _taken, ...annotation } = read.value.annotation;
    const written = serialiseNoteFile({ ...read.value, annotation });
    expect(written).toEqual({ ok: true, value: sampleFile });
  });

  it('is not there in a note without one, which is rewritten to the same bytes', () => {
    expect(rewritten(sampleFile)).toBe(sampleFile);
  });

  test.each<[name: string, text: string]>([
    ['without its offsets', placedFile.replace(/placedStart.*\nplacedEnd.*\n/, '')],
    ['without the hash of its text', placedFile.replace(/placedTextHash.*\n/, '')],
    ['of no length', placedFile.replace('placedEnd: 1026', 'placedEnd: 1012')],
    ['with nested values', placedFile.replace(/placedPrefix.*\n/, 'placedPrefix:\n  a: 1\n')],
  ])('that cannot be read is kept to the letter and does not count: %s', (_name, text) => {
    const read = parseNoteFile(text);
    expect(read.ok && read.value.annotation).toEqual(sampleAnnotation);
    expect(linesOf(rewritten(text))).toEqual(linesOf(text));
    expect(rewritten(text, { placement })).toBe(placedFile);
  });

  it('is refused when the header would be too long with it', () => {
    const exact = '\n'.repeat(maximumQuoteLength);
    const target = { ...sampleAnnotation.target, exact };
    const annotation = { ...sampleAnnotation, target };
    expect(serialiseNoteFile({ annotation: { ...annotation, placement: { ...placement, exact } }, extra: [] }).ok).toBe(
      true,
    );
    const other = { ...placement, exact: `${exact}好` };
    expect(serialiseNoteFile({ annotation: { ...annotation, placement: other }, extra: [] })).toEqual({
      ok: false,
      error: 'header-too-long',
    });
  });
});
