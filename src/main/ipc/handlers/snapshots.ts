import type { Annotation } from '#core/annotation/annotation';
import { compareWithSnapshot } from '#core/annotation/compare-snapshot';
import { failure, type Result, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { OperationError } from '#ipc/error-codes';
import type { AnnotationRepository } from '../../storage/annotation-repository.ts';
import type { LibraryRepository } from '../../storage/library-repository.ts';
import type { SnapshotContent, SnapshotNotes } from '../../storage/snapshot-notes.ts';
import type { Snapshots } from '../../storage/snapshots.ts';
import { textsOf } from './annotations.ts';

type SnapshotOperation = 'snapshots.list' | 'snapshots.preview' | 'snapshots.prepare' | 'snapshots.restoreNote';

export function snapshotHandlers(dependencies: {
  snapshots: Snapshots;
  annotations: AnnotationRepository;
  library: Pick<LibraryRepository, 'keep' | 'keepFound'>;
}): Pick<Handlers, SnapshotOperation> {
  const { snapshots, annotations, library } = dependencies;
  return {
    'snapshots.list': async () => {
      const list = await snapshots.list();
      return list.ok ? success({ snapshots: list.value }) : list;
    },
    'snapshots.preview': async ({ name }) => {
      const past = await snapshots.contentOf(name);
      if (!past.ok) return past;
      const present = await presentNotes(annotations, past.value);
      if (!present.ok) return present;
      const { live, removed } = past.value;
      return success(
        compareWithSnapshot({ live: annotationsOf(live), removed: annotationsOf(removed) }, present.value),
      );
    },
    'snapshots.prepare': async ({ reason }) => {
      const made = await snapshots.take(reason);
      if (!made.ok) return made;
      return made.value === null ? failure({ code: 'not-found' }) : success({ name: made.value.name });
    },
    'snapshots.restoreNote': async ({ name, id, base }) => {
      const past = await snapshots.contentOf(name);
      if (!past.ok) return past;
      const note = past.value.live.get(id) ?? past.value.removed.get(id);
      if (note === undefined) return failure({ code: 'not-found', detail: id });
      // The texts first, as with a new note. Should one not be found or kept, the reader's words are worth more.
      const { document } = note.annotation;
      const texts = textsOf(note.annotation);
      await library.keep(texts);
      await library.keepFound(document, texts, (hash) => snapshots.textOf(name, document, hash));
      return annotations.putBack(note, base);
    },
  };
}

/** The notes of today of all documents that a snapshot knows. */
async function presentNotes(
  annotations: AnnotationRepository,
  { live: wasLive, removed: wasRemoved }: SnapshotContent,
): Promise<Result<{ live: Annotation[]; removed: Annotation[] }, OperationError>> {
  const past = [...annotationsOf(wasLive), ...annotationsOf(wasRemoved)];
  const live: Annotation[] = [];
  const removed: Annotation[] = [];
  for (const document of new Set(past.map((annotation) => annotation.document))) {
    const list = await annotations.list(document);
    if (!list.ok) return list;
    const bin = await annotations.listRemoved(document);
    if (!bin.ok) return bin;
    live.push(...list.value.annotations);
    removed.push(...bin.value);
  }
  return success({ live, removed });
}

function annotationsOf(notes: SnapshotNotes): Annotation[] {
  return [...notes.values()].map(({ annotation }) => annotation);
}
