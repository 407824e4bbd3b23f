import type { OperationName } from './operations.ts';

/** The document that comes with the program. */
export const bundledDocument = 'jilin-145-education';

/**
 * What the first page always asks for. The preload script asks at once, while the page's own code is still being fetched;
 * the page's first call with the same input gets that answer.
 */
export const earlyOperations: readonly { name: OperationName; input: unknown }[] = [
  { name: 'settings.read', input: null },
  { name: 'viewState.read', input: null },
  { name: 'library.open', input: { document: null } },
];
