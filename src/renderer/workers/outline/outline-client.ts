import type { Correction } from '#core/outline/corrections';
import type { PlanDocument } from '#core/plan/plan';
import type { LineEdit, Outlined, OutlineRequest, OutlineResponse } from './outline-messages.ts';

/** Finds the outline of one document, away from the page's thread. Each answer is `null` when it was stopped or broke down. */
export interface Outlining {
  /** Also `null` when a later call overtook it. */
  outline: (corrections: readonly Correction[], edit?: LineEdit) => Promise<Outlined | null>;
  /** The plan that was found last, with this id and title, as JSON. */
  plan: (document: string, title: string) => Promise<string | null>;
  /** Whether it seems to be the full text of this excerpt. */
  completes: (excerpt: PlanDocument) => Promise<boolean | null>;
  stop: () => void;
}

/** What the client needs of a `Worker`. */
export type OutlinePort = Pick<Worker, 'addEventListener' | 'terminate'> & {
  postMessage: (request: OutlineRequest) => void;
};

export type StartOutlining = (blocks: string) => Outlining;

export const startOutlineWorker: StartOutlining = (blocks) =>
  createOutlining(
    new Worker(new URL('./outline-worker.ts', import.meta.url), { type: 'module', name: 'outline' }),
    blocks,
  );

/** `blocks`: the document's blocks as JSON. */
export function createOutlining(port: OutlinePort, blocks: string): Outlining {
  let lastId = 0;
  let lastOutline = 0;
  let isEnded = false;
  const waiting = new Map<number, (response: OutlineResponse | null) => void>();
  const settle = (id: number, response: OutlineResponse | null) => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(response);
  };
  const giveUp = () => {
    isEnded = true;
    for (const id of [...waiting.keys()]) settle(id, null);
  };
  const ask = (request: (id: number) => OutlineRequest) => {
    if (isEnded) return Promise.resolve(null);
    lastId += 1;
    const id = lastId;
    return new Promise<OutlineResponse | null>((resolve) => {
      waiting.set(id, resolve);
      port.postMessage(request(id));
    });
  };
  port.addEventListener('message', ({ data }: MessageEvent<OutlineResponse>) => settle(data.id, data));
  port.addEventListener('error', (event) => {
    event.preventDefault();
    giveUp();
  });
  port.postMessage({ kind: 'load', blocks });
  return {
    outline: async (corrections, edit) => {
      settle(lastOutline, null);
      const answer = ask((id) => {
        lastOutline = id;
        return { kind: 'outline', id, corrections, edit: edit ?? null };
      });
      const response = await answer;
      return response?.kind === 'outlined' ? response.outlined : null;
    },
    plan: async (document, title) => {
      const response = await ask((id) => ({ kind: 'plan', id, document, title }));
      return response?.kind === 'plan' ? response.plan : null;
    },
    completes: async (excerpt) => {
      const response = await ask((id) => ({ kind: 'completes', id, excerpt }));
      return response?.kind === 'completes' ? response.isLikely : null;
    },
    stop: () => {
      giveUp();
      port.terminate();
    },
  };
}
