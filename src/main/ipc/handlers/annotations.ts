import type { Handlers } from '#ipc/contract';
import type { AnnotationRepository } from '../../storage/annotation-repository.ts';

type AnnotationOperation =
  | 'annotations.list'
  | 'annotations.create'
  | 'annotations.change'
  | 'annotations.remove'
  | 'annotations.restore';

export function annotationHandlers(dependencies: {
  annotations: AnnotationRepository;
}): Pick<Handlers, AnnotationOperation> {
  const { annotations } = dependencies;
  return {
    'annotations.list': ({ document }) => annotations.list(document),
    'annotations.create': (draft) => annotations.create(draft),
    'annotations.change': ({ id, change, base }) => annotations.change(id, change, base),
    'annotations.remove': ({ id }) => annotations.remove(id),
    'annotations.restore': ({ id }) => annotations.restore(id),
  };
}
