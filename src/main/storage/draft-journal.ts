import type { NoteDraft } from '#ipc/contract/drafts-contract';
import { type AppendedFileOptions, createAppendedFile } from './appended-file.ts';
import type { AtomicWriter } from './atomic-file.ts';
import { encodeRecord } from './draft-record.ts';

/** What is kept of a draft: the words and when they were typed. */
export interface StoredDraft extends NoteDraft {
  schema: 'draft/1';
  /** ISO 8601. */
  at: string;
}

/** The file of one note's unsaved words, to which every change of them is added. */
export interface DraftJournal {
  /** The words as they are now, whether in the file yet or not. */
  latest: () => StoredDraft;
  change: (draft: StoredDraft) => void;
  /** Adds to the file what it lacks. Calls must not overlap. */
  append: () => Promise<void>;
  /** Returns when all that was added is on the disk; answers whether that is all there is. */
  sync: () => Promise<boolean>;
  /** Must not overlap with `append`. */
  close: () => Promise<void>;
}

export interface DraftJournalOptions extends AppendedFileOptions {
  writer: AtomicWriter;
}

/** A journal that is longer, in bytes, and much longer than its last words, is written anew. */
const longest = 262_144;

export function createDraftJournal(path: string, first: StoredDraft, options: DraftJournalOptions): DraftJournal {
  const file = createAppendedFile(path, options);
  let wanted = first;
  let written: StoredDraft | undefined;

  const writeAnew = async (draft: StoredDraft) => {
    await file.close();
    const replaced = await options.writer.write(path, encodeRecord(draft));
    // Should that fail, the long journal is still a good one.
    written = replaced.ok ? draft : undefined;
  };
  const add = async (draft: StoredDraft) => {
    // The first record of a run is complete. Whatever an earlier one was cut off in ends before it.
    await file.append(written === undefined ? `\n${encodeRecord(draft)}` : encodeRecord(difference(written, draft)));
    written = draft;
  };
  return {
    latest: () => wanted,
    change: (draft) => {
      wanted = draft;
    },
    append: async () => {
      const draft = wanted;
      if (draft === written) return;
      try {
        if (file.size() > Math.max(longest, 8 * lengthOf(draft))) await writeAnew(draft);
        if (draft !== written) await add(draft);
      } catch (error) {
        written = undefined;
        await file.close().catch(() => undefined);
        throw error;
      }
    },
    sync: async () => {
      try {
        await file.sync();
        return wanted === written;
      } catch {
        return false;
      }
    },
    close: file.close,
  };
}

function lengthOf({ body, bases, note }: StoredDraft): number {
  return [body, ...bases, note.target.exact].reduce((sum, { length }) => sum + length, 0);
}

/** The draft's fields that are not as they were. */
function difference(before: StoredDraft, draft: StoredDraft): Partial<StoredDraft> {
  const isSame = (value: unknown, other: unknown) =>
    value === other || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(other));
  const changed = Object.entries(draft).filter(([key, value]) => !isSame(value, Reflect.get(before, key)));
  return Object.fromEntries(changed);
}
