import type { Handlers } from '#ipc/contract';
import type { ReadSections } from '../../storage/read-sections.ts';

export function readSectionsHandlers({
  readSections,
}: {
  readSections: ReadSections;
}): Pick<Handlers, 'readSections.list' | 'readSections.add'> {
  return {
    'readSections.list': ({ document }) => readSections.list(document),
    'readSections.add': ({ document, sections }) => readSections.add(document, sections),
  };
}
