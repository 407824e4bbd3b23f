import type { AnchoringPort } from '../../../../src/renderer/workers/anchoring/anchoring-client.ts';
import type { AnchoringRequest } from '../../../../src/renderer/workers/anchoring/anchoring-messages.ts';
import { createAnswerer } from '../../../../src/renderer/workers/anchoring/answer-anchoring.ts';

/** The worker's code on this side of the fence: messages are copied and come later, as between threads. */
export class InProcessPort extends EventTarget implements AnchoringPort {
  readonly requests: AnchoringRequest[] = [];
  readonly #answer: (request: AnchoringRequest) => void;

  /** With no time for a slice and no pace, each passage is a portion of its own. */
  constructor(options = { slice: 0.001, pace: 0 }) {
    super();
    this.#answer = createAnswerer((response) => {
      const data = structuredClone(response);
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }, options);
  }

  postMessage(request: unknown): void {
    const copy = structuredClone(request) as AnchoringRequest;
    this.requests.push(copy);
    queueMicrotask(() => this.#answer(copy));
  }
}
