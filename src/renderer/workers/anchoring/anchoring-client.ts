import type { Anchoring } from '#core/anchoring/anchor';
import type { Selectors } from '#core/annotation/annotation';
import type { PlanDocument } from '#core/plan/plan';
import type { AnchoringRequest, AnchoringResponse } from './anchoring-messages.ts';
import { createAnswerer } from './answer-anchoring.ts';

/** Receives places, in the order of the passages from index `from` on. */
export type OnLocated = (from: number, anchorings: readonly Anchoring[]) => void;

/** Looking for passages away from the page's thread. */
export interface AnchoringClient {
  /** Answers in portions; a new call gives up on the one before. */
  locate: (plan: PlanDocument, passages: readonly Selectors[], onLocated: OnLocated) => void;
}

/** What the client needs of a `Worker`. */
export type AnchoringPort = Pick<Worker, 'postMessage' | 'addEventListener'>;

export type StartAnchoring = () => AnchoringClient;

export const startAnchoringWorker: StartAnchoring = () =>
  createAnchoringClient(
    typeof Worker === 'undefined'
      ? undefined
      : new Worker(new URL('./anchoring-worker.ts', import.meta.url), { type: 'module', name: 'anchoring' }),
  );

/** Without a port, or once it fails, passages are looked for here: slower, in slices that no reader notices. */
export function createAnchoringClient(port: AnchoringPort | undefined): AnchoringClient {
  let loaded: PlanDocument | undefined;
  let lastId = 0;
  let question: { plan: PlanDocument; passages: readonly Selectors[]; onLocated: OnLocated; done: number } | undefined;

  const receive = ({ id, from, anchorings }: AnchoringResponse) => {
    if (id !== lastId || question === undefined) return;
    question.done = from + anchorings.length;
    question.onLocated(from, anchorings);
  };
  const here = () => createAnswerer(receive, { slice: 8, pace: 150 });
  let post = port === undefined ? here() : (request: AnchoringRequest) => port.postMessage(request);
  const ask = (plan: PlanDocument, passages: readonly Selectors[], onLocated: OnLocated) => {
    if (loaded !== plan) post({ kind: 'load', plan });
    loaded = plan;
    lastId += 1;
    question = { plan, passages, onLocated, done: 0 };
    post({ kind: 'locate', id: lastId, passages });
  };

  port?.addEventListener('message', (event: MessageEvent<AnchoringResponse>) => receive(event.data));
  port?.addEventListener('error', () => {
    post = here();
    loaded = undefined;
    if (question === undefined) return;
    const { plan, passages, onLocated, done } = question;
    ask(plan, passages.slice(done), (from, anchorings) => onLocated(done + from, anchorings));
  });
  return { locate: ask };
}
