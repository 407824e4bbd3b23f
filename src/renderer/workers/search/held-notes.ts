import { stripMarks } from '#core/markdown/strip-marks';
import { noteExcerptOf } from '#core/search/note-excerpt';
import { type NoteHit, type NotePart, type NoteRecord, type NoteTier, searchNotes } from '#core/search/search-notes';
import type { FoundNotes } from './search-messages.ts';

interface OwnedNote extends NoteRecord {
  document: string;
}

interface HeldNote {
  /** As it is read, without the marks of Markdown. */
  read: OwnedNote;
  /** As it is written. */
  written: OwnedNote;
}

/** How notes are searched. */
export interface NoteFinder {
  find: (notes: readonly OwnedNote[], part: NotePart) => NoteHit<OwnedNote>[];
  /** Whether a text that is only written is worth being searched: quick, and right in nearly all cases. */
  isLikely: (text: string) => boolean;
}

/** The notes that a worker searches. */
export interface HeldNotes {
  /** Replaces those of a document. */
  hold: (document: string, notes: readonly NoteRecord[]) => void;
  /** What is found in those of one document, or of all: in what is read first, then in what is only written, such as addresses. */
  search: (finder: NoteFinder, part: NotePart, document: string | undefined) => FoundNotes;
}

/** More results of either kind than anybody reads; the rest are counted. */
const mostListed = 200;
const tiers: readonly NoteTier[] = ['literal', 'pattern', 'loose', 'and', 'pinyin'];

export function createHeldNotes(): HeldNotes {
  const held = new Map<string, HeldNote[]>();
  return {
    hold: (document, notes) => {
      const known = new Map(held.get(document)?.map((note) => [note.written.id, note]));
      held.set(
        document,
        notes.map((note) => {
          const before = known.get(note.id);
          return before !== undefined && isSame(before.written, note) ? before : heldNote(document, note);
        }),
      );
    },
    search: ({ find, isLikely }, part, document) => {
      const notes = [...held].flatMap(([id, ofDocument]) =>
        document === undefined || document === id ? ofDocument : [],
      );
      const hits = find(
        notes.map(({ read }) => read),
        part,
      );
      if (part === 'notes') hits.push(...find(onlyWritten(notes, hits, isLikely), part));
      hits.sort((left, right) => tiers.indexOf(left.tier) - tiers.indexOf(right.tier));
      return {
        count: hits.length,
        taskCount: hits.filter((hit) => isOfLedger(hit, part)).length,
        listed: firstOf(hits, (hit) => isOfLedger(hit, part)).map((hit) => {
          const { id, document: owner } = hit.note;
          return { document: owner, id, tier: hit.tier, isTask: isOfLedger(hit, part), excerpt: noteExcerptOf(hit) };
        }),
      };
    },
  };
}

/** The first hits of either kind, in their order. */
function firstOf<Hit>(hits: readonly Hit[], isOfOne: (hit: Hit) => boolean): Hit[] {
  const left = { one: mostListed, other: mostListed };
  return hits.filter((hit) => {
    left[isOfOne(hit) ? 'one' : 'other'] -= 1;
    return left[isOfOne(hit) ? 'one' : 'other'] >= 0;
  });
}

/** What was found in the task belongs to the ledger, and so does everything where tasks alone are searched. */
function isOfLedger({ task }: NoteHit, part: NotePart): boolean {
  return part === 'tasks' || task.length > 0;
}

/** Finds a query in notes. */
export function findWords(query: string): NoteFinder {
  const plain = query.trim().toLowerCase();
  return {
    find: (notes, part) => searchNotes(notes, query, part),
    isLikely: (text) => text.toLowerCase().includes(plain),
  };
}

function onlyWritten(
  notes: readonly HeldNote[],
  hits: readonly NoteHit<OwnedNote>[],
  isLikely: (text: string) => boolean,
): OwnedNote[] {
  const found = new Set(hits.map(({ note }) => note));
  return notes
    .filter(({ read, written }) => read.body !== written.body && !found.has(read) && isLikely(written.body))
    .map(({ written }) => written);
}

function heldNote(document: string, note: NoteRecord): HeldNote {
  const written = { ...note, document };
  const body = stripMarks(note.body);
  return { read: body === note.body ? written : { ...written, body }, written };
}

function isSame(left: NoteRecord, right: NoteRecord): boolean {
  return (
    left.body === right.body &&
    left.quote === right.quote &&
    left.task === right.task &&
    left.tags.join('\n') === right.tags.join('\n')
  );
}
