import { resolve } from 'node:path';

/**
 * The files that a command line names, as absolute paths. `application`: the folder of the program, where Electron was given
 * one to run; what stands before it was meant for Electron.
 */
export function filesOfCommandLine(
  [, ...rest]: readonly string[],
  { folder, application }: { folder: string; application?: string },
): string[] {
  const paths = rest
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((name) => resolve(folder, name));
  return application === undefined ? paths : paths.slice(paths.indexOf(application) + 1);
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
