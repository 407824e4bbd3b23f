import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '#core/annotation/annotation';
import { annotationSchema } from '#core/annotation/annotation-schema';
import { maximumBodyLength, maximumQuoteLength, maximumTagCount, maximumTagLength } from '#core/annotation/limits';
import {
  type ForeignEntry,
  maximumHeaderLength,
  parseNoteFile,
  serialiseNoteFile,
  storableBody,
} from '#core/annotation/note-file';
import { annotations } from './any-annotation.ts';
import { sampleAnnotation, sampleFile } from './sample-annotation.ts';

function written(annotation: Annotation, extra: ForeignEntry[] = []): string {
  const text = serialiseNoteFile({ annotation, extra });
  if (!text.ok) throw new Error(text.error);
  return text.value;
}

describe('the note file', () => {
  it('is written exactly as the format says', () => {
    expect(written(sampleAnnotation)).toBe(sampleFile);
    expect(parseNoteFile(sampleFile)).toEqual({ ok: true, value: { annotation: sampleAnnotation, extra: [] } });
  });

  it('holds any annotation and gives it back the same', () => {
    fc.assert(
      fc.property(annotations, (annotation) => {
        expect(annotationSchema.safeParse(annotation).success).toBe(true);
        const read = parseNoteFile(written(annotation));
        expect(read).toEqual({
          ok: true,
          value: { annotation: { ...annotation, body: storableBody(annotation.body) }, extra: [] },
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('survives UTF-8, which has no lone surrogates', () => {
    fc.assert(
      fc.property(annotations, (annotation) => {
        const text = written(annotation);
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });

  it('means the same to any YAML reader', () => {
    fc.assert(
      fc.property(annotations, (annotation) => {
        const header = written(annotation).split('\n---\n')[0]?.slice(4) ?? '';
        const { target, placement, label, body, task: _, taskRecord, ...others } = annotation;
        const placed = Object.entries(placement ?? {}).filter(
          ([key, value]) => key !== 'exact' || value !== target.exact,
        );
        const placedFields = placed.map(([key, value]) => [`placed${key[0]?.toUpperCase()}${key.slice(1)}`, value]);
        const read: unknown = parse(header);
        const kept = taskRecord?.kept && { taskKept: expect.stringContaining(`${taskRecord.kept.time} {`) };
        const recorded = taskRecord === undefined ? {} : { taskRemoved: taskRecord.removed.join(' '), ...kept };
        expect(read).toMatchObject({ ...others, ...target, ...recorded, ...Object.fromEntries(placedFields) });
        expect(Object.keys(read ?? {}).filter((key) => key.startsWith('placed'))).toHaveLength(placedFields.length);
      }),
    );
  });

  it('becomes the same bytes again when it is read and written', () => {
    fc.assert(
      fc.property(annotations, (annotation) => {
        const text = written(annotation);
        const read = parseNoteFile(text);
        expect(read.ok && written(read.value.annotation, read.value.extra)).toBe(text);
      }),
    );
  });

  it('keeps a body exactly when it holds everything that a text file can', () => {
    for (const body of [
      '',
      '\n',
      '\r\n',
      '\r',
      'a\r',
      ' a ',
      '---',
      '---\n---\n',
      '\n\na\n\n',
      '---\r\nx: 1\r\n---',
      '\u0001\u001b',
      '\ufeff',
    ]) {
      const read = parseNoteFile(written({ ...sampleAnnotation, body }));
      expect(read.ok && read.value.annotation.body).toBe(body);
    }
  });

  it('replaces only what no text file can hold', () => {
    expect(storableBody('a\0b\ud800c\udc00d👩‍🏫')).toBe('a\ufffdb\ufffdc\ufffdd👩‍🏫');
  });

  it('keeps lone surrogates of a passage, since the header can', () => {
    const annotation = {
      ...sampleAnnotation,
      target: { ...sampleAnnotation.target, exact: '\ud83dx', prefix: 'y\udc00' },
    };
    const read = parseNoteFile(written(annotation));
    expect(read.ok && read.value.annotation).toEqual(annotation);
  });

  it('is refused when its header would be longer than readers accept', () => {
    const target = { ...sampleAnnotation.target, exact: '健'.repeat(maximumHeaderLength) };
    expect(serialiseNoteFile({ annotation: { ...sampleAnnotation, target }, extra: [] })).toEqual({
      ok: false,
      error: 'header-too-long',
    });
  });

  it('has room for the longest passage beside everything else at its longest', () => {
    const longest: Annotation = {
      ...sampleAnnotation,
      documentTitle: '"'.repeat(400),
      author: '"'.repeat(200),
      device: '"'.repeat(200),
      label: '"'.repeat(40),
      tags: Array.from({ length: maximumTagCount }, () => '"'.repeat(maximumTagLength)),
      target: {
        ...sampleAnnotation.target,
        exact: '\n'.repeat(maximumQuoteLength),
        prefix: '"'.repeat(64),
        suffix: '"'.repeat(64),
        start: Number.MAX_SAFE_INTEGER - 1,
        end: Number.MAX_SAFE_INTEGER,
        sectionPath: '"'.repeat(400),
        sectionHeading: '"'.repeat(2000),
      },
      body: '字'.repeat(maximumBodyLength),
    };
    expect(annotationSchema.parse(longest)).toEqual(longest);
    expect(parseNoteFile(written(longest))).toMatchObject({ ok: true, value: { annotation: longest } });
  });

  it('may have the longest header', () => {
    const room = maximumHeaderLength - (written(sampleAnnotation).indexOf('\n---\n') - '---\n'.length);
    const exact = sampleAnnotation.target.exact + '健'.repeat(room);
    const text = written({ ...sampleAnnotation, target: { ...sampleAnnotation.target, exact } });
    expect(text.indexOf('\n---\n') - '---\n'.length).toBe(maximumHeaderLength);
    const read = parseNoteFile(text);
    expect(read.ok && read.value.annotation.target.exact).toBe(exact);
    expect(parseNoteFile(text.replace('健', '健健'))).toEqual({ ok: false, error: 'bad-header' });
  });
});

describe('unknown header entries', () => {
  const foreign: Record<string, string> = {
    'plain text': 'owner: 王老师',
    'a date': 'due: 2027-06-30',
    'a truth value': 'done: no',
    'a number': 'weight: 0123',
    'a comment behind': 'a: 1 # why',
    'a comment above': '# why\na: 1',
    'a list': 'aliases:\n  - a\n  - b',
    'a list without indent': 'aliases:\n- a\n# why\n- b',
    'a map': 'task:\n  owner: "王"\n  steps: [a, {b: c}]',
    'a block of text': 'text: |\n  # not a comment\n\n  ---x\n',
    'folded text': 'text: >-\n  a\n  b',
    'a Chinese key': '备注: 好',
    'a quoted key': '"a: b": 1',
    'a key in single quotes': "'it''s': 1",
    'a key with a colon': 'dc:title: x',
    nothing: 'empty:',
    'bad YAML': 'broken: [a, {',
    'an unclosed quote': 'broken: "a',
    'an alias bomb': `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]`,
    'a tab': 'a:\tb',
  };
  for (const [name, source] of Object.entries(foreign)) {
    it(`survive rewriting: ${name}`, () => {
      const lines = sampleFile.split('\n');
      lines.splice(3, 0, source);
      const read = parseNoteFile(lines.join('\n'));
      expect(read.ok && read.value.annotation).toEqual(sampleAnnotation);
      expect(read.ok && read.value.extra.map((entry) => entry.source).join('\n')).toContain(source);
      const again = parseNoteFile(read.ok ? written({ ...sampleAnnotation, body: 'new' }, read.value.extra) : '');
      expect(again.ok && again.value.extra).toEqual(read.ok && read.value.extra);
    });
  }
});

describe('the description of the format', () => {
  it('shows a file that is read and would be written just so', () => {
    const example = /```markdown\n([\s\S]*?)```/.exec(readFileSync('docs/annotation-file.md', 'utf8'))?.[1] ?? '';
    const read = parseNoteFile(example);
    expect(read.ok && written(read.value.annotation, read.value.extra)).toBe(example);
  });
});
