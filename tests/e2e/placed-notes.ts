import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { serialiseNoteFile, storableBody } from '../../src/core/annotation/note-file.ts';
import type { PlanDocument } from '../../src/core/plan/plan.ts';
import { noteOn, plan } from './export-notes.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The id of the so-many-th note: always the same. */
export function noteId(index: number): string {
  const digits = [index >> 10, index >> 5, index].map((part) => alphabet[part & 31]).join('');
  return `01M84B9PR0644CCAMGF5S6A${digits}`;
}

/** A note as it could have been written by another program, or by another reader. */
export function foreignNote(index: number, fields: Partial<Annotation>): Annotation {
  return {
    ...noteOn('深化体育教育改革'),
    id: noteId(index),
    created: '2026-11-23T09:20:00+08:00',
    modified: '2026-11-23T09:20:00+08:00',
    author: '',
    device: '',
    rev: 1,
    ...fields,
    body: storableBody(fields.body ?? ''),
  };
}

export function noteFolder(notesFolder: string, { title, id }: Pick<PlanDocument, 'title' | 'id'> = plan): string {
  return join(notesFolder, '笔记', `${title} [${id}]`, '2026-11');
}

/** Puts note files into the folder as a synchronising program would. */
export async function placeNotes(
  notesFolder: string,
  notes: readonly Annotation[],
  document: Pick<PlanDocument, 'title' | 'id'> = plan,
): Promise<void> {
  const folder = noteFolder(notesFolder, document);
  await mkdir(folder, { recursive: true });
  for (const annotation of notes) {
    const text = serialiseNoteFile({ annotation, extra: [] });
    if (!text.ok) throw new Error(text.error);
    await writeFile(join(folder, `${annotation.id}.md`), text.value);
  }
}
