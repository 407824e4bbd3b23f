import type { LibraryRepository } from './library-repository.ts';

/** A text that is brought in several pieces is shown when nothing more of it has come for so long, ms. */
const rest = 900;

export interface TextWatch {
  /** One look at the texts of the open documents. */
  run(): Promise<void>;
}

/**
 * Notices that another program has brought another text of an open document, or has kept one more. Each state is said once, when
 * it is at rest: a text that is read while it is being written would look damaged.
 */
export function createTextWatch(
  library: Pick<LibraryRepository, 'look'>,
  onTexts: (document: string) => void,
  now: () => number = () => performance.now(),
): TextWatch {
  let seen = new Map<string, { mark: string; since: number; isSaid: boolean }>();
  return {
    run: async () => {
      const found = await library.look();
      const moment = now();
      seen = new Map(
        [...found].map(([document, mark]) => {
          const before = seen.get(document);
          return [document, before?.mark === mark ? before : { mark, since: moment, isSaid: false }];
        }),
      );
      for (const [document, state] of seen) {
        if (state.isSaid || moment - state.since < rest) continue;
        state.isSaid = true;
        onTexts(document);
      }
    },
  };
}
