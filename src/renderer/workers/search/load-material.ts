import type { PlanDocument } from '#core/plan/plan';
import type { NoteRecord } from '#core/search/search-notes';
import type { LoadRequest } from './search-messages.ts';

/** What a worker searches: texts, and notes by the id of their document. */
export interface SearchMaterial {
  documents: readonly PlanDocument[];
  notes: ReadonlyMap<string, readonly NoteRecord[]>;
}

/** Sends a worker what it does not have yet. */
export function createLoader(post: (request: LoadRequest) => void): (material: SearchMaterial) => void {
  let loaded: readonly PlanDocument[] = [];
  const held = new Map<string, readonly NoteRecord[]>();
  return ({ documents, notes }) => {
    const fresh = documents.filter((document) => !loaded.includes(document));
    if (fresh.length > 0 || documents.length !== loaded.length) {
      const kept = documents.filter((document) => loaded.includes(document)).map(({ id }) => id);
      loaded = documents;
      post({ kind: 'load', documents: fresh, kept });
    }
    for (const document of [...held.keys(), ...notes.keys()]) {
      const now = notes.get(document) ?? [];
      if (isSame(held.get(document) ?? [], now)) continue;
      held.set(document, now);
      post({ kind: 'notes', document, notes: now });
    }
  };
}

function isSame(left: readonly NoteRecord[], right: readonly NoteRecord[]): boolean {
  return left.length === right.length && left.every((note, index) => note === right[index]);
}
