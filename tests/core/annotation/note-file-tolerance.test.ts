import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { type NoteFilePlace, type NoteFileProblem, parseNoteFile } from '#core/annotation/note-file';
import { sampleAnnotation, sampleFile } from './sample-annotation.ts';

const without = (...keys: string[]) =>
  sampleFile
    .split('\n')
    .filter((line) => !keys.some((key) => line.startsWith(`${key}:`)))
    .join('\n');
const withLine = (key: string, line: string) =>
  sampleFile
    .split('\n')
    .map((old) => (old.startsWith(`${key}:`) ? line : old))
    .join('\n');
const withoutTags = sampleFile.replace('tags:\n  - "招生"\n', '');
const onlyHeader = `${sampleFile.split('\n---\n')[0]}\n---\n`;

describe('reading is tolerant', () => {
  const same = sampleAnnotation;
  const { target } = sampleAnnotation;
  const place = { name: `${same.id}.md`, document: same.document };
  const table: Record<string, [text: string, expected: Partial<Annotation>, place?: NoteFilePlace]> = {
    'the form this program writes': [sampleFile, same],
    'a byte order mark': [`\ufeff${sampleFile}`, same],
    CRLF: [sampleFile.replaceAll('\n', '\r\n'), same],
    'CRLF and a byte order mark': [`\ufeff${sampleFile.replaceAll('\n', '\r\n')}`, same],
    'CRLF in the body only': [sampleFile.replace('note text', 'note\r\ntext'), { body: 'note\r\ntext in Markdown' }],
    'no line break at the end': [sampleFile.trimEnd(), same],
    'no empty line above the body': [sampleFile.replace('---\n\n', '---\n'), same],
    'white space behind the dashes': [sampleFile.replaceAll('---\n', '--- \t\n'), same],
    'no body': [onlyHeader, { body: '', motivation: 'commenting' }],
    'no line break behind the header': [onlyHeader.trimEnd(), { body: '' }],
    'only empty lines as a body': [`${onlyHeader}\n\n`, { body: '' }],
    'no tags': [withoutTags, { tags: [] }],
    'an empty list of tags': [withoutTags.replace('exact:', 'tags: []\nexact:'), { tags: [] }],
    'tags without a value': [withoutTags.replace('exact:', 'tags:\nexact:'), { tags: [] }],
    'one tag as text': [withoutTags.replace('exact:', 'tags: 招生\nexact:'), { tags: ['招生'] }],
    'tags in brackets': [
      withoutTags.replace('exact:', 'tags: [招生, "民办, 教育"]\nexact:'),
      { tags: ['招生', '民办, 教育'] },
    ],
    'tags without indent': [
      withoutTags.replace('exact:', 'tags:\n- 招生\n- a: b\nexact:').replace('- a: b\n', ''),
      { tags: ['招生'] },
    ],
    'no author and device': [without('author', 'device'), { author: '', device: '' }],
    'no revision': [without('rev'), { rev: 1 }],
    'a revision in quotes': [withLine('rev', 'rev: "7"'), { rev: 7 }],
    'a revision that is no number': [withLine('rev', 'rev: many'), { rev: 1 }],
    'no motivation with a body': [without('motivation'), { motivation: 'commenting' }],
    'no motivation, no body': [without('motivation').split('\nnote')[0] ?? '', { motivation: 'highlighting' }],
    'no label': [without('label'), { label: 'other' }],
    'an empty label': [withLine('label', 'label:'), { label: 'other' }],
    'a label of another program': [withLine('label', 'label: 校长批示'), { label: '校长批示' }],
    'no title': [without('documentTitle'), { documentTitle: '' }],
    'no schema': [without('schema'), same],
    'no modified time': [without('modified'), { modified: same.created }],
    'a modified time that is none': [withLine('modified', 'modified: yesterday'), { modified: same.created }],
    'a time without offset': [withLine('modified', 'modified: 2026-11-23 09:26'), { modified: same.created }],
    'no times at all': [without('created', 'modified'), { created: '2026-11-23T14:00:00+00:00' }],
    'no context': [without('prefix', 'suffix'), { target: { ...target, prefix: '', suffix: '' } }],
    'no section': [
      without('sectionPath', 'sectionHeading'),
      { target: { ...target, sectionPath: '', sectionHeading: '' } },
    ],
    'no occurrences and decoy': [without('occurrences', 'decoy'), { target: { ...target, occurrences: 1, decoy: 0 } }],
    'no id, but a file name': [without('id'), same, place],
    'no id, but the name of a conflict copy': [
      without('id'),
      same,
      { name: `${same.id}.sync-conflict-20261123-142410-MSWIQBQ.md` },
    ],
    'no document, but a folder': [without('document'), same, place],
    'an id other than the file name': [sampleFile, same, { name: 'note.md', document: 'another' }],
    'values without quotes': [sampleFile.replaceAll(/: "([^"\\]*)"$/gm, ': $1'), same],
    'values in single quotes': [sampleFile.replaceAll(/: "([^"\\]*)"$/gm, ": '$1'"), same],
    'a value in several lines': [
      withLine('prefix', `prefix: |-\n  （二）稳步推进考试招生制度改革。\n  完善义务教育免试就近入学制度，`),
      same,
    ],
    'a folded value': [withLine('author', 'author: >-\n  王\n  老师'), { author: '王 老师' }],
    'a comment in the header': [
      sampleFile.replace('rev:', '# counted\nrev:').replace('rev: 2', 'rev: 2 # twice'),
      same,
    ],
    'keys in another order': [reordered(), same],
    'a key twice: the last one counts': [sampleFile.replace('rev: 2', 'rev: 1\nrev: 9'), { rev: 9 }],
    'a horizontal rule in the body': [
      sampleFile.replace('note text', '---\nnote text'),
      { body: '---\nnote text in Markdown' },
    ],
  };
  for (const [name, [text, expected, where]] of Object.entries(table)) {
    it(name, () => {
      const read = parseNoteFile(text, where);
      expect(read.ok ? read.value.annotation : read.error).toMatchObject(expected);
    });
  }
});

