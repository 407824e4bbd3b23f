import { success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { LibraryRepository } from '../../storage/library-repository.ts';

type LibraryOperation =
  | 'library.open'
  | 'library.status'
  | 'library.versions'
  | 'library.version'
  | 'library.useVersion';

export function libraryHandlers({ library }: { library: LibraryRepository }): Pick<Handlers, LibraryOperation> {
  return {
    'library.open': ({ document }) => library.open(document),
    'library.status': async ({ document }) => success(library.status(document)),
    'library.versions': ({ document }) => library.versions(document),
    'library.version': ({ document, hash }) => library.version(document, hash),
    'library.useVersion': ({ document, hash }) => library.useVersion(document, hash),
  };
}
