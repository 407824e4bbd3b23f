import { randomUUID } from 'node:crypto';

/** Files that were exported since the start, so that the page can have one shown without knowing or naming its path. */
export interface SavedFiles {
  /** Answers the id of the file. */
  add(path: string): string;
  find(id: string): string | undefined;
}

export function createSavedFiles(): SavedFiles {
  const paths = new Map<string, string>();
  return {
    add: (path) => {
      const id = randomUUID();
      paths.set(id, path);
      return id;
    },
    find: (id) => paths.get(id),
  };
}
