import type { AnnotationRepository } from './annotation-repository.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import { daysLeft } from './recycle-bin.ts';
import type { Snapshots } from './snapshots.ts';

interface ExpiredNotesOptions {
  dataFolder: DataFolder;
  fileSystem: FileSystem;
  annotations: AnnotationRepository;
  snapshots: Snapshots;
}

/**
 * Deletes for good what has lain in the recycle bin for thirty days, and only where the newest snapshot holds it just as it is.
 * To be called when the clock is to be trusted. Answers which notes are gone; what fails is tried again another day.
 */
export async function purgeExpiredNotes(options: ExpiredNotesOptions, today: Date): Promise<string[]> {
  const { annotations, snapshots } = options;
  const kept = await snapshots.newestRemoved();
  if (!kept.ok) return [];
  const purged: string[] = [];
  for (const document of await documentsInBin(options)) {
    const removed = await annotations.listRemoved(document);
    if (!removed.ok) continue;
    const expired = removed.value.filter((annotation) => {
      const copy = kept.value.get(annotation.id)?.annotation;
      const isKept = copy?.rev === annotation.rev && copy.modified === annotation.modified;
      return isKept && daysLeft(annotation, today) === 0;
    });
    if (expired.length === 0) continue;
    const gone = await annotations.purge(expired.map(({ id }) => id));
    if (gone.ok) purged.push(...gone.value);
  }
  return purged;
}

async function documentsInBin({ dataFolder, fileSystem }: ExpiredNotesOptions): Promise<string[]> {
  const opened = await dataFolder.open();
  if (!opened.ok) return [];
  const entries = await fileSystem.readdir(opened.value.recycleBin).catch(() => []);
  return entries.flatMap(({ name }) => /\[([a-z0-9][a-z0-9-]{0,63})\]$/.exec(name)?.[1] ?? []);
}
