import type { Handlers } from '#ipc/contract';
import type { DraftRepository } from '../../storage/draft-repository.ts';

export function draftHandlers({
  drafts,
}: {
  drafts: DraftRepository;
}): Pick<Handlers, 'drafts.write' | 'drafts.list' | 'drafts.discard'> {
  return {
    'drafts.write': (draft) => drafts.write(draft),
    'drafts.list': ({ document }) => drafts.list(document),
    'drafts.discard': ({ id, column }) => drafts.discard(id, column),
  };
}
