import { success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { AnnotationRepository } from '../../storage/annotation-repository.ts';
import { daysLeft } from '../../storage/recycle-bin.ts';
import type { Snapshots } from '../../storage/snapshots.ts';

export function recycleBinHandlers(dependencies: {
  annotations: AnnotationRepository;
  snapshots: Snapshots;
  now: () => Date;
}): Pick<Handlers, 'recycleBin.list' | 'recycleBin.purge'> {
  const { annotations, snapshots, now } = dependencies;
  return {
    'recycleBin.list': async ({ document }) => {
      const removed = await annotations.listRemoved(document);
      if (!removed.ok) return removed;
      const today = now();
      const notes = removed.value.map((annotation) => ({ annotation, daysLeft: daysLeft(annotation, today) }));
      const whenRemoved = (note: (typeof notes)[number]) => Date.parse(note.annotation.modified);
      return success({ notes: notes.sort((left, right) => whenRemoved(right) - whenRemoved(left)) });
    },
    'recycleBin.purge': async ({ ids }) => {
      // What cannot be undone can at least be looked up.
      const kept = await snapshots.take('before-purge');
      if (!kept.ok) return kept;
      const purged = await annotations.purge(ids);
      return purged.ok ? success({ purged: purged.value }) : purged;
    },
  };
}
