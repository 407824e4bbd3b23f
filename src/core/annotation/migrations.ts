import type { HeaderEntry } from './note-header.ts';

/** A note file taken apart, before its header is understood. */
export interface RawNote {
  entries: readonly HeaderEntry[];
  body: string;
}

/** Makes a note of the next version of the format. */
export type NoteMigration = (note: RawNote) => RawNote;

/**
 * One step for each version of the note file but the newest: the first makes `plan-note/2` of `plan-note/1`, and so on. The
 * first version is the newest so far.
 */
export const noteMigrations: readonly NoteMigration[] = [];

/** The number of a schema such as `plan-note/1`; `undefined` for anything else. */
export function noteVersion(schema: string): number | undefined {
  const number = /^plan-note\/([1-9]\d{0,5})$/.exec(schema)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The schema that `migrations` lead to. */
export function newestNoteSchema(migrations = noteMigrations): string {
  return `plan-note/${migrations.length + 1}`;
}

/** Every step from `version` on, one after the other. */
export function migrateNote(note: RawNote, version: number, migrations: readonly NoteMigration[]): RawNote {
  return migrations.slice(version - 1).reduce((before, migrate) => migrate(before), note);
}
