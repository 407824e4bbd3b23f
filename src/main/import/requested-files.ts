import { resolve } from 'node:path';

/**
 * The files that a command line names, as absolute paths. `hasApplication`: its first argument is the folder of the program
 * itself, as when Electron is given one to run.
 */
export function filesOfCommandLine(
  [, ...rest]: readonly string[],
  { folder, hasApplication }: { folder: string; hasApplication: boolean },
): string[] {
  const names = rest.filter((argument) => argument !== '' && !argument.startsWith('-'));
  return names.slice(hasApplication ? 1 : 0).map((name) => resolve(folder, name));
}

/** The file that the system wants opened, until the page asks for it. The latest one counts. */
export interface RequestedFile {
  put(paths: readonly string[]): void;
  take(): string | undefined;
}

export function createRequestedFile(onRequest: () => void): RequestedFile {
  let path: string | undefined;
  return {
    put: ([first]) => {
      if (first === undefined) return;
      path = first;
      onRequest();
    },
    take: () => {
      const taken = path;
      path = undefined;
      return taken;
    },
  };
}