describe('a file that is no note is left alone, with a reason', () => {
  const deep = (opening: string, closing = '') => `exact: ${opening.repeat(30_000)}${closing.repeat(30_000)}`;
  const table: Record<string, [text: string, reason: NoteFileProblem]> = {
    'an empty file': ['', 'no-header'],
    'plain text': ['note text', 'no-header'],
    'a header that is not at the start': [`\n${sampleFile}`, 'no-header'],
    'a header in JavaScript': [sampleFile.replace('---', '---js'), 'no-header'],
    'a header in JSON': [sampleFile.replace('---', '---json'), 'no-header'],
    'zeros after a power cut': ['\0'.repeat(900), 'not-text'],
    'a NUL in the body': [sampleFile.replace('note', 'no\0te'), 'not-text'],
    'a header without an end': [sampleFile.split('\n---\n')[0] ?? '', 'bad-header'],
    'a cut file': [sampleFile.slice(0, 300), 'bad-header'],
    'an empty header': ['---\n---\n\nnote', 'missing-field'],
    'a header that is too long': [withLine('author', `author: "${'x'.repeat(70_000)}"`), 'bad-header'],
    'no passage': [without('exact'), 'missing-field'],
    'no position': [without('start'), 'missing-field'],
    'no text hash': [without('textHash'), 'missing-field'],
    'no id anywhere': [without('id'), 'missing-field'],
    'no document anywhere': [without('document'), 'missing-field'],
    'an id that is a path': [withLine('id', 'id: "../../../../etc/passwd"'), 'bad-header'],
    'a document that is a path': [withLine('document', 'document: "../x"'), 'bad-header'],
    'a position that is no number': [withLine('start', 'start: x'), 'bad-header'],
    'an empty range': [withLine('end', 'end: 896'), 'bad-header'],
    'a later format': [withLine('schema', 'schema: "plan-note/2"'), 'newer-version'],
    'traces of a failed merge': [
      sampleFile.replace('rev: 2', '<<<<<<< HEAD\nrev: 2\n=======\nrev: 3\n>>>>>>> x'),
      'bad-header',
    ],
    'an unclosed quote in a known key': [withLine('author', 'author: "x'), 'bad-header'],
    'a known key with a map': [withLine('author', 'author: {name: x}'), 'bad-header'],
    'a known key with a nested list': [withLine('author', 'author: [[x]]'), 'bad-header'],
    'a list where text belongs': [withLine('author', 'author: [x]'), 'bad-header'],
    'an anchor on a known key': [withLine('author', 'author: &a x'), 'bad-header'],
    'an alias': [withLine('author', 'author: *a'), 'bad-header'],
    'a type tag': [withLine('author', 'author: !!js/function "function(){}"'), 'bad-header'],
    'a complex key': [withLine('author', '? author\n: x'), 'bad-header'],
    'a directive': [`---\n%YAML 1.1\n${sampleFile.slice(4)}`, 'bad-header'],
    'a tag that is too long': [sampleFile.replace('  - "招生"', `  - "${'长'.repeat(61)}"`), 'bad-header'],
    'a body that is too long': [sampleFile + 'x'.repeat(400_001), 'too-large'],
    'deep brackets': [withLine('exact', deep('[')), 'bad-header'],
    'deep closed brackets': [withLine('exact', deep('[', ']')), 'bad-header'],
    'deep braces': [withLine('exact', deep('{', '}')), 'bad-header'],
    'deep lists': [withLine('exact', `exact:\n  ${'- '.repeat(30_000)}`), 'bad-header'],
    'deep keys': [withLine('exact', `exact:\n  ${'? '.repeat(30_000)}`), 'bad-header'],
    'many anchors': [withLine('exact', deep('&a ')), 'bad-header'],
    'many backslashes': [withLine('exact', `exact: "${'\\'.repeat(60_000)}`), 'bad-header'],
  };
  for (const [name, [text, reason]] of Object.entries(table)) {
    it(name, () => {
      expect(parseNoteFile(text)).toEqual({ ok: false, error: reason });
    });
  }

  it('whatever the file holds', () => {
    const lines = fc.constantFrom(
      '---',
      '---\r',
      'id: x',
      'exact: |',
      '  - a',
      '#',
      '',
      ' ',
      '"a',
      'a: &b',
      '*b',
      '\ufeff',
      '[',
      '- - -',
      'tags:',
      '\0',
      ':',
      '? a',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(lines).map((all) => `---\n${all.join('\n')}`),
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (garbage, from, length) => {
        const spliced =
          sampleFile.slice(0, from % sampleFile.length) +
          garbage +
          sampleFile.slice((from + length) % sampleFile.length);
        for (const file of [garbage, spliced]) expect(typeof parseNoteFile(file).ok).toBe('boolean');
      }),
      { numRuns: 3000 },
    );
  });
});

function reordered(): string {
  const [header = '', body] = sampleFile.slice(4).split('\n---\n');
  const entries = header.replace('tags:\n  - "招生"', 'tags: ["招生"]').split('\n');
  return `---\n${entries.reverse().join('\n')}\n---\n${body}`;
}
