import type { Handlers } from '#ipc/contract';
import type { LibraryRepository } from '../../storage/library-repository.ts';

export function libraryHandlers(dependencies: { library: LibraryRepository }): Pick<Handlers, 'library.open'> {
  return { 'library.open': ({ document }) => dependencies.library.open(document) };
}
