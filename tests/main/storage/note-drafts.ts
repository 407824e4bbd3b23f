import type { NoteDraft } from '#ipc/contract/drafts-contract';
import { draft, idNumber } from './storage-set.ts';

const { body: _body, ...note } = draft;

/** What was typed into the first note that a storage makes. */
export function draftOf(body: string, fields: Partial<NoteDraft> = {}): NoteDraft {
  return { id: idNumber(1), note, body, tag: '', bases: [''], ...fields };
}
