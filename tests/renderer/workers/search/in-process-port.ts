import { createAnswerer } from '../../../../src/renderer/workers/search/answer-search.ts';
import type { SearchPort } from '../../../../src/renderer/workers/search/search-client.ts';

/** The worker's code on this side of the fence: messages are copied and come later, as between threads. */
export class InProcessPort extends EventTarget implements SearchPort {
  readonly #answer = createAnswerer((response) => {
    const data = structuredClone(response);
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  });

  postMessage(request: unknown): void {
    const copy = structuredClone(request) as Parameters<ReturnType<typeof createAnswerer>>[0];
    queueMicrotask(() => this.#answer(copy));
  }
}
