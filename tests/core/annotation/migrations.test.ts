import { describe, expect, test } from 'vitest';
import { migrateNote, type NoteMigration, newestNoteSchema, noteVersion } from '#core/annotation/migrations';
import { parseNoteFile, serialiseNoteFile } from '#core/annotation/note-file';
import { sampleAnnotation } from './sample-annotation.ts';

const sample = serialiseNoteFile({ annotation: sampleAnnotation, extra: [] });
if (!sample.ok) throw new Error(sample.error);
const current = sample.value;
const withSchema = (schema: string) => current.replace(/^schema: .*$/m, schema);

/** What a second and a third version of the format might change. */
const renamesKey: NoteMigration = ({ entries, body }) => ({
  entries: entries.map((entry) =>
    entry.key === 'author' ? { ...entry, key: 'writer', source: entry.source.replace('author', 'writer') } : entry,
  ),
  body,
});
const marksBody: NoteMigration = ({ entries, body }) => ({ entries, body: `${body}（第三版）` });

describe('the version of a note file', () => {
  test.each<[name: string, text: string, expected: string]>([
    ['the newest', current, 'ok'],
    ['not said', current.replace(/^schema: .*\n/m, ''), 'ok'],
    ['a newer one', withSchema('schema: "plan-note/2"'), 'newer-version'],
    ['a much newer one', withSchema('schema: plan-note/99'), 'newer-version'],
    ['that of something else', withSchema('schema: "settings/1"'), 'bad-header'],
    ['none', withSchema('schema: "plan-note/0"'), 'bad-header'],
    ['no number', withSchema('schema: "plan-note/x"'), 'bad-header'],
    ['a number beyond all', withSchema(`schema: "plan-note/${'9'.repeat(400)}"`), 'bad-header'],
  ])('%s', (_name, text, expected) => {
    const parsed = parseNoteFile(text);
    expect(parsed.ok ? 'ok' : parsed.error).toBe(expected);
  });

  test('what is written is of the newest version', () => {
    expect(current).toContain(`schema: "${newestNoteSchema()}"`);
    expect(noteVersion(newestNoteSchema())).toBe(1);
    expect(newestNoteSchema([renamesKey, marksBody])).toBe('plan-note/3');
  });
});

describe('with two steps planted', () => {
  const steps = [renamesKey, marksBody];

  test('a note of the first version takes both, and says where it comes from', () => {
    const parsed = parseNoteFile(current, {}, steps);
    if (!parsed.ok) throw new Error(parsed.error);
    expect(parsed.value.migratedFrom).toBe(1);
    expect(parsed.value.annotation.body).toBe(`${sampleAnnotation.body}（第三版）`);
    expect(parsed.value.extra.map(({ key }) => key)).toContain('writer');
  });

  test('one of the second takes the second step, and one of the third none', () => {
    const bodyOf = (schema: string) => {
      const parsed = parseNoteFile(withSchema(schema), {}, steps);
      return parsed.ok ? [parsed.value.annotation.body, parsed.value.migratedFrom] : [parsed.error];
    };
    expect(bodyOf('schema: plan-note/2')).toEqual([`${sampleAnnotation.body}（第三版）`, 2]);
    expect(bodyOf('schema: plan-note/3')).toEqual([sampleAnnotation.body, undefined]);
    expect(bodyOf('schema: plan-note/4')).toEqual(['newer-version']);
  });

  test('the steps are pure: the note that goes in stays as it is', () => {
    const note = Object.freeze({ entries: Object.freeze([]), body: 'a' });
    expect(migrateNote(note, 1, steps)).toEqual({ entries: [], body: 'a（第三版）' });
    expect(note.body).toBe('a');
  });
});
