import type { Correction } from '#core/outline/corrections';
import type { TextBlock } from '#core/outline/text-block';
import type { Outlined, OutlineRequest, OutlineResponse } from './outline-messages.ts';

/** Finds the outline of one document, away from the page's thread. */
export interface Outlining {
  /** `null`: it was overtaken by a later call, stopped, or broke down. */
  outline: (document: string, corrections: readonly Correction[]) => Promise<Outlined | null>;
  stop: () => void;
}

/** What the client needs of a `Worker`. */
export type OutlinePort = Pick<Worker, 'addEventListener' | 'terminate'> & {
  postMessage: (request: OutlineRequest) => void;
};

export type StartOutlining = (blocks: readonly TextBlock[]) => Outlining;

export const startOutlineWorker: StartOutlining = (blocks) =>
  createOutlining(
    new Worker(new URL('./outline-worker.ts', import.meta.url), { type: 'module', name: 'outline' }),
    blocks,
  );

export function createOutlining(port: OutlinePort, blocks: readonly TextBlock[]): Outlining {
  let lastId = 0;
  let settle: (outlined: Outlined | null) => void = () => undefined;
  port.addEventListener('message', ({ data }: MessageEvent<OutlineResponse>) => {
    if (data.id === lastId) settle(data.outlined);
  });
  port.addEventListener('error', (event) => {
    event.preventDefault();
    settle(null);
  });
  port.postMessage({ kind: 'load', blocks });
  return {
    outline: (document, corrections) => {
      settle(null);
      lastId += 1;
      return new Promise((resolve) => {
        settle = resolve;
        port.postMessage({ kind: 'outline', id: lastId, document, corrections });
      });
    },
    stop: () => {
      settle(null);
      port.terminate();
    },
  };
}
