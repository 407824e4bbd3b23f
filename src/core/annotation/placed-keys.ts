import type { Selectors } from './annotation.ts';

/** The selectors in the order in which a note file writes them. */
export const selectorKeys = [
  'exact',
  'prefix',
  'suffix',
  'start',
  'end',
  'sectionPath',
  'sectionHeading',
  'textHash',
  'occurrences',
  'decoy',
] as const satisfies readonly (keyof Selectors)[];

export type SelectorKey = (typeof selectorKeys)[number];
/** What a selector of the reader's own placement is called in a note file: header keys are flat. */
export type PlacedKey = `placed${Capitalize<SelectorKey>}`;

/** `exact` -> `placedExact`. */
export function placedKey<Key extends SelectorKey>(key: Key): `placed${Capitalize<Key>}` {
  return `placed${key.charAt(0).toUpperCase()}${key.slice(1)}` as `placed${Capitalize<Key>}`;
}

const placedKeys: ReadonlySet<string> = new Set(selectorKeys.map(placedKey));

export function isPlacedKey(key: string): key is PlacedKey {
  return placedKeys.has(key);
}
