import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import { bundledDocument } from '#ipc/early-operations';
import type { DocumentRepository } from '../../storage/document-repository.ts';
import type { LibraryRepository } from '../../storage/library-repository.ts';
import type { ViewStateRepository } from '../../storage/view-state-repository.ts';

type LibraryOperation =
  | 'library.open'
  | 'library.read'
  | 'library.status'
  | 'library.versions'
  | 'library.version'
  | 'library.useVersion';

export interface LibraryDependencies {
  library: LibraryRepository;
  documents: Pick<DocumentRepository, 'source'>;
  viewState: Pick<ViewStateRepository, 'read'>;
}

export function libraryHandlers({
  library,
  documents,
  viewState,
}: LibraryDependencies): Pick<Handlers, LibraryOperation> {
  return {
    'library.open': async ({ document }) => {
      if (document !== null) return library.open(document);
      const view = await viewState.read();
      const last = view.ok ? view.value.document : undefined;
      const opened = last === undefined ? undefined : await library.open(last);
      // It may have been removed, or lie in another notes folder.
      return opened?.ok ? opened : library.open(bundledDocument);
    },
    'library.read': async ({ document }) => {
      const { plan } = await library.peek(document);
      return plan === undefined ? failure({ code: 'plan-missing', detail: document }) : success(plan);
    },
    'library.status': async ({ document }) => success(library.status(document)),
    'library.versions': async ({ document }) => {
      const versions = await library.versions(document);
      if (!versions.ok) return versions;
      const sources = await Promise.all(versions.value.map(({ hash }) => documents.source(document, hash)));
      return success(versions.value.map((version, index) => ({ ...version, source: sources[index] ?? null })));
    },
    'library.version': ({ document, hash }) => library.version(document, hash),
    'library.useVersion': ({ document, hash }) => library.useVersion(document, hash),
  };
}
