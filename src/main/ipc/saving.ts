import type { Handlers } from '#ipc/contract';

const annotationOperations = [
  'annotations.create',
  'annotations.change',
  'annotations.remove',
  'annotations.restore',
  'snapshots.restoreNote',
] as const;
const savingOperations = [
  ...annotationOperations,
  'library.useVersion',
  'documents.add',
  'documents.replaceText',
  'documents.rename',
  'documents.remove',
  'documents.restore',
  'importDrafts.write',
  'importDrafts.discard',
  'recycleBin.purge',
  'interchange.apply',
  'settings.change',
  'viewState.write',
  'readSections.add',
] as const;
type SavingOperation = (typeof savingOperations)[number];

/** Knows what the page has asked to be saved and is not saved yet, so that no window closes on it. */
export interface SavingTracker {
  /** The same handlers, watched. */
  watch(handlers: Handlers): Handlers;
  /** Waits until nothing is being saved; answers how many operations on annotations failed from now on. */
  settle(): Promise<number>;
}

export function createSavingTracker(): SavingTracker {
  const underWay = new Set<Promise<void>>();
  let lost = 0;
  const watched = (name: SavingOperation, handle: (input: never) => Promise<{ ok: boolean }>) => (input: never) => {
    const answer = handle(input);
    const isAnnotation = annotationOperations.some((operation) => operation === name);
    const end = answer
      .then(
        ({ ok }) => ok,
        () => false,
      )
      .then((isSaved) => {
        if (isAnnotation && !isSaved) lost += 1;
        underWay.delete(end);
      });
    underWay.add(end);
    return answer;
  };
  return {
    watch: (handlers) => ({
      ...handlers,
      ...Object.fromEntries(savingOperations.map((name) => [name, watched(name, handlers[name])])),
    }),
    settle: async () => {
      const before = lost;
      while (underWay.size > 0) await Promise.all(underWay);
      return lost - before;
    },
  };
}
