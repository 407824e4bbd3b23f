import type { Annotation } from '#core/annotation/annotation';
import type { Handlers } from '#ipc/contract';
import type { AnnotationRepository } from '../../storage/annotation-repository.ts';
import type { LibraryRepository } from '../../storage/library-repository.ts';

type AnnotationOperation =
  | 'annotations.list'
  | 'annotations.read'
  | 'annotations.acceptMissing'
  | 'annotations.create'
  | 'annotations.change'
  | 'annotations.remove'
  | 'annotations.restore';

export function annotationHandlers(dependencies: {
  annotations: AnnotationRepository;
  library: Pick<LibraryRepository, 'keep'>;
}): Pick<Handlers, AnnotationOperation> {
  const { annotations, library } = dependencies;
  return {
    'annotations.list': async ({ document }) => {
      const list = await annotations.list(document);
      // Notes of an earlier release of the application, or from another computer, may refer to a text not kept yet.
      if (list.ok) void library.keep([...new Set(list.value.annotations.flatMap(textsOf))]);
      return list;
    },
    'annotations.read': ({ document }) => annotations.read(document),
    // The text is kept before the first note that refers to it. Should that fail, the reader's words are worth more.
    'annotations.create': async (draft) => {
      await library.keep(textsOf(draft));
      return annotations.create(draft);
    },
    'annotations.change': async ({ id, change, base }) => {
      if (change.placement) await library.keep([change.placement.textHash]);
      return annotations.change(id, change, base);
    },
    'annotations.acceptMissing': ({ document }) => annotations.acceptMissing(document),
    'annotations.remove': ({ id }) => annotations.remove(id),
    'annotations.restore': ({ id }) => annotations.restore(id),
  };
}

/** Hashes of the texts that an annotation refers to. */
export function textsOf({ target, placement }: Pick<Annotation, 'target' | 'placement'>): string[] {
  return placement === undefined ? [target.textHash] : [target.textHash, placement.textHash];
}
