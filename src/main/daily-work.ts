import type { OperationError } from '#ipc/error-codes';
import { purgeExpiredNotes } from './storage/expired-notes.ts';
import { nodeFileSystem } from './storage/file-system.ts';
import type { Storage } from './storage/open-storage.ts';
import { tidyReadSections } from './storage/read-sections-tidying.ts';
import { localDate } from './storage/snapshots.ts';

/** The window comes first: nothing waits for this, ms after it is shown. */
const afterShown = 20_000;
/** How often a new day is looked for while the program runs, ms: computers sleep over midnight. */
const everySoOften = 10 * 60 * 1000;

type DailyStorage = Pick<
  Storage,
  'snapshots' | 'runDays' | 'annotations' | 'dataFolder' | 'readSections' | 'documents' | 'library'
>;

/**
 * Once a day: a snapshot, and then what has been in the recycle bin for long enough, and what was read of texts that are gone. `onFailure`: today's snapshot could not be
 * made. Answers how to stop.
 */
export function startDailyWork(storage: DailyStorage, onFailure: (error: OperationError) => void): () => void {
  let done: string | undefined;
  const look = () => {
    const today = localDate(new Date());
    if (today === done) return;
    done = today;
    void doDailyWork(storage, new Date()).then(({ error, hasSnapshot }) => {
      if (error !== undefined) onFailure(error);
      // On the first day there is nothing to keep at first.
      else if (!hasSnapshot) done = undefined;
    });
  };
  const first = setTimeout(look, afterShown);
  const timer = setInterval(look, everySoOften);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

interface DailyOutcome {
  /** Why the snapshot could not be made. That the folder is missing is said elsewhere. */
  error?: OperationError;
  /** Whether there is any snapshot, of today or of earlier. */
  hasSnapshot: boolean;
}

export async function doDailyWork(storage: DailyStorage, now: Date): Promise<DailyOutcome> {
  const made = await storage.snapshots.take('daily');
  const isPlausible = await storage.runDays.record(localDate(now));
  if (!made.ok)
    return made.error.code === 'folder-missing' ? { hasSnapshot: false } : { error: made.error, hasSnapshot: false };
  if (isPlausible) await purgeExpiredNotes({ ...storage, fileSystem: nodeFileSystem }, now);
  await tidyReadSections({ ...storage, fileSystem: nodeFileSystem }, localDate(now));
  const known = await storage.snapshots.list();
  return { hasSnapshot: known.ok && known.value.length > 0 };
}
