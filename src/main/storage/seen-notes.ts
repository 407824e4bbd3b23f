import { join } from 'node:path';
import { z } from 'zod';
import { createJsonFile } from './json-file.ts';
import type { OwnFileOptions } from './settings-repository.ts';

/** The notes that one document has at this moment, by id. */
export interface PresentNotes {
  live: ReadonlySet<string>;
  /** Whether a note that is not there lies in the recycle bin, or in a file that cannot be read. */
  isAccountedFor: (id: string) => boolean;
}

/**
 * Remembers, also over a restart, which notes were last seen in a folder. Notes that are deleted by anybody lie in the recycle
 * bin; when a large part of them is simply not there, a synchronising program or a hand has probably gone wrong, and that
 * must be said before the smaller number is taken for the truth.
 */
export interface SeenNotes {
  /**
   * How many notes are gone without a trace, where that is alarming; else 0, and what is there now is what was seen. Notes that
   * go one by one are counted together as long as the program runs.
   */
  compare(root: string, document: string, present: PresentNotes): Promise<number>;
  /** The reader goes on with what is there. */
  accept(root: string, document: string): Promise<void>;
  /** These notes are deleted for good by the reader. */
  forget(ids: readonly string[]): void;
}

/** Fewer notes than these are nothing to be alarmed about, whatever their share. */
const fewest = 5;
const largestShare = 0.2;

const schema = z.object({
  schema: z.literal('seen-notes/1'),
  /** By folder and document, the ids in one text with spaces between them. */
  folders: z.record(z.string(), z.record(z.string(), z.string())),
});
type Stored = z.output<typeof schema>;

interface Seen {
  expected: ReadonlySet<string>;
  present: ReadonlySet<string>;
}

export function createSeenNotes({ folder, ...options }: OwnFileOptions): SeenNotes {
  const file = createJsonFile<Stored>({
    ...options,
    path: join(folder, 'seen-notes.json'),
    schema,
    defaults: { schema: 'seen-notes/1', folders: {} },
  });
  const seen = new Map<string, Seen>();
  let forgotten = new Set<string>();

  const lastSeen = async (root: string, document: string): Promise<ReadonlySet<string> | undefined> => {
    const stored = await file.read();
    const ids = stored.ok ? stored.value.value.folders[root]?.[document] : undefined;
    return ids === undefined ? undefined : new Set(ids.split(' ').filter((id) => id !== ''));
  };
  /** Best effort: what cannot be kept now is kept the next time. */
  const keep = async (root: string, document: string, ids: ReadonlySet<string>): Promise<void> => {
    await file.change(({ folders, ...rest }) => ({
      ...rest,
      folders: { ...folders, [root]: { ...folders[root], [document]: [...ids].join(' ') } },
    }));
  };

  return {
    compare: async (root, document, { live, isAccountedFor }) => {
      const key = `${root}\n${document}`;
      const known = seen.get(key);
      const expected = known?.expected ?? (await lastSeen(root, document)) ?? live;
      const gone = [...expected].filter((id) => !live.has(id) && !forgotten.has(id) && !isAccountedFor(id));
      const isAlarming = gone.length >= fewest && gone.length > expected.size * largestShare;
      if (isAlarming) {
        seen.set(key, { expected, present: live });
        return gone.length;
      }
      const next = new Set(known === undefined ? live : [...live, ...gone]);
      seen.set(key, { expected: next, present: live });
      const isNew = known === undefined || next.size !== expected.size || [...next].some((id) => !expected.has(id));
      if (isNew) await keep(root, document, next);
      return 0;
    },
    accept: async (root, document) => {
      const key = `${root}\n${document}`;
      const present = seen.get(key)?.present;
      if (present === undefined) return;
      seen.set(key, { expected: present, present });
      await keep(root, document, present);
    },
    forget: (ids) => {
      forgotten = new Set([...forgotten, ...ids]);
    },
  };
}
